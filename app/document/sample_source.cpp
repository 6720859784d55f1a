#include "app/document/sample_source.h"

#include <fmt/format.h>

#include <filesystem>

namespace thalweg {

std::string data_words(const SampleSource& samples) {
    if (!samples.points.empty())
        return fmt::format("{} point{} by hand", samples.points.size(), samples.points.size() == 1 ? "" : "s");
    return samples.file.empty() ? samples.set : std::filesystem::path(samples.file).filename().string();
}

}  // namespace thalweg

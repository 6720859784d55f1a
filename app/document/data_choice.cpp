#include "app/document/data_choice.h"

#include <fmt/format.h>

#include <filesystem>

namespace thalweg {

std::string data_words(const DataChoice& choice) {
    if (!choice.points.empty())
        return fmt::format("{} point{} by hand", choice.points.size(), choice.points.size() == 1 ? "" : "s");
    return choice.file.empty() ? choice.set : std::filesystem::path(choice.file).filename().string();
}

}  // namespace thalweg

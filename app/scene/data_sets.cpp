#include "app/scene/data_sets.h"

#include <algorithm>

#include "app/document/resources.h"
#include "core/samples/generators.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

std::filesystem::path data_folder() {
    return resource_folder() / "assets" / "data";
}

}  // namespace

std::vector<std::string> data_set_names() {
    std::vector<std::string> names;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder(), unreadable)) {
        if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

std::optional<std::filesystem::path> data_set_file(std::string_view name) {
    const std::vector<std::string> names = data_set_names();
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return data_folder() / (*found + ".csv");
}

bool is_named_set(std::string_view text) {
    const auto generators = generator_names();
    const auto begins = words(text);
    if (!begins.empty() && std::ranges::find(generators, begins.front()) != generators.end()) return true;
    return data_set_file(text).has_value();
}

}  // namespace thalweg

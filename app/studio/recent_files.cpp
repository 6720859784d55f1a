#include "app/studio/recent_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "app/document/read_file.h"
#include "app/document/toml.h"
#include "app/document/write_file.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 12;

fs::path list_in(const fs::path& folder) {
    return folder / "recent.toml";
}

/// As they stand in the list, gone or not.
std::vector<fs::path> listed_files(const fs::path& folder) {
    std::vector<fs::path> files;
    const auto text = read_file(list_in(folder));
    const auto table = text ? parse_toml(*text, "") : std::unexpected(text.error());
    if (!table) return files;
    if (const toml::array* list = table->get_as<toml::array>("files")) {
        for (const toml::node& entry : *list)
            if (const auto file = entry.value<std::string>()) files.emplace_back(*file);
    }
    return files;
}

}  // namespace

std::vector<fs::path> recent_files(const fs::path& folder) {
    std::vector<fs::path> files = listed_files(folder);
    std::erase_if(files, [](const fs::path& file) {
        std::error_code gone;
        return !fs::is_regular_file(file, gone);
    });
    return files;
}

std::string remember_file(const fs::path& folder, const fs::path& file) {
    std::error_code error;
    const fs::path absolute = fs::absolute(file, error).lexically_normal();
    std::vector<fs::path> files = listed_files(folder);
    std::erase(files, absolute);
    files.insert(files.begin(), absolute);
    if (files.size() > most_files) files.resize(most_files);
    std::string text = "# Files that Thalweg has opened or saved, newest first.\nfiles = [\n";
    for (const fs::path& one : files) text += fmt::format("    {},\n", toml_string(one.string()));
    fs::create_directories(folder, error);
    return write_file(list_in(folder), text + "]\n");
}

}  // namespace thalweg

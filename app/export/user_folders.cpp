#include "app/export/user_folders.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

std::string environment(const std::string& name) {
    const char* value =
        std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
    return value == nullptr ? "" : value;
}

/// The value of `XDG_PICTURES_DIR="$HOME/Pictures"` in the desktop's own file; empty if it has none.
std::string desktop_setting(const fs::path& home, const std::string& key) {
    const std::string config = environment("XDG_CONFIG_HOME");
    std::ifstream file((config.empty() ? home / ".config" : fs::path(config)) / "user-dirs.dirs");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key + "=\"") || !line.ends_with('"')) continue;
        std::string folder = line.substr(key.size() + 2, line.size() - key.size() - 3);
        if (folder.starts_with("$HOME")) folder.replace(0, 5, home.string());
        return folder;
    }
    return {};
}

}  // namespace

fs::path user_folder(std::string_view kind) {
    const std::string key = fmt::format("XDG_{}_DIR", kind);
    const fs::path home = environment("HOME");
    const fs::path usual = home / (kind == "PICTURES" ? "Pictures" : kind == "VIDEOS" ? "Videos" : "Documents");
    for (const fs::path& folder : {fs::path(environment(key)), fs::path(desktop_setting(home, key)), usual}) {
        std::error_code missing;
        if (!folder.empty() && folder.is_absolute() && fs::is_directory(folder, missing)) return folder;
    }
    std::error_code removed;
    return fs::current_path(removed);
}

fs::path unused_name(const fs::path& wanted) {
    fs::path name = wanted;
    std::error_code unreadable;
    for (int copy = 2; fs::exists(name, unreadable); ++copy)
        name.replace_filename(fmt::format("{}-{}{}", wanted.stem().string(), copy, wanted.extension().string()));
    return name;
}

fs::path new_file_name(const fs::path& folder, std::string_view extension) {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    fs::path name = folder / fmt::format("thalweg-{:%Y-%m-%d-%H%M%S}", fmt::localtime(now));
    if (!extension.empty()) name += fmt::format(".{}", extension);
    return unused_name(name);
}

}  // namespace thalweg

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace thalweg {

/// A folder of the user's own, as the desktop names it: kind is "PICTURES", "VIDEOS" or "DOCUMENTS" (XDG user
/// directories: $XDG_PICTURES_DIR, else the entry in user-dirs.dirs, else the folder in $HOME that English desktops
/// have). The current folder when there is none.
std::filesystem::path user_folder(std::string_view kind);

/// `wanted`, or, when there is such a file already, the same name with -2, -3, … before its extension.
std::filesystem::path unused_name(const std::filesystem::path& wanted);

/// A name in the folder that no file has yet: thalweg-2026-11-22-153012.png. An empty extension is none.
std::filesystem::path new_file_name(const std::filesystem::path& folder, std::string_view extension);

}  // namespace thalweg

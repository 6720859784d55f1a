#pragma once

#include <filesystem>

namespace thalweg {

/// Hands a file to the desktop's own program for it, without waiting (xdg-open; macOS: open). Where that cannot be
/// started, nothing happens.
void open_with_desktop(const std::filesystem::path& file);

}  // namespace thalweg

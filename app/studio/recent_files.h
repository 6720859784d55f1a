#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace thalweg {

/// The files that were opened or saved, newest first, as the folder remembers them; those that are gone are left out.
std::vector<std::filesystem::path> recent_files(const std::filesystem::path& folder);

/// Puts a file in front. Other windows may have added theirs meanwhile: the list is read anew. One sentence when it
/// could not be written, else empty.
std::string remember_file(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace thalweg

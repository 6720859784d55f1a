#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace thalweg {

/// Writes bytes under the final name whole or not at all, see UnfinishedFile. Returns one sentence when it failed,
/// empty when written.
std::string write_file(const std::filesystem::path& file, std::span<const std::byte> bytes);
std::string write_file(const std::filesystem::path& file, std::string_view text);

}  // namespace thalweg

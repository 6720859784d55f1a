#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace thalweg {

/// Writes bytes under the final name whole or not at all (temporary file beside it, then rename).
/// Returns one sentence when it failed, empty when written.
std::string write_file(const std::filesystem::path& file, std::span<const std::byte> bytes);
std::string write_file(const std::filesystem::path& file, std::string_view text);

/// A name beside the file that no other has, for what is not finished yet: run.mp4.1f0e2d3c.part.
std::filesystem::path unfinished_name(const std::filesystem::path& file);

}  // namespace thalweg

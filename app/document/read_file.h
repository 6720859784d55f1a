#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace thalweg {

/// All of a text file of at most `limit` bytes. The error is one sentence.
std::expected<std::string, std::string> read_file(const std::filesystem::path& file, std::size_t limit = 16U << 20U);

}  // namespace thalweg

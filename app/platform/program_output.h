#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace thalweg {

/// Runs a program and waits for it: what it wrote to its standard output, once it has ended well. Its complaints go
/// where ours go. The error is one sentence.
std::expected<std::string, std::string> program_output(const std::filesystem::path& program,
                                                       std::vector<std::string> arguments);

}  // namespace thalweg

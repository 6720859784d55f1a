#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace thalweg {

/// Opens the window and stays until it is closed. session_file: what to open; empty: the default session.
/// The error is one sentence: no display, no OpenGL 3.3, a file that cannot be read.
std::expected<void, std::string> run_studio(const std::filesystem::path& session_file);

}  // namespace thalweg

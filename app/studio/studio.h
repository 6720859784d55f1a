#pragma once

#include <expected>
#include <filesystem>
#include <span>
#include <string>

namespace thalweg {

/// Opens the window and stays until it is closed. files: what to open in it (see opening.h); none: the default session.
/// The error is one sentence: no display, no OpenGL 3.3, a file that cannot be read.
std::expected<void, std::string> run_studio(std::span<const std::filesystem::path> files);

}  // namespace thalweg

#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "app/panels/interface.h"
#include "app/stage/stage.h"

namespace thalweg {

/// A file that was written, or one sentence on why not.
using Written = std::expected<std::filesystem::path, std::string>;

/// The bound framebuffer as a PNG under a new name in the user's folder for pictures.
Written save_window_picture(const Session& session, int width, int height);

/// The table of steps of the selected start and optimizer, never over a file that is there; a name without a folder
/// goes to the user's documents.
Written save_steps(const Scene& scene, const InterfaceState& state, const std::filesystem::path& file);

/// The session, into `file` or, when that is empty, under a new name in the user's documents.
Written save_session_as(const Session& session, const std::filesystem::path& file);

}  // namespace thalweg

#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// Opens the window and stays until it is closed. files: what to open in it (see opening.h); none: the default session.
/// The error is one sentence: no display, no OpenGL 3.3, a file that cannot be read.
std::expected<void, std::string> run_studio(std::span<const std::filesystem::path> files);

/// What a start is made of, in this order: the catalogue and the session that it opens with; a window and OpenGL in it;
/// the stage with its shaders; the first picture, with fonts and everything else that it shows.
enum class StartPart { session, window, stage, picture };
inline constexpr std::array<std::string_view, 4> start_part_names = {"session", "window", "stage", "picture"};

/// Opens the window on the default session, as anybody would, and closes it again as soon as its first picture is
/// finished. `reached` is called whenever a part is done; OpenGL can then be asked from the window on.
std::expected<void, std::string> rehearse_start(const std::function<void(StartPart)>& reached);

}  // namespace thalweg

#pragma once

#include <array>
#include <expected>
#include <string>
#include <vector>

#include "app/document/catalogue.h"
#include "app/document/session.h"
#include "app/stage/stage.h"

namespace thalweg {

/// Times of frames of the whole window, in milliseconds; a frame ends when its pixels are finished.
struct FrameTimes {
    std::string renderer;        ///< as OpenGL names it
    std::vector<double> frames;  ///< from the event that changes something to the finished picture
    /// By StagePart; of as many frames more, which wait for each part's pixels.
    std::array<std::vector<double>, stage_part_names.size()> parts;
    std::vector<double> turning;  ///< with a drag: frames of the same picture while the surface is turned instead
};

/// What happens while the frames are timed.
enum class BenchScript {
    orbit,  ///< the surface is turned by the pointer
    drag    ///< the first start is dragged about its place, in the surface for one half of the frames, then in the map
};

struct BenchOrder {
    BenchScript script = BenchScript::orbit;
    Session session;
    int width = 1280, height = 720;
    int frames = 200;  ///< >= 1 timed whole, as many more in parts; some come before them, untimed
};

/// Draws offscreen. The error is one sentence, when there is no OpenGL to be had or no room for such a picture.
std::expected<FrameTimes, std::string> time_frames(const BenchOrder& order, const Catalogue& catalogue);

/// The value that a share of the times does not exceed: the ⌈share·n⌉-th smallest. share in (0, 1]; times not empty.
double quantile(std::vector<double> times, double share);

}  // namespace thalweg

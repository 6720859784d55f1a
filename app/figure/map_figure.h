#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

#include "app/document/export_order.h"
#include "app/scene/scene.h"

namespace thalweg {

/// The contour map as lines, fills and text in an SVG or PDF file's bytes: what the screen shows of it, laid out for a
/// sheet of that size, with a legend below. The scene is brought up to date for the sheet. The error is one sentence:
/// a curve has no map.
std::expected<std::vector<std::byte>, std::string> map_figure(const Session& session, Scene& scene,
                                                              const FigureOptions& options);

}  // namespace thalweg

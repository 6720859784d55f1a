#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

#include "app/document/export_order.h"
#include "app/scene/scene.h"

namespace thalweg {

/// The contour map, or the curve of a formula of one variable, as lines, fills and text in an SVG or PDF file's bytes:
/// what the screen shows of it, laid out for a sheet of that size, with a legend below. The scene is brought up to date
/// for the sheet. The error is one sentence.
std::expected<std::vector<std::byte>, std::string> vector_figure(const Session& session, Scene& scene,
                                                                 const FigureOptions& options);

}  // namespace thalweg

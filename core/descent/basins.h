#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/calculus/box.h"
#include "core/calculus/classification.h"
#include "core/landscape/landscape.h"
#include "core/optimizer/optimizer.h"

namespace thalweg {

/// Where a run ends up.
enum class DestinationKind {
    minimum,
    saddle,
    maximum,
    degenerate,  ///< a stationary point whose Hessian is singular, or a connected set of such points
    unfinished,  ///< still on its way, or going round
    diverged,    ///< left the number range, or walked to where f is not defined
};

/// Whether it is a place: runs that are unfinished or diverged come to none.
constexpr bool is_a_point(DestinationKind kind) {
    return kind != DestinationKind::unfinished && kind != DestinationKind::diverged;
}

/// "minimum", "saddle", "maximum", "degenerate", "unfinished", "diverged".
std::string_view name(DestinationKind kind);

/// Something that runs come to, and how many do.
struct Destination {
    DestinationKind kind = DestinationKind::unfinished;
    double x = 0.0, y = 0.0;  ///< NaN for unfinished and diverged; of a curve y is 0
    double value = 0.0;       ///< f there; NaN likewise
    int count = 0;
    double median_steps = 0.0;  ///< of its runs
};

struct BasinSettings {
    int columns = 256, rows = 256;   ///< starts; each at the middle of its cell of the window. A curve has one row
    int steps = 200;                 ///< that each run takes
    std::optional<Box> window = {};  ///< where the starts lie; all over the box, if not given
    /// A run has come to a stationary point when it ends within this share of the box's diagonal of it; it came there
    /// with the first step after which it stays so near. To a point that does not hold a run (a saddle, say) it must
    /// not be moving away any more, either.
    double reach = 0.01;
};

/// Which start comes to which destination, and when.
struct BasinMap {
    Box box;  ///< where the starts lie; of a curve the interval, at y = 0
    int columns = 0, rows = 0;
    std::vector<Destination> destinations;  ///< by kind, then by falling count, then x, then y
    std::vector<std::int32_t> destination;  ///< rows × columns from (x0, y0): index into destinations
    std::vector<std::int32_t> steps;        ///< likewise: after how many steps; all of them when it did not come
    bool cancelled = false;                 ///< then there is nothing but box and size
    double seconds = 0.0;

    bool of_a_curve() const { return box.height() == 0.0; }
};

/// Where the start of a map's cell lies; cells are counted along rows from (x0, y0).
std::array<double, 2> middle_of_cell(const Box& box, int cell, int columns, int rows);

/// Runs the optimizer from every cell of the window, on all cores. The box is the measure of what is near and far, so
/// that a start comes to the same destination in however small a window. The landscape has two dimensions; one that
/// depends on x alone is a curve, whose starts lie along x. Gradients are those of BatchEvaluator, which may differ in
/// last digits from those of run(): on the very edge of a basin a start may fall to the other side. The same call gives
/// the same map whatever the number of threads.
///
/// Destinations are refined by Newton's method from where runs end, and named after the Hessian's eigenvalues.
/// progress, if given, is called now and then with the share done, 0..1, from any thread.
BasinMap find_basins(const Landscape& landscape, const Box& box, const Optimizer& optimizer,
                     const BasinSettings& settings, std::stop_token stop = {},
                     const std::function<void(double)>& progress = {});

}  // namespace thalweg

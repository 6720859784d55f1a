#include "app/view/surface_break.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg {
namespace {

/// Lower steps are a few pixels high at most.
constexpr double least_step = 0.012;
/// Halvings: a step that is still there on a 10,000th of the way is one for every eye.
constexpr int halvings = 14;
/// Not in the very middle, where a jump between two nodes often lies, with a value of its own: sign(0) is 0.
constexpr double nearly_half = 0.483;
/// Of the step between two neighbours, what slopes may leave unexplained, and what must be left of a break.
constexpr double unexplained = 0.4, left_over = 0.5;

}  // namespace

bool may_break(double from, double to, double rise_from, double rise_to) {
    const double step = to - from;
    return std::abs(step) > least_step && std::abs(step - 0.5 * (rise_from + rise_to)) > unexplained * std::abs(step);
}

std::optional<SurfaceBreak> surface_break(Evaluator& f, const HeightScale& scale, const HeightAt& from,
                                          const HeightAt& to) {
    double low = 0.0, high = 1.0;
    SurfaceBreak found{.share = 0.5, .before = from.height, .after = to.height};
    for (int i = 0; i < halvings; ++i) {
        const double middle = std::lerp(low, high, nearly_half);
        const std::array point = {std::lerp(from.place.x, to.place.x, middle),
                                  std::lerp(from.place.y, to.place.y, middle)};
        const double height = std::clamp(scale.height(f.value(point)), 0.0, 1.0);
        // Undefined: it breaks off right here.
        if (std::isnan(height)) {
            low = high = middle;
            break;
        }
        const bool before = std::abs(height - found.before) > std::abs(found.after - height);
        (before ? high : low) = middle;
        (before ? found.after : found.before) = height;
    }
    found.share = 0.5 * (low + high);
    const double step = std::abs(found.after - found.before);
    if (step < left_over * std::max(least_step, std::abs(to.height - from.height))) return std::nullopt;
    return found;
}

}  // namespace thalweg

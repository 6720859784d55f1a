#include "core/stationary/approximate_root.h"

#include <algorithm>
#include <cmath>

namespace thalweg {

std::optional<ApproximateRoot> newton(IntervalModel& model, const Rectangle& piece) {
    double x = piece.x.middle(), y = piece.y.middle();
    const Rectangle near = piece.grown(0.25 * piece.width(), 0.25 * piece.height());
    double last = rounding::infinity;
    for (int i = 0; i < 20; ++i) {
        const LocalDerivatives d = model.at(x, y);
        const double determinant = d.xx * d.yy - d.xy * d.xy;
        const double step_x = (d.yy * d.x - d.xy * d.y) / determinant, step_y = (d.xx * d.y - d.xy * d.x) / determinant;
        if (!std::isfinite(step_x) || !std::isfinite(step_y)) return std::nullopt;
        x -= step_x;
        y -= step_y;
        if (!near.x.contains(x) || !near.y.contains(y)) return std::nullopt;
        const double size = std::max(std::abs(step_x) / piece.width(), std::abs(step_y) / piece.height());
        // Quadratic convergence ends in rounding noise: stop as soon as steps are tiny and no longer shrink.
        if (size < 1e-9 && size >= 0.25 * last) break;
        if (size == 0.0) break;
        last = size;
    }
    return ApproximateRoot{x, y};
}

std::optional<ApproximateRoot> degenerate_root(IntervalModel& model, double x, double y, double dx, double dy,
                                               double hessian_magnitude) {
    const double start_x = x, start_y = y;
    LocalDerivatives d = model.at(x, y);
    double damping = 1e-3;
    for (int i = 0; i < 100 && d.is_finite(); ++i) {
        const double norm = std::hypot(d.x, d.y);
        if (norm == 0.0) break;
        // (H² + damping ‖H‖² I) s = -H g
        const double xx = d.xx * d.xx + d.xy * d.xy, yy = d.yy * d.yy + d.xy * d.xy, xy = d.xy * (d.xx + d.yy);
        const double shift = damping * (xx + yy);
        const double right_x = d.xx * d.x + d.xy * d.y, right_y = d.xy * d.x + d.yy * d.y;
        const double determinant = (xx + shift) * (yy + shift) - xy * xy;
        const double next_x = x - ((yy + shift) * right_x - xy * right_y) / determinant;
        const double next_y = y - ((xx + shift) * right_y - xy * right_x) / determinant;
        if (!(std::abs(next_x - start_x) <= dx) || !(std::abs(next_y - start_y) <= dy)) break;
        const LocalDerivatives next = model.at(next_x, next_y);
        if (next.is_finite() && std::hypot(next.x, next.y) < norm) {
            x = next_x;
            y = next_y;
            d = next;
            damping *= 0.1;
        } else {
            damping *= 10.0;
            if (damping > 1e6) break;
        }
    }
    if (!d.is_finite()) return std::nullopt;
    // Of the 2×2 Hessian: the smaller eigenvalue's size is |det| / larger eigenvalue's size.
    const double size = std::max({std::abs(d.xx), std::abs(d.xy), std::abs(d.yy)});
    const double small = size > 0.0 ? std::abs(d.xx * d.yy - d.xy * d.xy) / size : 0.0;
    const double reach = hessian_magnitude * std::max(dx, dy);
    const bool vanishes = std::hypot(d.x, d.y) <= 1e-8 * reach;
    const bool singular = small <= 1e-7 * hessian_magnitude;
    if (!vanishes || !singular) return std::nullopt;
    return ApproximateRoot{x, y};
}

bool degenerate_root_near(IntervalModel& model, const Rectangle& piece, double hessian_magnitude) {
    return degenerate_root(model, piece.x.middle(), piece.y.middle(), 1.5 * piece.width(), 1.5 * piece.height(),
                           hessian_magnitude)
        .has_value();
}

}  // namespace thalweg

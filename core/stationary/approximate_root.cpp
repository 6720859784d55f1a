#include "core/stationary/approximate_root.h"

#include <algorithm>
#include <cmath>

#include "core/stationary/krawczyk.h"

namespace thalweg {
namespace {

/// Levenberg and Marquardt's iteration on ‖∇f‖², a point on its way.
struct Descent {
    Descent(IntervalModel& f, double start_x, double start_y)
        : model(&f), x(start_x), y(start_y), derivatives(f.at(start_x, start_y)) {}

    IntervalModel* model;
    double x, y;
    LocalDerivatives derivatives;
    double damping = 1e-3;

    double gradient_norm() const { return std::hypot(derivatives.x, derivatives.y); }

    /// One step (H² + damping ‖H‖² I) s = -H ∇f, with the damping raised until ‖∇f‖ falls; false if it no longer does,
    /// or if that leads out of `near`.
    bool step(const Rectangle& near) {
        const LocalDerivatives& d = derivatives;
        const double norm = gradient_norm();
        if (!d.is_finite() || norm == 0.0) return false;
        const double xx = d.xx * d.xx + d.xy * d.xy, yy = d.yy * d.yy + d.xy * d.xy, xy = d.xy * (d.xx + d.yy);
        const double right_x = d.xx * d.x + d.xy * d.y, right_y = d.xy * d.x + d.yy * d.y;
        for (; damping < 1e6; damping *= 10.0) {
            const double shift = damping * (xx + yy);
            const double determinant = (xx + shift) * (yy + shift) - xy * xy;
            const double next_x = x - ((yy + shift) * right_x - xy * right_y) / determinant;
            const double next_y = y - ((xx + shift) * right_y - xy * right_x) / determinant;
            if (!near.x.contains(next_x) || !near.y.contains(next_y)) return false;
            const LocalDerivatives next = model->at(next_x, next_y);
            if (!next.is_finite() || std::hypot(next.x, next.y) >= norm) continue;
            x = next_x;
            y = next_y;
            derivatives = next;
            damping *= 0.1;
            return true;
        }
        return false;
    }

    /// ∇f and the Hessian's determinant vanish, next to what they are elsewhere in `near`.
    bool is_degenerate_root(const Rectangle& near, double hessian_magnitude) const {
        const LocalDerivatives& d = derivatives;
        const double size = std::max({std::abs(d.xx), std::abs(d.xy), std::abs(d.yy)});
        // The smaller eigenvalue's size is |det| over the larger one's.
        const double smaller = size > 0.0 ? std::abs(d.xx * (d.yy / size) - d.xy * (d.xy / size)) : 0.0;
        const double reach = hessian_magnitude * std::max(near.width(), near.height());
        return d.is_finite() && gradient_norm() <= 1e-8 * reach && smaller <= 1e-6 * hessian_magnitude;
    }
};

}  // namespace

std::optional<ApproximateRoot> newton(IntervalModel& model, const Rectangle& piece) {
    double x = piece.x.middle(), y = piece.y.middle();
    const Rectangle near = piece.grown(0.25 * piece.width(), 0.25 * piece.height());
    double last = rounding::infinity;
    for (int i = 0; i < 20; ++i) {
        const LocalDerivatives d = model.at(x, y);
        const std::optional<Matrix2> c = inverse(d.xx, d.xy, d.yy);
        if (!c) return std::nullopt;
        const double step_x = c->xx * d.x + c->xy * d.y, step_y = c->yx * d.x + c->yy * d.y;
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

std::optional<ApproximateRoot> degenerate_root(IntervalModel& model, const Rectangle& piece,
                                               const HessianEnclosure& hessian) {
    const Rectangle near = piece.grown(piece.width(), piece.height());
    Descent descent(model, piece.x.middle(), piece.y.middle());
    for (int i = 0; i < 100 && descent.step(near); ++i) continue;
    if (!descent.is_degenerate_root(near, hessian.magnitude())) return std::nullopt;
    return ApproximateRoot{descent.x, descent.y};
}

bool degenerate_root_near(IntervalModel& model, const Rectangle& piece, const HessianEnclosure& hessian) {
    // Near a root of multiplicity m Newton's iteration shrinks the gradient by (1 - 1/m)^m, at least by e, each time.
    constexpr int tries = 24, patience = 6;
    const Rectangle near = piece.grown(piece.width(), piece.height());
    Descent descent(model, piece.x.middle(), piece.y.middle());
    const double start = descent.gradient_norm();
    for (int i = 0; i < tries; ++i) {
        if (descent.is_degenerate_root(near, hessian.magnitude())) return true;
        if (!descent.step(near) || (i == patience && descent.gradient_norm() > 0.05 * start)) return false;
    }
    return false;
}

}  // namespace thalweg

#include "core/stationary/krawczyk.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace thalweg {
namespace {

struct IntervalMatrix {
    Interval xx, xy, yx, yy;
};

IntervalMatrix product(const Matrix2& c, const HessianEnclosure& h) {
    const Interval cxx = c.xx, cxy = c.xy, cyx = c.yx, cyy = c.yy;
    return {cxx * h.xx + cxy * h.xy, cxx * h.xy + cxy * h.yy, cyx * h.xx + cyy * h.xy, cyx * h.xy + cyy * h.yy};
}

struct IntervalVector {
    Interval x, y;
};

IntervalVector product(const Matrix2& c, const GradientEnclosure& g) {
    return {Interval(c.xx) * g.x + Interval(c.xy) * g.y, Interval(c.yx) * g.x + Interval(c.yy) * g.y};
}

/// The part of `range` in which x = middle - numerator / denominator may lie. Where the denominator crosses zero the
/// quotient may split into two rays; the hull of what they leave is kept.
Interval solve(const Interval& range, double middle, const Interval& numerator, const Interval& denominator) {
    if (!denominator.contains(0.0)) return intersection(range, Interval(middle) - numerator / denominator);
    if (numerator.contains(0.0) || !numerator.is_finite()) return range;
    Interval left = Interval::empty(), right = Interval::empty();
    if (denominator.lower < 0.0) {
        left = intersection(range, Interval(middle) - numerator / Interval(denominator.lower, 0.0));
    }
    if (denominator.upper > 0.0) {
        right = intersection(range, Interval(middle) - numerator / Interval(0.0, denominator.upper));
    }
    Interval result = hull(left, right);
    result.decoration = range.decoration;
    return result;
}

Rectangle krawczyk(const Rectangle& v, double x, double y, const IntervalVector& step, const IntervalMatrix& ch) {
    const Interval dx = v.x - x, dy = v.y - y;
    return {Interval(x) - step.x + (1.0 - ch.xx) * dx - ch.xy * dy,
            Interval(y) - step.y - ch.yx * dx + (1.0 - ch.yy) * dy};
}

/// Krawczyk's operator over its own image, where the Hessian is sharper, until little but the rounding of ∇f at (x, y)
/// is left.
Rectangle sharpened(IntervalModel& model, Rectangle image, double x, double y, const IntervalVector& step,
                    const Matrix2& inverse) {
    constexpr int enough = 10;
    for (int i = 0; i < enough; ++i) {
        // The mean value theorem speaks of all that lies between (x, y) and the root.
        const HessianEnclosure hessian = model.derivatives(hull(image, Rectangle::point(x, y))).hessian;
        const Rectangle next = intersection(image, krawczyk(image, x, y, step, product(inverse, hessian)));
        const bool shrinks = next.width() < 0.5 * image.width() || next.height() < 0.5 * image.height();
        image = next;
        if (!shrinks) break;
    }
    return image;
}

}  // namespace

std::optional<Matrix2> inverse(double xx, double xy, double yy) {
    // Scaled by a power of two, lest the determinant of 1e-200 x² be zero.
    int exponent = 0;
    std::frexp(std::max({std::abs(xx), std::abs(xy), std::abs(yy)}), &exponent);
    const double a = std::ldexp(xx, -exponent), b = std::ldexp(xy, -exponent), c = std::ldexp(yy, -exponent);
    const double scale = std::ldexp(1.0 / (a * c - b * b), -exponent);
    const Matrix2 result{c * scale, -b * scale, -b * scale, a * scale};
    const bool finite = std::isfinite(result.xx) && std::isfinite(result.xy) && std::isfinite(result.yy);
    return finite ? std::optional(result) : std::nullopt;
}

std::optional<Matrix2> midpoint_inverse(const HessianEnclosure& hessian) {
    return inverse(hessian.xx.middle(), hessian.xy.middle(), hessian.yy.middle());
}

bool at_most_one_root(const Rectangle& r, const HessianEnclosure& hessian, const Matrix2& preconditioner) {
    const IntervalMatrix ch = product(preconditioner, hessian);
    const double width = r.width(), height = r.height();
    if (width <= 0.0 || height <= 0.0) return false;
    const Interval ratio = Interval(height) / Interval(width);
    const double row_x = ((1.0 - ch.xx).magnitude() + Interval((ch.xy * ratio).magnitude())).upper;
    const double row_y = ((1.0 - ch.yy).magnitude() + (Interval(ch.yx.magnitude()) / ratio)).upper;
    return row_x < 1.0 && row_y < 1.0;
}

Rectangle contract(const Rectangle& r, const HessianEnclosure& hessian, const GradientEnclosure& gradient,
                   const Matrix2& preconditioner) {
    const IntervalMatrix ch = product(preconditioner, hessian);
    const IntervalVector step = product(preconditioner, gradient);
    const double x = r.x.middle(), y = r.y.middle();
    Rectangle rest = r;
    rest.x = solve(rest.x, x, step.x + ch.xy * (rest.y - y), ch.xx);
    if (rest.x.is_empty()) return rest;
    rest.y = solve(rest.y, y, step.y + ch.yx * (rest.x - x), ch.yy);
    return rest;
}

Interval contract(const Interval& range, const Interval& slope, const Interval& value_at_middle) {
    return solve(range, range.middle(), value_at_middle, slope);
}

std::optional<CertifiedRoot> certify(IntervalModel& model, double x, double y, double width, double height) {
    const DerivativeEnclosure here = model.derivatives(Rectangle::point(x, y));
    const std::optional<Matrix2> inverse = midpoint_inverse(here.hessian);
    if (!inverse || !here.gradient.is_smooth()) return std::nullopt;
    const IntervalVector step = product(*inverse, here.gradient);

    // Large first, so that the proof of uniqueness reaches far; the last is for ill-conditioned roots.
    for (const double share : {0x1p-4, 0x1p-8, 0x1p-14, 0x1p-22, 0x1p-32}) {
        const double dx = std::max(share * width, 0x1p-50 * std::abs(x));
        const double dy = std::max(share * height, 0x1p-50 * std::abs(y));
        const Rectangle v = Rectangle::point(x, y).grown(dx, dy);
        const DerivativeEnclosure over = model.derivatives(v);
        if (!over.gradient.is_smooth() || !over.hessian.is_finite()) continue;
        const Rectangle image = krawczyk(v, x, y, step, product(*inverse, over.hessian));
        if (!v.contains_inside(image)) continue;
        return CertifiedRoot{sharpened(model, image, x, y, step, *inverse), v};
    }
    return std::nullopt;
}

}  // namespace thalweg

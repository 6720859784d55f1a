#include "core/stationary/examine.h"

#include <algorithm>
#include <cmath>

#include "core/stationary/approximate_root.h"

namespace thalweg {
namespace {

using Verdict = Examination::Verdict;

constexpr Examination discarded() {
    return {};
}

Examination undecided(Obstacle obstacle) {
    Examination result;
    result.verdict = Verdict::undecided;
    result.obstacle = obstacle;
    result.hard = true;
    return result;
}

/// Off the middle, so that the roots of symmetric functions do not lie on seams; at 0 where f has a gap, since that is
/// where the gaps of ln x, 1/x and √x are.
double split_point(const Interval& range, bool gap) {
    const double at = range.lower + 0.4876 * (range.upper - range.lower);
    return gap && range.lower < 0.0 && range.upper > 0.0 ? 0.0 : at;
}

Examination divided(const Rectangle& piece, Axis axis, bool gap = false) {
    Examination result;
    result.verdict = Verdict::divided;
    result.parts_count = 2;
    result.parts = piece.split(axis, split_point(piece.side(axis), gap));
    return result;
}

bool is_zero(const Interval& a) {
    return a.lower == 0.0 && a.upper == 0.0;
}

/// Zero throughout, or so small that its changes are lost below the normal numbers.
bool is_flat(const GradientEnclosure& g) {
    constexpr double lost = 1e-290;
    return g.x.magnitude() <= lost && g.y.magnitude() <= lost;
}

/// The axis along which f does not change on a piece, if there is one.
std::optional<Axis> constant_axis(const GradientEnclosure& g) {
    if (!g.value.is_continuous()) return std::nullopt;
    if (is_zero(g.y)) return Axis::y;
    return is_zero(g.x) ? std::optional(Axis::x) : std::nullopt;
}

Axis other(Axis axis) {
    return axis == Axis::x ? Axis::y : Axis::x;
}

/// The axis to divide along when nothing is known of derivatives: the longer one, seen from the domain's sides, but
/// never one along which f is constant. Nothing when the piece is as small as it gets.
std::optional<Axis> next_axis(const Rectangle& piece, const Scales& scales, std::optional<Axis> constant = {}) {
    const double x = piece.width() / scales.smallest_x, y = piece.height() / scales.smallest_y;
    const Axis longer = x >= y ? Axis::x : Axis::y;
    const Axis axis = constant ? other(*constant) : longer;
    if (piece.length(axis) <= scales.smallest(axis)) return std::nullopt;
    return axis;
}

Obstacle roughness(const GradientEnclosure& g) {
    if (!g.value.is_continuous()) return Obstacle::jump;
    if (!g.value.is_defined()) return Obstacle::gap;
    return g.value.is_smooth() ? Obstacle::wide : Obstacle::kink;
}

Examination examine_rough(IntervalModel& model, const Rectangle& piece, const GradientEnclosure& g,
                          const Scales& scales) {
    const bool gap = !g.value.is_defined();
    if (g.value.is_continuous()) {
        // Where f is smooth its derivatives are, too, whatever gaps their formulas have beyond f's own. Kinks have to
        // be seen from both sides of their seams.
        const Rectangle grown = piece.grown(0x1p-10 * piece.width(), 0x1p-10 * piece.height());
        const GradientEnclosure seen = g.value.is_smooth() ? g : model.gradient(grown);
        const bool known = !seen.x.is_empty() && !seen.y.is_empty() && seen.value.is_continuous();
        if (known && !seen.may_vanish()) {
            Examination result = discarded();
            result.rim = gap;
            return result;
        }
    }
    const std::optional<Axis> axis = next_axis(piece, scales, constant_axis(g));
    if (!axis) return undecided(roughness(g));
    Examination result = divided(piece, *axis, gap);
    result.obstacle = roughness(g);
    result.hard = true;
    return result;
}

/// A part of `range`, but not smaller than the smallest piece: less decides nothing and drowns in rounding.
Interval widened(const Interval& part, const Interval& range, double smallest) {
    const double missing = std::max(0.0, smallest - (part.upper - part.lower));
    return intersection({part.lower - 0.5 * missing, part.upper + 0.5 * missing}, range);
}

Rectangle widened(const Rectangle& part, const Rectangle& piece, const Scales& scales) {
    return {widened(part.x, piece.x, 0.5 * scales.smallest_x), widened(part.y, piece.y, 0.5 * scales.smallest_y)};
}

/// f is constant along one axis: the roots of its derivative along the other are lines.
Examination examine_line(IntervalModel& model, const Rectangle& piece, const DerivativeEnclosure& d, Axis axis,
                         const Scales& scales) {
    if (piece.length(axis) <= scales.smallest(axis)) return undecided(Obstacle::line);
    const Interval& range = piece.side(axis);
    const GradientEnclosure middle = model.gradient(piece.with(axis, range.middle()));
    const Interval rest = contract(range, d.hessian.second(axis), middle.along(axis));
    if (rest.is_empty()) return discarded();
    return divided(piece.with(axis, widened(rest, range, scales.smallest(axis))), axis);
}

/// Where dividing lowers the uncertainty of the gradient most, unless the piece is long and thin already.
Axis steeper_axis(const Rectangle& piece, const HessianEnclosure& h, Axis longer, const Scales& scales) {
    const double along_x = piece.width() * (h.xx.width() + h.xy.width());
    const double along_y = piece.height() * (h.xy.width() + h.yy.width());
    const double ratio = piece.width() * scales.smallest_y / (piece.height() * scales.smallest_x);
    const bool comparable = std::isfinite(along_x) && std::isfinite(along_y) && ratio > 0x1p-6 && ratio < 0x1p6;
    if (!comparable || along_x == along_y) return longer;
    return along_x > along_y ? Axis::x : Axis::y;
}

bool may_be_singular(const HessianEnclosure& h) {
    return (h.xx * h.yy - Arithmetic<Interval>::square(h.xy)).contains(0.0);
}

/// The root that doubles find near the piece, if it can be certified and the piece has no other.
std::optional<CertifiedRoot> only_root(IntervalModel& model, const Rectangle& piece, const Matrix2& inverse) {
    const double width = piece.width(), height = piece.height();
    const std::optional<ApproximateRoot> found = newton(model, piece);
    if (!found) return std::nullopt;
    std::optional<CertifiedRoot> root = certify(model, found->x, found->y, width, height);
    if (!root || piece.contains(root->enclosure)) return root;
    // The root lies on a seam or a little outside: is it the only one of the piece and its surroundings?
    const Rectangle both = hull(piece, root->enclosure);
    const DerivativeEnclosure over = model.derivatives(both);
    const bool only = over.gradient.is_smooth() && at_most_one_root(both, over.hessian, inverse);
    return only ? root : std::nullopt;
}

Examination examine_smooth(IntervalModel& model, const Rectangle& piece, const Scales& scales) {
    const DerivativeEnclosure d = model.derivatives(piece);
    if (is_flat(d.gradient)) return undecided(Obstacle::flat);
    if (const auto constant = constant_axis(d.gradient)) return examine_line(model, piece, d, other(*constant), scales);
    const std::optional<Axis> axis = next_axis(piece, scales);
    if (!d.hessian.is_finite()) return axis ? divided(piece, *axis) : undecided(Obstacle::wide);

    const GradientEnclosure middle = model.gradient(piece.middle());
    const Interval dx = piece.x - piece.x.middle(), dy = piece.y - piece.y.middle();
    const GradientEnclosure mean_value{middle.value, middle.x + d.hessian.xx * dx + d.hessian.xy * dy,
                                       middle.y + d.hessian.xy * dx + d.hessian.yy * dy};
    if (!mean_value.may_vanish()) return discarded();

    Rectangle rest = piece;
    if (const std::optional<Matrix2> inverse = midpoint_inverse(d.hessian)) {
        rest = contract(piece, d.hessian, middle, *inverse);
        if (rest.is_empty()) return discarded();
        rest = widened(rest, piece, scales);
        if (at_most_one_root(piece, d.hessian, *inverse)) {
            if (std::optional<CertifiedRoot> root = only_root(model, piece, *inverse)) {
                Examination result;
                result.verdict = Verdict::resolved;
                result.root = root;
                return result;
            }
        }
    }
    const bool small = piece.width() <= scales.small_x && piece.height() <= scales.small_y;
    const bool degenerate = small && may_be_singular(d.hessian) && degenerate_root_near(model, piece, d.hessian);
    if (!axis) return undecided(degenerate ? Obstacle::degenerate : Obstacle::wide);

    Examination result;
    const bool shrunk = rest.width() * rest.height() < 0.5 * piece.width() * piece.height();
    if (shrunk && !degenerate) {
        result.verdict = Verdict::divided;
        result.parts_count = 1;
        result.parts[0] = rest;
    } else {
        result = divided(rest, steeper_axis(rest, d.hessian, *axis, scales));
    }
    if (degenerate) {
        result.hard = true;
        result.obstacle = Obstacle::degenerate;
    }
    return result;
}

double smallest_side(const Interval& range) {
    return std::max(0x1p-26 * (range.upper - range.lower), 0x1p-46 * range.magnitude());
}

}  // namespace

Scales::Scales(const Rectangle& box)
    : domain(box),
      smallest_x(smallest_side(box.x)),
      smallest_y(smallest_side(box.y)),
      small_x(std::max(0x1p-6 * box.width(), smallest_x)),
      small_y(std::max(0x1p-6 * box.height(), smallest_y)) {}

Examination examine(IntervalModel& model, const Rectangle& piece, const Scales& scales) {
    const GradientEnclosure g = model.gradient(piece);
    if (g.value.is_empty()) return discarded();
    if (!g.is_smooth()) return examine_rough(model, piece, g, scales);
    if (!g.may_vanish()) return discarded();
    return examine_smooth(model, piece, scales);
}

}  // namespace thalweg

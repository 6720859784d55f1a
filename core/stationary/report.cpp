#include "core/stationary/report.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/stationary/approximate_root.h"
#include "core/stationary/global_minimum.h"

namespace thalweg {
namespace {

/// The class that the signs of determinant and trace prove; nothing when either may be zero.
std::optional<StationaryClass> proved_class(const HessianEnclosure& h) {
    int exponent = 0;
    std::frexp(h.magnitude(), &exponent);
    const Interval scale = std::ldexp(1.0, std::clamp(-exponent, -1000, 1000));  // lest 1e-200 · 1e-200 be 0
    const Interval xx = scale * h.xx, xy = scale * h.xy, yy = scale * h.yy;
    const Interval determinant = xx * yy - Arithmetic<Interval>::square(xy), trace = xx + yy;
    if (determinant.upper < 0.0) return StationaryClass::saddle;
    if (!(determinant.lower > 0.0)) return std::nullopt;
    if (trace.lower > 0.0) return StationaryClass::minimum;
    if (trace.upper < 0.0) return StationaryClass::maximum;
    return std::nullopt;
}

/// Fills in what a table shows of a stationary point; for curves only the direction along x counts.
StationaryPoint described(IntervalModel& model, double x, double y) {
    const LocalDerivatives d = model.at(x, y);
    StationaryPoint point{.x = x, .y = y, .value = d.value};
    const GradientEnclosure g = model.gradient(Rectangle::point(x, y));
    const Interval gx = g.x.magnitude(), gy = g.y.magnitude();
    point.gradient_bound = Arithmetic<Interval>::hypot(gx, gy).upper;
    if (model.is_curve()) {
        point.eigenvalues = {d.xx, d.xx};
        point.eigenvectors = {{{1.0, 0.0}, {0.0, 1.0}}};
        return point;
    }
    Eigen::Matrix2d hessian;
    hessian << d.xx, d.xy, d.xy, d.yy;
    const Eigensystem system = eigensystem(hessian);
    for (int i = 0; i < 2; ++i) {
        const auto row = static_cast<std::size_t>(i);
        point.eigenvalues[row] = system.values(i);
        point.eigenvectors[row] = {system.vectors(0, i), system.vectors(1, i)};
    }
    return point;
}

bool on_edge(const IntervalModel& model, const Rectangle& enclosure, const Rectangle& domain) {
    const bool on_x = enclosure.x.contains(domain.x.lower) || enclosure.x.contains(domain.x.upper);
    const bool on_y = enclosure.y.contains(domain.y.lower) || enclosure.y.contains(domain.y.upper);
    return on_x || (on_y && !model.is_curve());
}

StationaryPoint certified_point(IntervalModel& model, const CertifiedRoot& root, const Rectangle& domain) {
    const Rectangle inside = intersection(root.enclosure, domain);
    StationaryPoint point = described(model, inside.x.middle(), inside.y.middle());
    std::optional<StationaryClass> kind = proved_class(model.derivatives(root.enclosure).hessian);
    // A curve's y²/2 curves upward.
    if (model.is_curve() && kind == StationaryClass::saddle) kind = StationaryClass::maximum;
    point.certified = kind.has_value();
    point.kind = kind.value_or(StationaryClass::degenerate);
    point.on_edge = on_edge(model, root.enclosure, domain);
    return point;
}

/// Degenerate roots found in doubles, one for each small group of open pieces that hangs together.
std::vector<StationaryPoint> degenerate_points(IntervalModel& model, const SearchResult& result, const Scales& scales) {
    std::vector<StationaryPoint> points;
    for (const auto& group : components(result.open, scales.smallest_x, scales.smallest_y)) {
        Rectangle around = result.open[group.front()].rectangle;
        bool degenerate = false;
        for (const std::size_t i : group) {
            around = hull(around, result.open[i].rectangle);
            degenerate |= result.open[i].obstacle == Obstacle::degenerate;
        }
        const bool isolated = around.width() <= 0.25 * scales.small_x && around.height() <= 0.25 * scales.small_y;
        if (!degenerate || !isolated) continue;
        const auto root = degenerate_root(model, around, model.derivatives(around).hessian);
        if (!root) continue;
        StationaryPoint point = described(model, root->x, root->y);
        point.on_edge = on_edge(model, around, scales.domain);
        points.push_back(point);
    }
    return points;
}

void mark_global_minima(IntervalModel& model, const SearchResult& result, const Rectangle& domain,
                        std::vector<StationaryPoint>& points) {
    std::vector<MinimumCandidate> candidates;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < result.roots.size(); ++i) {
        if (points[i].kind != StationaryClass::minimum) continue;
        const CertifiedRoot& root = result.roots[i];
        const bool convex = proved_class(model.derivatives(root.uniqueness).hessian) == StationaryClass::minimum;
        candidates.push_back({model.value(root.enclosure), convex ? root.uniqueness : root.enclosure});
        indices.push_back(i);
    }
    std::vector<Rectangle> doubtful = result.rims;
    for (const OpenPiece& piece : result.open) doubtful.push_back(piece.rectangle);
    const std::vector<bool> lowest = global_minima(model, domain, candidates, doubtful);
    for (std::size_t k = 0; k < indices.size(); ++k) points[indices[k]].global_minimum = lowest[k];
}

}  // namespace

void put_findings(IntervalModel& model, const SearchResult& result, const Scales& scales, bool global,
                  StationaryReport& report) {
    const Rectangle& domain = scales.domain;
    for (const CertifiedRoot& root : result.roots) report.points.push_back(certified_point(model, root, domain));
    if (!result.cancelled) {
        if (global) mark_global_minima(model, result, domain, report.points);
        const std::vector<StationaryPoint> degenerate = degenerate_points(model, result, scales);
        report.points.insert(report.points.end(), degenerate.begin(), degenerate.end());
    }
    std::ranges::sort(report.points, {}, [](const StationaryPoint& p) { return std::tuple(p.value, p.x, p.y); });
    report.undecided = merge(result.open, scales);
    report.cancelled = result.cancelled;
    report.complete = !report.cancelled && report.undecided.empty() &&
                      std::ranges::all_of(report.points, &StationaryPoint::certified);
}

}  // namespace thalweg

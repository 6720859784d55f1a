#include "core/stationary/newton_search.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace thalweg {
namespace {

constexpr int starts_per_side = 15, most_steps = 60;
/// Of the box's diagonal: the longest step, when a step counts as none, and how near two points are the same.
constexpr double longest = 0.1, shortest = 1e-13, same = 1e-6;

/// f at a place with all its derivatives.
struct Look {
    Eigen::Vector2d gradient;
    Eigen::Matrix2d hessian;
    double value = 0;
    bool finite() const { return std::isfinite(value) && gradient.allFinite() && hessian.allFinite(); }
};

Look look_at(Evaluator& f, const Eigen::Vector2d& x) {
    Look look;
    look.value = f.hessian({x.data(), 2}, {look.gradient.data(), 2}, {look.hessian.data(), 4});
    return look;
}

/// Where Newton's method comes to rest; nullopt when it does not, or outside of the box.
std::optional<Eigen::Vector2d> root_from(Evaluator& f, Eigen::Vector2d x, const Box& box) {
    const double diagonal = std::hypot(box.width(), box.height());
    for (int i = 0; i < most_steps; ++i) {
        const Look look = look_at(f, x);
        if (!look.finite()) return std::nullopt;
        const Eigen::FullPivLU<Eigen::Matrix2d> solver(look.hessian);
        if (!solver.isInvertible()) return std::nullopt;
        Eigen::Vector2d step = solver.solve(look.gradient);
        const double length = step.norm();
        if (length > longest * diagonal) step *= longest * diagonal / length;
        x -= step;
        if (!box.contains(x[0], x[1])) return std::nullopt;
        if (length <= shortest * diagonal) return f.differentiable({x.data(), 2}) ? std::optional(x) : std::nullopt;
    }
    return std::nullopt;
}

StationaryPoint described(Evaluator& f, const Eigen::Vector2d& x) {
    const Look look = look_at(f, x);
    const Eigensystem eigen = eigensystem(look.hessian);
    StationaryPoint point{.x = x[0], .y = x[1], .value = look.value, .gradient_bound = look.gradient.norm()};
    for (const int i : {0, 1}) {
        const auto k = static_cast<std::size_t>(i);
        point.eigenvalues[k] = eigen.values[i];
        point.eigenvectors[k] = {eigen.vectors(0, i), eigen.vectors(1, i)};
    }
    point.kind = classify_stationary(eigen.values);
    return point;
}

}  // namespace

StationaryReport newton_search(const Landscape& landscape, const Box& box, const std::stop_token& stop,
                               const std::function<void(double)>& progress) {
    StationaryReport report;
    const auto f = landscape.evaluator();
    const double near = same * std::hypot(box.width(), box.height());
    for (int row = 0; row < starts_per_side; ++row) {
        if (progress) progress(static_cast<double>(row) / starts_per_side);
        for (int column = 0; column < starts_per_side; ++column) {
            if (stop.stop_requested()) {
                report.cancelled = true;
                return report;
            }
            const Eigen::Vector2d start(box.x0 + box.width() * (column + 0.5) / starts_per_side,
                                        box.y0 + box.height() * (row + 0.5) / starts_per_side);
            const auto root = root_from(*f, start, box);
            if (!root) continue;
            const bool known = std::ranges::any_of(report.points, [&](const StationaryPoint& point) {
                return std::hypot(point.x - (*root)[0], point.y - (*root)[1]) <= near;
            });
            if (!known) report.points.push_back(described(*f, *root));
        }
    }
    std::ranges::sort(report.points, [](const StationaryPoint& a, const StationaryPoint& b) {
        return std::tie(a.value, a.x, a.y) < std::tie(b.value, b.x, b.y);
    });
    report.undecided.push_back({box, "found by Newton's method from a grid of places, there may be others"});
    return report;
}

}  // namespace thalweg

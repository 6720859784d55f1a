#include "core/descent/rest_point.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace thalweg {
namespace {

/// From near by, Newton's method ends within a few steps where the Hessian is regular; where it is singular each step
/// goes a fixed share of the way only.
constexpr int steps_of_a_simple_point = 16;
constexpr int most_steps_of_newton = 100;
constexpr double nothing = 1e-13;  ///< a step that short, measured by the coordinates, is rounding

struct Newton {
    double dx = 0.0, dy = 0.0;
    Eigen::VectorXd eigenvalues;
};

/// −H⁺ g, with the pseudo-inverse of the Hessian: along a level floor it does not move.
Newton newton_step(const Eigen::Vector2d& gradient, const Eigen::Matrix2d& hessian) {
    const Eigensystem eigen = eigensystem(hessian);
    constexpr double zero = 1e-10;
    const double smallest = zero * eigen.values.cwiseAbs().maxCoeff();
    Eigen::Vector2d step = Eigen::Vector2d::Zero();
    for (Eigen::Index i = 0; i < 2; ++i) {
        if (!(std::abs(eigen.values[i]) > smallest)) continue;
        const Eigen::Vector2d axis = eigen.vectors.col(i);
        step -= axis * (axis.dot(gradient) / eigen.values[i]);
    }
    return {step[0], step[1], eigen.values};
}

/// Points by the square cell of the plane that they lie in.
class Cells {
  public:
    explicit Cells(double size) : size_(size) {}

    void put(const RestPoint& point, int index) { cells_[key(column(point.x), column(point.y))].push_back(index); }

    /// Calls visit(index) for all that lie in the point's cell and the eight around it.
    template <class Visit>
    void around(const RestPoint& point, Visit&& visit) const {
        for (std::int64_t i = -1; i <= 1; ++i) {
            for (std::int64_t j = -1; j <= 1; ++j) {
                const auto cell = cells_.find(key(column(point.x) + i, column(point.y) + j));
                if (cell == cells_.end()) continue;
                for (const int index : cell->second) visit(index);
            }
        }
    }

  private:
    std::int64_t column(double coordinate) const {
        constexpr double most = 1e15;
        return static_cast<std::int64_t>(std::clamp(std::floor(coordinate / size_), -most, most));
    }
    static std::uint64_t key(std::int64_t column, std::int64_t row) {
        return static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15 + static_cast<std::uint64_t>(row);
    }

    double size_;
    std::unordered_map<std::uint64_t, std::vector<int>> cells_;
};

double distance(const RestPoint& a, const RestPoint& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Sets that grow together. Tarjan, 1975.
class Sets {
  public:
    explicit Sets(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }

    int first_of(int index) {
        auto at = static_cast<std::size_t>(index);
        while (std::cmp_not_equal(parents_[at], at)) {
            parents_[at] = parents_[static_cast<std::size_t>(parents_[at])];
            at = static_cast<std::size_t>(parents_[at]);
        }
        return static_cast<int>(at);
    }

    /// The smaller index stands for both.
    void join(int a, int b) {
        a = first_of(a);
        b = first_of(b);
        parents_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    }

  private:
    std::vector<int> parents_;
};

}  // namespace

std::optional<RestPoint> rest_point_near(Evaluator& evaluator, double x, double y, double reach, int variables) {
    RestPoint point{.x = x, .y = y};
    Eigen::Vector2d gradient;
    Eigen::Matrix2d hessian;
    double last = 0.0;
    for (int step = 0; step < most_steps_of_newton; ++step) {
        const std::array here{point.x, point.y};
        point.value = evaluator.hessian(here, {gradient.data(), 2}, {hessian.data(), 4});
        if (!std::isfinite(point.value) || !gradient.allFinite() || !hessian.allFinite()) return std::nullopt;
        const Newton newton = newton_step(gradient, hessian);
        const double length = std::hypot(newton.dx, newton.dy);
        if (length <= nothing * std::max({reach, std::abs(point.x), std::abs(point.y)})) {
            // No step at all, but a slope: the curvatures are too small to divide by.
            if (length == 0.0 && !gradient.isZero()) return std::nullopt;
            // Along y a curve is level, which makes none of its points degenerate.
            if (step < steps_of_a_simple_point)
                point.kind = variables == 1 ? classify_stationary(Eigen::VectorXd::Constant(1, hessian(0, 0)))
                                            : classify_stationary(newton.eigenvalues);
            return point;
        }
        point.x += newton.dx;
        point.y += newton.dy;
        if (!(std::hypot(point.x - x, point.y - y) <= reach)) return std::nullopt;
        last = length;
    }
    constexpr double arrived = 1e-3;
    return last <= arrived * reach ? std::optional(point) : std::nullopt;
}

std::vector<int> representatives(const std::vector<RestPoint>& points, double same, double reach) {
    Sets sets(points.size());
    Cells simple(same), degenerate(reach);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const RestPoint& point = points[i];
        const bool spread = point.kind == StationaryClass::degenerate;
        const double joined = spread ? reach : same;
        // Of points close together one is kept to compare others with, so that cells stay small.
        constexpr double dense = 0.125;
        const double kept_apart = spread ? dense * reach : same;
        Cells& cells = spread ? degenerate : simple;
        bool near_one = false;
        cells.around(point, [&](int other) {
            const double apart = distance(point, points[static_cast<std::size_t>(other)]);
            if (apart > joined) return;
            sets.join(static_cast<int>(i), other);
            near_one = near_one || apart <= kept_apart;
        });
        if (!near_one) cells.put(point, static_cast<int>(i));
    }
    std::vector<int> result(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) result[i] = sets.first_of(static_cast<int>(i));
    return result;
}

}  // namespace thalweg

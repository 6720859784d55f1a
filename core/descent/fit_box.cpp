#include "core/descent/fit_box.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/descent/run.h"

namespace thalweg {
namespace {

constexpr double far_away = 1000;

/// Rounded up to 1, 2 or 5 times a power of ten.
double round_up(double length) {
    const double unit = std::pow(10.0, std::floor(std::log10(length)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (length <= step * unit) return step * unit;
    }
    return 10 * unit;
}

/// Whether descent has come to a minimum as seen along its way, and not only to where f hardly falls any more: Newton's
/// step along the way is next to nothing of it.
bool is_arrival(Evaluator& evaluator, const std::array<double, 2>& end) {
    constexpr double next_to_nothing = 1e-3;
    std::array<double, 2> gradient{};
    std::array<double, 4> hessian{};
    evaluator.hessian(end, gradient, hessian);
    const double slope = end[0] * gradient[0] + end[1] * gradient[1];
    const double curvature =
        end[0] * end[0] * hessian[0] + end[0] * end[1] * (hessian[1] + hessian[2]) + end[1] * end[1] * hessian[3];
    return curvature > 0 && std::abs(slope) <= next_to_nothing * curvature;
}

/// Where descent came to; or, on a plain that falls for ever but less and less, half the way there, again and again,
/// while that takes off all but a twentieth of the fall. (Half the way to the minimum of a parabola a quarter is left.)
std::array<double, 2> worth_seeing(const Landscape& landscape, std::array<double, 2> end) {
    const auto evaluator = landscape.evaluator();
    const double high = evaluator->value(std::array{0.0, 0.0}), low = evaluator->value(end);
    const auto as_low = [&](const std::array<double, 2>& at) {
        return evaluator->value(at) - low <= 0.05 * (high - low);
    };
    if (!(high > low) || !std::isfinite(high - low) || is_arrival(*evaluator, end)) return end;
    while (as_low({end[0] / 2, end[1] / 2})) end = {end[0] / 2, end[1] / 2};
    return end;
}

}  // namespace

Box fit_box(const Landscape& landscape) {
    constexpr Box usual{-5, 5, -5, 5};
    const RunRequest request{.start = {0, 0},
                             .optimizer = {Lbfgs{.max_iter = 1, .line_search_fn = Lbfgs::LineSearch::strong_wolfe}},
                             .whole = true};
    const Trajectory descent = run(landscape, request, {.steps = 200});
    const auto last = descent.position(descent.rows() - 1);
    if (descent.reason == StopReason::undefined || !std::isfinite(std::hypot(last[0], last[1]))) return usual;
    const auto end = worth_seeing(landscape, {last[0], last[1]});
    if (!(std::hypot(end[0], end[1]) < far_away)) return usual;
    // As wide as it is high would hide a minimum far out on one axis only.
    const double half_x = round_up(std::max(1.2 * std::abs(end[0]), 1.0));
    const double half_y = round_up(std::max(1.2 * std::abs(end[1]), 1.0));
    // Ends are round numbers, free of the last digit that 0.8 - 1 has.
    const auto side = [](double at, double half, double sign) {
        return (std::round(at / half * 10) + sign * 10) / 10 * half;
    };
    return {side(end[0], half_x, -1), side(end[0], half_x, 1), side(end[1], half_y, -1), side(end[1], half_y, 1)};
}

}  // namespace thalweg

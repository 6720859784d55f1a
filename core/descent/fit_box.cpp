#include "core/descent/fit_box.h"

#include <algorithm>
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

}  // namespace

Box fit_box(const Landscape& landscape) {
    constexpr Box usual{-5, 5, -5, 5};
    const RunRequest request{.start = {0, 0},
                             .optimizer = {Lbfgs{.max_iter = 1, .line_search_fn = Lbfgs::LineSearch::strong_wolfe}},
                             .whole = true};
    const Trajectory descent = run(landscape, request, {.steps = 200});
    const auto end = descent.position(descent.rows() - 1);
    if (descent.reason == StopReason::undefined || !(std::hypot(end[0], end[1]) < far_away)) return usual;
    // As wide as it is high would hide a minimum far out on one axis only.
    const double half_x = round_up(std::max(1.2 * std::abs(end[0]), 1.0));
    const double half_y = round_up(std::max(1.2 * std::abs(end[1]), 1.0));
    const auto middle = [](double at, double half) { return std::round(at / half * 10) / 10 * half; };
    const double x = middle(end[0], half_x), y = middle(end[1], half_y);
    return {x - half_x, x + half_x, y - half_y, y + half_y};
}

}  // namespace thalweg

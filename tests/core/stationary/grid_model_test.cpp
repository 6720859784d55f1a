#include "core/stationary/grid_model.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "tests/core/stationary/grid_samples.h"

namespace thalweg {
namespace {

const std::vector<double> xs = {-2, -1.5, -0.25, 0, 0.5, 1.75, 2};
const std::vector<double> ys = {0, 0.5, 0.75, 2, 3};

double wave(double x, double y) {
    return std::sin(3 * x + y * y);
}

TEST(GridModel, EnclosesWhatTheEvaluatorSays) {
    const GridLandscape landscape = sampled(xs, ys, wave);
    const auto evaluator = landscape.evaluator();
    GridModel model(landscape);
    std::mt19937 random(7);
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    for (int i = 0; i < 400; ++i) {
        // From points to the whole grid, across cell lines and not.
        const double size = std::pow(0.5, i % 24), x = between(-2, 2), y = between(0, 3);
        const Rectangle r{{std::max(x - size, -2.0), std::min(x + size, 2.0)},
                          {std::max(y - size, 0.0), std::min(y + size, 3.0)}};
        const DerivativeEnclosure seen = model.derivatives(r);
        ASSERT_TRUE(seen.gradient.is_smooth());
        for (int k = 0; k < 20; ++k) {
            const std::array at{between(r.x.lower, r.x.upper), between(r.y.lower, r.y.upper)};
            std::array<double, 2> gradient{};
            std::array<double, 4> hessian{};
            const double f = evaluator->hessian(at, gradient, hessian);
            const double rounding = 1e-12;
            const auto holds = [&](const Interval& range, double value) {
                return value >= range.lower - rounding && value <= range.upper + rounding;
            };
            EXPECT_TRUE(holds(seen.gradient.value, f) && holds(seen.gradient.x, gradient[0]) &&
                        holds(seen.gradient.y, gradient[1]) && holds(seen.hessian.xx, hessian[0]) &&
                        holds(seen.hessian.xy, hessian[1]) && holds(seen.hessian.yy, hessian[3]))
                << at[0] << ' ' << at[1] << " in " << size;
        }
    }
}

TEST(GridModel, OfTinyRectanglesTheEnclosureIsTight) {
    const GridLandscape landscape = sampled(xs, ys, wave);
    GridModel model(landscape);
    const DerivativeEnclosure seen = model.derivatives(Rectangle::point(0.3, 1.1).grown(1e-9, 1e-9));
    EXPECT_LT(seen.gradient.x.width(), 1e-7);
    EXPECT_LT(seen.hessian.yy.width(), 1e-6);
    const DerivativeEnclosure point = model.derivatives(Rectangle::point(0.3, 1.1));
    EXPECT_LT(point.gradient.x.width(), 1e-12);
}

TEST(GridModel, KnowsWhereThereIsNothing) {
    const GridLandscape landscape =
        sampled(xs, ys, [](double x, double y) { return x == 0.5 && y == 0.75 ? std::nan("") : wave(x, y); });
    GridModel model(landscape);
    EXPECT_TRUE(model.value({{-1.9, -1.6}, {0.1, 0.4}}).is_defined());
    EXPECT_FALSE(model.value({{1.5, 2.5}, {2.1, 2.5}}).is_defined()) << "reaches beyond the grid";
    EXPECT_FALSE(model.value({{-0.2, 0.1}, {0.6, 0.7}}).is_defined()) << "reaches into a cell with a hole";
    EXPECT_TRUE(model.value({{-0.2, 0.0}, {0.6, 0.7}}).is_defined()) << "ends at its rim";
    EXPECT_TRUE(model.value({{0.1, 0.2}, {0.6, 0.7}}).is_empty());
    EXPECT_TRUE(model.value({{3, 4}, {1, 2}}).is_empty());
}

}  // namespace
}  // namespace thalweg

#include "core/sampling/height_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

namespace thalweg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double pi = std::numbers::pi;

constexpr HeightScaleKind all_kinds[] = {HeightScaleKind::linear, HeightScaleKind::logarithmic,
                                         HeightScaleKind::clipped};

double square(double v) {
    return v * v;
}

/// A landscape, the box it is looked at in, and the scale that shows it.
struct Example {
    std::string name;
    std::function<double(double, double)> f;
    double x0, x1, y0, y1;
    HeightScaleKind expected;
    int nodes = 256;
};

std::vector<double> sample(const Example& example) {
    std::vector<double> values;
    for (int r = 0; r < example.nodes; ++r) {
        for (int c = 0; c < example.nodes; ++c) {
            values.push_back(example.f(std::lerp(example.x0, example.x1, c / (example.nodes - 1.0)),
                                       std::lerp(example.y0, example.y1, r / (example.nodes - 1.0))));
        }
    }
    return values;
}

double rosenbrock(double x, double y) {
    return square(1 - x) + 100 * square(y - x * x);
}

const std::vector<Example>& examples() {
    using enum HeightScaleKind;
    static const std::vector<Example> table = {
        {"bowl", [](double x, double y) { return x * x + y * y; }, -4, 4, -4, 4, linear},
        {"ravine", [](double x, double y) { return 0.5 * (x * x + 50 * y * y); }, -10, 10, -2, 2, linear},
        {"saddle", [](double x, double y) { return x * x - y * y; }, -3, 3, -3, 3, linear},
        {"monkey saddle", [](double x, double y) { return x * x * x - 3 * x * y * y; }, -2, 2, -2, 2, linear},
        {"himmelblau", [](double x, double y) { return square(x * x + y - 11) + square(x + y * y - 7); }, -5, 5, -5, 5,
         linear},
        {"rastrigin",
         [](double x, double y) { return 20 + x * x - 10 * std::cos(2 * pi * x) + y * y - 10 * std::cos(2 * pi * y); },
         -5.12, 5.12, -5.12, 5.12, linear},
        {"easom",
         [](double x, double y) { return -std::cos(x) * std::cos(y) * std::exp(-square(x - pi) - square(y - pi)); },
         -10, 10, -10, 10, linear},
        {"booth", [](double x, double y) { return square(x + 2 * y - 7) + square(2 * x + y - 5); }, -10, 10, -10, 10,
         linear},
        {"ln(x²+y²), no node at 0", [](double x, double y) { return std::log(x * x + y * y); }, -3, 3, -3, 3, linear},
        {"hemisphere", [](double x, double y) { return std::sqrt(4 - x * x - y * y); }, -3, 3, -3, 3, linear},
        {"rosenbrock", rosenbrock, -2, 2, -1, 3, logarithmic},
        {"beale",
         [](double x, double y) {
             return square(1.5 - x + x * y) + square(2.25 - x + x * y * y) + square(2.625 - x + x * y * y * y);
         },
         -4.5, 4.5, -4.5, 4.5, logarithmic},
        {"goldstein-price",
         [](double x, double y) {
             return (1 + square(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) *
                    (30 + square(2 * x - 3 * y) * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));
         },
         -2, 2, -2, 2, logarithmic},
        {"overflowing", [](double x, double) { return std::exp(square(square(x))); }, -10, 10, -1, 1, logarithmic},
        {"ln(x²+y²), a node at 0", [](double x, double y) { return std::log(x * x + y * y); }, -3, 3, -3, 3, clipped,
         257},
        {"1/x", [](double x, double) { return 1 / x; }, -5, 5, -5, 5, clipped},
        {"-1/(x²+y²)", [](double x, double y) { return -1 / (x * x + y * y); }, -5, 5, -5, 5, clipped},
    };
    return table;
}

TEST(ChooseHeightScale, suits_the_landscape) {
    for (const Example& example : examples()) {
        EXPECT_EQ(choose_height_scale(sample(example)), example.expected) << example.name;
    }
}

TEST(HeightScale, is_monotone_and_inverted_by_value) {
    for (const Example& example : examples()) {
        const std::vector<double> values = sample(example);
        for (const HeightScaleKind kind : all_kinds) {
            const HeightScale scale = fit_height_scale(kind, values);
            ASSERT_LT(scale.low, scale.high) << example.name;
            double previous = -1.0;
            for (int i = 0; i <= 100; ++i) {
                const double h = i / 100.0;
                const double f = scale.value(h);
                EXPECT_NEAR(scale.height(f), h, 1e-12) << example.name;
                EXPECT_GT(scale.height(f), previous) << example.name;
                previous = scale.height(f);
            }
        }
    }
}

TEST(HeightScale, slope_is_the_derivative) {
    for (const Example& example : examples()) {
        const std::vector<double> values = sample(example);
        for (const HeightScaleKind kind : all_kinds) {
            const HeightScale scale = fit_height_scale(kind, values);
            for (const double h : {0.05, 0.3, 0.5, 0.7, 0.95}) {
                const double f = scale.value(h);
                // Central difference with a step of 1e-5 of the height: the error of third order is below 1e-7.
                const double step = 1e-5 / scale.slope(f);
                const double difference = (scale.height(f + step) - scale.height(f - step)) / (2 * step);
                EXPECT_NEAR(scale.slope(f) / difference, 1.0, 1e-6) << example.name << " at height " << h;
            }
        }
    }
}

TEST(HeightScale, goes_on_beyond_the_range_unless_clipped) {
    const std::vector<double> values = sample(examples()[0]);
    for (const HeightScaleKind kind : all_kinds) {
        const HeightScale scale = fit_height_scale(kind, values);
        const double range = scale.high - scale.low;
        const double above = scale.height(scale.high + range), below = scale.height(scale.low - range);
        if (kind == HeightScaleKind::clipped) {
            EXPECT_EQ(above, 1.0);
            EXPECT_EQ(below, 0.0);
            EXPECT_EQ(scale.slope(scale.high + range), 0.0);
            EXPECT_EQ(scale.height(infinity), 1.0);
        } else {
            EXPECT_GT(above, 1.05);
            EXPECT_LT(below, -0.05);
        }
        EXPECT_TRUE(std::isnan(scale.height(nan)));
    }
}

TEST(FitHeightScale, survives_odd_values) {
    const std::vector<std::vector<double>> odd = {
        {},
        {nan},
        {nan, infinity, -infinity},
        {0.0},
        {3.0, 3.0, 3.0},
        {-0.0, 0.0},
        {1e9, 1e9 + 1e-7},
        {-1e300, 1e300},
        {-std::numeric_limits<double>::max(), std::numeric_limits<double>::max(), 0.0},
        {5e-324, 0.0, 1e-323},
        {0.0, 0.0, 0.0, 0.0, infinity},
        {nan, 2.0, nan, 7.0, -infinity},
        {1e308, 1e308},
    };
    for (const auto& values : odd) {
        choose_height_scale(values);
        for (const HeightScaleKind kind : all_kinds) {
            const HeightScale scale = fit_height_scale(kind, values);
            EXPECT_TRUE(std::isfinite(scale.low) && std::isfinite(scale.high) && scale.low < scale.high);
            EXPECT_TRUE(std::isfinite(scale.knee) && scale.knee > 0);
            for (const double f : values) {
                EXPECT_EQ(std::isnan(scale.height(f)), std::isnan(f)) << f;
            }
        }
    }
}

TEST(FitHeightScale, constants_lie_at_half_height) {
    for (const double constant : {0.0, 1.0, -7.5, 1e12, 1e300}) {
        for (const HeightScaleKind kind : {HeightScaleKind::linear, HeightScaleKind::clipped}) {
            const HeightScale scale = fit_height_scale(kind, std::vector(100, constant));
            EXPECT_DOUBLE_EQ(scale.height(constant), 0.5) << constant;
        }
    }
}

TEST(FitHeightScale, keeps_a_small_landscape_on_a_huge_offset) {
    std::vector<double> values;
    for (int i = 0; i <= 1000; ++i) values.push_back(1e6 + 1e-3 * std::sin(i * 0.01));
    const HeightScale scale = fit_height_scale(HeightScaleKind::linear, values);
    EXPECT_NEAR(scale.high - scale.low, 2e-3, 1e-3);
    EXPECT_LT(scale.height(1e6 - 0.5e-3), scale.height(1e6 + 0.5e-3) - 0.3);
}

TEST(FitHeightScale, shows_most_of_what_spans_many_powers_of_ten) {
    const Example example{
        "exp(x y)", [](double x, double y) { return std::exp(x * y); }, -5, 5, -5, 5, HeightScaleKind::logarithmic};
    const std::vector<double> values = sample(example);
    EXPECT_EQ(choose_height_scale(values), HeightScaleKind::logarithmic);
    const HeightScale scale = fit_height_scale(HeightScaleKind::logarithmic, values);
    // Its logarithm is a saddle, which rises evenly along x = y.
    const double middle = scale.height(1);
    EXPECT_GT(middle, 0.15);
    EXPECT_NEAR(scale.height(std::exp(9)) - middle, 3 * (scale.height(std::exp(3)) - middle), 0.01);
    EXPECT_LT(scale.height(std::exp(-4)), middle - 0.08);
    // A plateau with one hill stays a plateau.
    std::vector<double> hill(1000, 0.0);
    hill[500] = 1;
    hill[501] = 1e-30;
    EXPECT_LT(fit_height_scale(HeightScaleKind::logarithmic, hill).height(1e-30), 0.01);
}

TEST(FitHeightScale, shows_the_valley_of_rosenbrock) {
    const HeightScale scale = fit_height_scale(HeightScaleKind::logarithmic, sample(examples()[10]));
    // Along the valley y = x² from (−1.4, 2) to the minimum: a visible slope all the way, below its walls.
    EXPECT_GT(scale.height(rosenbrock(-1.4, 1.96)), 0.25);
    EXPECT_GT(scale.height(rosenbrock(0.0, 0.0)), 0.08);
    EXPECT_LT(scale.height(rosenbrock(-1.4, 1.96)), scale.height(rosenbrock(-1.4, 2.96)) - 0.2);
}

TEST(FitHeightScale, clips_poles_and_keeps_what_is_beside_them) {
    for (const Example& example : examples()) {
        if (example.expected != HeightScaleKind::clipped) continue;
        const std::vector<double> values = sample(example);
        const HeightScale scale = fit_height_scale(HeightScaleKind::clipped, values);
        int inside = 0;
        for (const double f : values) inside += f > scale.low && f < scale.high;
        EXPECT_GT(inside, 0.85 * static_cast<double>(values.size())) << example.name;
    }
}

TEST(FitHeightScale, CutsPolesThatGoBothWaysAlike) {
    std::vector<double> both, below;
    for (int i = -500; i < 500; ++i) {
        both.push_back(1 / (i + 0.5));
        below.push_back(-1 / ((i + 0.5) * (i + 0.5)));
    }
    const HeightScale even = fit_height_scale(HeightScaleKind::clipped, both);
    EXPECT_NEAR(even.low, -even.high, 0.1 * even.high);
    const HeightScale deep = fit_height_scale(HeightScaleKind::clipped, below);
    EXPECT_LT(deep.low, -2 * std::abs(deep.high)) << "one pole is shown farther down";
}

}  // namespace
}  // namespace thalweg

#include "core/sampling/levels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace thalweg {
namespace {

TEST(RoundTicks, are_the_numbers_a_person_would_write) {
    struct Case {
        double low, high;
        int count;
        std::vector<double> expected;
    };
    const std::vector<Case> cases = {
        {0, 10, 5, {0, 2, 4, 6, 8, 10}},
        {-5, 5, 10, {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5}},
        {0, 1, 5, {0, 0.2, 0.4, 0.6, 0.8, 1}},
        {-0.31, 0.31, 3, {-0.2, 0, 0.2}},
        {0.1, 0.35, 5, {0.1, 0.15, 0.2, 0.25, 0.3, 0.35}},
        {0, 1e-7, 2, {0, 5e-8, 1e-7}},
        {1e6, 1e6 + 3, 3, {1e6, 1e6 + 1, 1e6 + 2, 1e6 + 3}},
        {1234, 5678, 4, {2000, 3000, 4000, 5000}},
    };
    for (const Case& c : cases) EXPECT_EQ(round_ticks(c.low, c.high, c.count), c.expected) << c.low << " " << c.high;
}

TEST(RoundTicks, are_about_as_many_as_asked_for) {
    for (const auto& [low, high] : {std::pair{-5.12, 5.12}, {0.0, 1e300}, {-1e-200, 3e-200}, {17.0, 17.003}}) {
        for (int count = 1; count <= 20; ++count) {
            const std::vector<double> ticks = round_ticks(low, high, count);
            EXPECT_LE(static_cast<int>(ticks.size()), 1.6 * count + 1);
            EXPECT_GE(static_cast<int>(ticks.size()), count / 3);
            for (const double tick : ticks) EXPECT_TRUE(tick >= low && tick <= high);
        }
    }
}

TEST(RoundTicks, survive_odd_ranges) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double largest = std::numeric_limits<double>::max();
    EXPECT_TRUE(round_ticks(1, 1, 5).empty());
    EXPECT_TRUE(round_ticks(2, 1, 5).empty());
    EXPECT_TRUE(round_ticks(0, infinity, 5).empty());
    EXPECT_TRUE(round_ticks(std::nan(""), 1, 5).empty());
    EXPECT_TRUE(round_ticks(0, 1, 0).empty());
    EXPECT_TRUE(round_ticks(-largest, largest, 5).empty());
    EXPECT_LE(round_ticks(1e16, 1e16 + 2, 8).size(), 3u);
    EXPECT_LE(round_ticks(0, 5e-324, 8).size(), 3u);
}

/// How many significant digits a number needs.
int digits(double value) {
    for (int n = 1; n < 17; ++n) {
        char text[40];
        std::snprintf(text, sizeof text, "%.*e", n - 1, value);
        if (std::strtod(text, nullptr) == value) return n;
    }
    return 17;
}

TEST(LevelValues, ascend_evenly_in_height_and_are_round) {
    struct Case {
        HeightScale scale;
        double low, high;
    };
    const std::vector<Case> cases = {
        {{HeightScaleKind::linear, 0, 50}, 0, 50},
        {{HeightScaleKind::linear, 0, 50}, 12.3, 13.1},
        {{HeightScaleKind::clipped, -3, 5}, -8, 1e4},
        {{HeightScaleKind::logarithmic, 0, 2509, 1}, 0, 2509},
        {{HeightScaleKind::logarithmic, 3, 1e6, 80}, 3, 1e6},
        {{HeightScaleKind::logarithmic, -1000, 1e6, 1}, -1000, 1e6},
        {{HeightScaleKind::logarithmic, 0, 1e20, 1}, 0, 1e20},
        {{HeightScaleKind::logarithmic, 0, 2509, 1}, 4.05, 4.31},
    };
    for (const auto& [scale, low, high] : cases) {
        const std::vector<double> levels = level_values(scale, low, high, 16);
        EXPECT_GE(levels.size(), 7u) << low << " " << high;
        EXPECT_LE(levels.size(), 26u) << low << " " << high;
        double narrowest = 1e300, widest = 0;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            EXPECT_TRUE(levels[i] >= low && levels[i] <= high);
            EXPECT_LE(digits(levels[i]), 5) << levels[i];
            if (i == 0) continue;
            const double gap = scale.height(levels[i]) - scale.height(levels[i - 1]);
            narrowest = std::min(narrowest, gap);
            widest = std::max(widest, gap);
        }
        EXPECT_GT(narrowest, 0.0);
        EXPECT_LT(widest, 5 * narrowest) << low << " " << high;
    }
}

TEST(LevelValues, exist_at_the_end_of_the_number_range) {
    const HeightScale scale{HeightScaleKind::logarithmic, 0.0, 4e307, 1.0};
    EXPECT_GE(level_values(scale, 1e299, 4e307, 16).size(), 8u);
}

TEST(LevelValues, of_a_window_that_is_wholly_clipped_are_still_there) {
    EXPECT_GE(level_values({HeightScaleKind::clipped, 0, 1}, 10, 20, 8).size(), 5u);
}

TEST(LevelValues, survive_odd_ranges) {
    for (const HeightScaleKind kind :
         {HeightScaleKind::linear, HeightScaleKind::logarithmic, HeightScaleKind::clipped}) {
        const HeightScale scale{kind, 0, 1, 1e-3};
        EXPECT_TRUE(level_values(scale, 1, 1, 5).empty());
        EXPECT_TRUE(level_values(scale, std::nan(""), 1, 5).empty());
        EXPECT_TRUE(level_values(scale, 0, std::numeric_limits<double>::infinity(), 5).empty());
        EXPECT_TRUE(level_values(scale, 0, 1, 0).empty());
    }
}

}  // namespace
}  // namespace thalweg

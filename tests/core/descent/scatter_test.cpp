#include "core/descent/scatter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace thalweg {
namespace {

TEST(ScatteredStarts, AreTheSameForTheSameSeedAndOthersForAnother) {
    const Box box{-1, 3, 0, 2};
    const auto once = scattered_starts({.count = 50, .seed = 7}, box);
    EXPECT_EQ(once, scattered_starts({.count = 50, .seed = 7}, box));
    EXPECT_NE(once, scattered_starts({.count = 50, .seed = 8}, box));
    const auto fewer = scattered_starts({.count = 20, .seed = 7}, box);
    EXPECT_TRUE(std::ranges::equal(fewer, std::span(once).first(20)));
}

TEST(ScatteredStarts, UniformOnesFillTheBoxEvenly) {
    const Box box{-1, 3, 0, 2};
    const auto starts = scattered_starts({.count = 4000}, box);
    std::array<int, 4> quarters{};
    for (const auto& [x, y] : starts) {
        EXPECT_TRUE(box.contains(x, y));
        ++quarters[static_cast<std::size_t>((x > 1 ? 1 : 0) + (y > 1 ? 2 : 0))];
    }
    // Five standard deviations of a share of 1/4.
    for (const int count : quarters) EXPECT_NEAR(count, 1000, 5 * std::sqrt(4000 * 0.25 * 0.75));
}

TEST(ScatteredStarts, GaussianOnesHaveTheirMeanAndDeviations) {
    const Box box{-2, 2, -1, 1};
    const auto starts =
        scattered_starts({.scatter = Scatter::gaussian, .count = 5000, .spread = 0.1, .x = 0.5, .y = -0.25}, box);
    double mean_x = 0, mean_y = 0, square_x = 0, square_y = 0;
    for (const auto& [x, y] : starts) {
        mean_x += x / 5000;
        mean_y += y / 5000;
        square_x += (x - 0.5) * (x - 0.5) / 5000;
        square_y += (y + 0.25) * (y + 0.25) / 5000;
    }
    EXPECT_NEAR(mean_x, 0.5, 5 * 0.4 / std::sqrt(5000));
    EXPECT_NEAR(mean_y, -0.25, 5 * 0.2 / std::sqrt(5000));
    EXPECT_NEAR(std::sqrt(square_x), 0.4, 0.03);
    EXPECT_NEAR(std::sqrt(square_y), 0.2, 0.015);
}

}  // namespace
}  // namespace thalweg

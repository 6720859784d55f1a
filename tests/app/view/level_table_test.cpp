#include "app/view/level_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace thalweg {
namespace {

const auto identity = [](double value) { return value; };

TEST(LevelTable, FindsTheNearestLevelFromAnyHeightNearIt) {
    const std::vector<double> levels = {0.1, 0.15, 0.4, 0.41, 0.97};
    const std::vector<float> table = level_table(levels, identity);
    ASSERT_EQ(table.size(), std::size_t{level_table_size} * 3);
    for (const double level : levels) {
        for (const double offset : {-0.003, 0.0, 0.003}) {
            const auto bin = static_cast<std::size_t>((level + offset) * level_table_size);
            EXPECT_FLOAT_EQ(table[3 * bin], static_cast<float>(level));
        }
    }
    EXPECT_NEAR(table[3 * static_cast<std::size_t>(0.4 * level_table_size) + 2], 0.01, 1e-6) << "distance to the next";
}

TEST(LevelTable, HasNoLineWhereThereIsNoLevel) {
    for (const std::vector<double>& levels : {std::vector<double>{}, std::vector<double>{-1, 2, NAN}}) {
        for (const float value : level_table(levels, identity)) EXPECT_LT(value, -1e5F);
    }
}

TEST(StrongLevels, AreEveryFourthAndStayWhenTheRangeMoves) {
    EXPECT_EQ(strong_levels(std::vector<double>{1, 2, 4, 8, 16}), (std::vector<bool>{true, false, false, false, true}))
        << "uneven: by index";
    EXPECT_EQ(strong_levels(std::vector<double>{-1, 0, 1, 2, 3, 4}),
              (std::vector<bool>{false, true, false, false, false, true}));
    EXPECT_EQ(strong_levels(std::vector<double>{2, 3, 4, 5}), (std::vector<bool>{false, false, true, false}));
    EXPECT_EQ(strong_levels(std::vector<double>{0.3, 0.4, 0.5}), (std::vector<bool>{false, true, false}));
}

}  // namespace
}  // namespace thalweg

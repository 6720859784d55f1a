#include "core/sampling/axis_values.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/sampling/levels.h"

namespace thalweg {
namespace {

TEST(AxisValues, are_at_least_two_on_every_range) {
    ASSERT_EQ(round_ticks(-45, 45, 2).size(), 1u) << "the plain ticks of this range are too few";
    for (const double middle : {0.0, 0.3, -7.1, 1e4}) {
        for (double half = 0.01; half < 5e3; half *= 1.07) {
            const auto values = axis_values(middle - half, middle + half, 2);
            EXPECT_GE(values.size(), 2u) << middle << " ± " << half;
            EXPECT_LE(values.size(), 6u) << middle << " ± " << half;
        }
    }
}

TEST(AxisValues, are_the_plain_ones_where_these_suffice) {
    EXPECT_EQ(axis_values(0, 10, 5), round_ticks(0, 10, 5));
    const HeightScale scale{HeightScaleKind::logarithmic, 0.0, 4e3, 1.0};
    EXPECT_EQ(axis_values(scale, 6), level_values(scale, 0.0, 4e3, 6));
}

TEST(AxisValues, of_every_scale_of_heights_are_two_or_more) {
    for (const HeightScaleKind kind :
         {HeightScaleKind::linear, HeightScaleKind::logarithmic, HeightScaleKind::clipped}) {
        for (double high = 0.02; high < 1e6; high *= 1.31) {
            EXPECT_GE(axis_values({kind, 0.0, high, 1e-2 * high}, 2).size(), 2u) << high;
            EXPECT_GE(axis_values({kind, -high, high, 1e-2 * high}, 2).size(), 2u) << high;
        }
    }
}

TEST(AxisValues, are_none_where_there_is_no_range) {
    EXPECT_TRUE(axis_values(1, 1, 3).empty());
    EXPECT_TRUE(axis_values(0, std::nan(""), 3).empty());
    EXPECT_TRUE(axis_values(0, 1, 0).empty());
}

}  // namespace
}  // namespace thalweg

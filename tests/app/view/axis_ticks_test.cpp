#include "app/view/axis_ticks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace thalweg {
namespace {

std::vector<std::string> texts(const AxisTicks& axis) {
    std::vector<std::string> result;
    for (const Tick& tick : axis.ticks) result.push_back(tick.text);
    return result;
}

TEST(AxisTicks, AreRoundNumbersWithTheDigitsTheyNeed) {
    EXPECT_EQ(texts(axis_ticks(-5, 5, 5)), (std::vector<std::string>{"−4", "−2", "0", "2", "4"}));
    EXPECT_EQ(texts(axis_ticks(0, 1, 4)), (std::vector<std::string>{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}));
    EXPECT_TRUE(axis_ticks(-5, 5, 5).base_text.empty());
}

TEST(AxisTicks, StayShortAndDistinctAtAnyZoom) {
    for (double width = 1e12; width > 1e-12; width /= 37) {
        for (const double middle : {0.0, 3.5844283, -512.3}) {
            if (std::abs(middle) > 0 && width < 1e-12 * std::abs(middle)) continue;
            const AxisTicks axis = axis_ticks(middle - width / 2, middle + width / 2, 6);
            ASSERT_GE(axis.ticks.size(), 2U) << middle << " ± " << width;
            std::set<std::string> distinct;
            for (const Tick& tick : axis.ticks) {
                distinct.insert(tick.text);
                EXPECT_LE(tick.text.size(), 18U) << tick.text;
            }
            EXPECT_EQ(distinct.size(), axis.ticks.size()) << middle << " ± " << width;
        }
    }
}

}  // namespace
}  // namespace thalweg

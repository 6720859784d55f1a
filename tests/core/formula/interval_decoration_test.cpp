#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/formula/interval.h"
#include "tests/core/formula/interval_rows.h"

namespace thalweg {
namespace {

using Operators = Arithmetic<Interval>;

struct Special {
    std::string what;
    Interval result;
    double lower, upper;
    Decoration decoration;
};

TEST(Interval, KnowsGapsJumpsAndKinks) {
    using decoration::gap, decoration::jump, decoration::kink, decoration::smooth;
    constexpr double infinity = rounding::infinity;
    const Interval once{-1, 2};
    const Special cases[] = {
        {"u/u", Operators::divide(once, once), 1, 1, gap},
        {"sqrt touches 0", Operators::sqrt({0, 4}), 0, 2, kink},
        {"sqrt crosses 0", Operators::sqrt({-1, 4}), 0, 2, gap | kink},
        {"ln crosses 0", Operators::ln({-1, 1}), -infinity, 0, gap},
        {"1/x across 0", 1.0 / Interval(-1, 1), -infinity, infinity, gap},
        {"1/x from 0", 1.0 / Interval(0, 2), 0.5, infinity, gap},
        {"1/x to 0", 1.0 / Interval(-2, 0), -infinity, -0.5, gap},
        {"0/x", Interval(0) / Interval(-1, 1), 0, 0, gap},
        {"x^-2", Operators::integer_power({-1, 2}, -2), 0.25, infinity, gap},
        {"x^2", Operators::square({-1, 2}), 0, 4, smooth},
        {"x^1.5 from 0", Operators::power({0, 4}, 1.5), 0, 8, kink},
        {"x^2.5 from 0", Operators::power({0, 4}, 2.5), 0, 32, smooth},
        {"tan over a pole", Operators::tan({1, 2}), -infinity, infinity, gap},
        {"asin beyond 1", Operators::asin({0, 2}), 0, std::asin(1.0), gap | kink},
        {"|x|", Operators::abs({-1, 2}), 0, 2, kink},
        {"sign", Operators::sign({-1, 2}), -1, 1, jump | kink},
        {"floor", Operators::floor({0.5, 1.5}), 0, 1, jump | kink},
        {"floor between", Operators::floor({0.25, 0.75}), 0, 0, smooth},
        {"floor from a step", Operators::floor({1, 1.5}), 1, 1, jump | kink},
        {"max apart", Operators::max({0, 1}, {2, 3}), 2, 3, smooth},
        {"max together", Operators::max({0, 2}, {1, 3}), 1, 3, kink},
        {"atan2 over the cut", Operators::atan2({-1, 1}, {-2, -1}), -M_PI, M_PI, jump | kink},
        {"x < y for sure", Operators::less({0, 1}, {2, 3}), 1, 1, smooth},
        {"x < y perhaps", Operators::less({0, 2}, {1, 3}), 0, 1, jump | kink},
        {"ln x < 1 where x may be negative", Operators::less(Operators::ln({-1, 1}), 1.0), 0, 1, jump | kink},
        {"if takes one branch", Operators::select(1.0, {0, 1}, Operators::ln({-1, 1})), 0, 1, smooth},
        {"if meets its condition at the edge", Operators::select(Operators::less(0.0, {0, 1}), 5.0, 5.0), 5, 5,
         jump | kink},
        {"if takes either", Operators::select({0, 1}, {0, 1}, {2, 3}), 0, 3, jump | kink},
        {"0 times anything", Interval(0) * Interval::everything(), 0, 0, smooth},
        {"cos over a turn", Operators::cos({0, 7}), -1, 1, smooth},
        {"sin of anything", Operators::sin(Interval::everything()), -1, 1, smooth},
        {"exp overflows", Operators::exp({0, 1000}), 1, infinity, smooth},
    };
    for (const Special& c : cases) {
        EXPECT_EQ(c.result.decoration, c.decoration) << c.what;
        // Ends may lie outside by their rounding.
        const double margin = 1e-14 * std::max(1.0, std::min(1e300, c.result.magnitude()));
        EXPECT_TRUE(c.result.lower <= c.lower && (c.result.lower == c.lower || c.result.lower >= c.lower - margin))
            << c.what << ' ' << c.result.lower;
        EXPECT_TRUE(c.result.upper >= c.upper && (c.result.upper == c.upper || c.result.upper <= c.upper + margin))
            << c.what << ' ' << c.result.upper;
    }
}

TEST(Interval, EmptyStaysEmptyButForConditions) {
    const Interval none = Interval::empty();
    for (const Row& row : rows()) {
        const std::vector<Interval> box(row.ranges.size(), none);
        const Interval result = row.interval(box);
        const bool chooses = row.name == "select" || row.name == "less" || row.name == "less_equal" ||
                             row.name == "equal" || row.name == "not_equal" || row.name == "both" ||
                             row.name == "either";
        const bool constant = row.name == "power 0";
        if (chooses || constant) continue;
        EXPECT_TRUE(result.is_empty()) << row.name;
        EXPECT_FALSE(result.is_defined()) << row.name;
    }
    const Interval zero = 0.0;
    EXPECT_TRUE(Operators::divide(zero, zero).is_empty());
    // Comparisons with what is not defined fail, as those of NaN do.
    EXPECT_EQ(Operators::less(none, 1.0).upper, 0.0);
    EXPECT_EQ(Operators::equal(none, none).upper, 0.0);
    EXPECT_EQ(Operators::not_equal(none, 1.0).lower, 1.0);
    EXPECT_EQ(hull(none, {1, 2}).upper, 2.0);
    EXPECT_TRUE(intersection({0, 1}, {2, 3}).is_empty());
}

}  // namespace
}  // namespace thalweg

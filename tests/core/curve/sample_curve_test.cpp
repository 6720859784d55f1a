#include "core/curve/sample_curve.h"

#include <algorithm>
#include <cmath>

#include "curve_of.h"

namespace thalweg {
namespace {

TEST(SampleCurve, GoesThroughEveryColumnOfASmoothCurveInOnePiece) {
    const auto pieces = sample_curve(curve_of("x^2 sin(x)"), -1, 8, 900);
    ASSERT_EQ(pieces.size(), 1U);
    ASSERT_EQ(pieces[0].x.size(), 901U);
    EXPECT_EQ(pieces[0].x.front(), -1);
    EXPECT_EQ(pieces[0].x.back(), 8);
    for (std::size_t i = 0; i < pieces[0].x.size(); ++i) {
        const double x = pieces[0].x[i];
        EXPECT_NEAR(pieces[0].y[i], x * x * std::sin(x), 1e-12);
        EXPECT_NEAR(x - pieces[0].x[std::max<std::size_t>(i, 1) - 1], i > 0 ? 0.01 : 0.0, 1e-12);
    }
}

TEST(SampleCurve, KinksDoNotBreakIt) {
    EXPECT_EQ(sample_curve(curve_of("|x|"), -3, 2, 100).size(), 1U);
    EXPECT_EQ(sample_curve(curve_of("|x - 1| + x^2/4"), -5, 5, 333).size(), 1U);
}

TEST(SampleCurve, BreaksAtAPoleAndRunsUpToItOnBothSides) {
    for (const int columns : {100, 101}) {  // on a sample, between two
        const auto pieces = sample_curve(curve_of("1/x"), -1, 1, columns);
        ASSERT_EQ(pieces.size(), 2U) << columns;
        EXPECT_LT(pieces[0].x.back(), 0);
        EXPECT_LT(pieces[0].y.back(), -1e6);
        EXPECT_GT(pieces[1].x.front(), 0);
        EXPECT_GT(pieces[1].y.front(), 1e6);
    }
    EXPECT_EQ(sample_curve(curve_of("tan(x)"), -5, 5, 500).size(), 5U);
}

TEST(SampleCurve, BreaksAtJumpsAndKeepsTheValuesOnBothSides) {
    const auto pieces = sample_curve(curve_of("floor(x)"), -2.5, 2.5, 400);
    ASSERT_EQ(pieces.size(), 6U);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const double step = static_cast<double>(i) - 3;
        EXPECT_TRUE(std::ranges::all_of(pieces[i].y, [&](double y) { return y == step; })) << step;
        EXPECT_NEAR(pieces[i].x.front(), std::max(step, -2.5), 1e-8);
        EXPECT_NEAR(pieces[i].x.back(), std::min(step + 1, 2.5), 1e-8);
    }
}

TEST(SampleCurve, EndsWhereItsFunctionDoes) {
    const auto root = sample_curve(curve_of("sqrt(x)"), -1, 2, 100);
    ASSERT_EQ(root.size(), 1U);
    EXPECT_NEAR(root[0].x.front(), 0, 1e-12);
    EXPECT_NEAR(root[0].y.front(), 0, 1e-6);
    const auto logarithm = sample_curve(curve_of("ln(x)"), -1, 2, 100);
    ASSERT_EQ(logarithm.size(), 1U);
    EXPECT_LT(logarithm[0].y.front(), -20);
    EXPECT_TRUE(std::ranges::is_sorted(logarithm[0].x));
    EXPECT_EQ(logarithm[0].x.back(), 2);
    const auto arc = sample_curve(curve_of("asin(x)"), -2, 2, 77);
    ASSERT_EQ(arc.size(), 1U);
    EXPECT_NEAR(arc[0].x.front(), -1, 1e-12);
    EXPECT_NEAR(arc[0].x.back(), 1, 1e-12);
    EXPECT_TRUE(sample_curve(curve_of("ln(x)"), -2, -1, 10).empty());
}

TEST(SampleCurve, EndsWhereValuesOverflow) {
    const auto pieces = sample_curve(curve_of("exp(exp(x))"), -10, 10, 100);
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_NEAR(pieces[0].x.back(), std::log(std::log(1.7976931348623157e308)), 1e-9);
}

TEST(SampleCurve, IsOrderedAndFiniteEvenWhereBreaksAreMany) {
    for (const char* text : {"sin(1/x)", "floor(300x)", "1/sin(50x)", "sqrt(sin(40x))", "ln|x|"}) {
        double last = -HUGE_VAL;
        for (const CurvePiece& piece : sample_curve(curve_of(text), -10, 10, 600)) {
            ASSERT_EQ(piece.x.size(), piece.y.size());
            for (std::size_t i = 0; i < piece.x.size(); ++i) {
                EXPECT_GE(piece.x[i], last) << text;
                EXPECT_TRUE(std::isfinite(piece.y[i])) << text;
                last = piece.x[i];
            }
        }
        EXPECT_GT(last, 9) << text;
    }
}

}  // namespace
}  // namespace thalweg

#include "app/view/curve_morph.h"

#include <gtest/gtest.h>

#include <cmath>

namespace thalweg {
namespace {

constexpr CurvePlot unit{.width = 100, .height = 100, .x0 = 0, .x1 = 1, .y0 = 0, .y1 = 1};

CurvePiece line(double x0, double y0, double x1, double y1) {
    CurvePiece piece;
    for (int i = 0; i <= 50; ++i) {
        piece.x.push_back(std::lerp(x0, x1, i / 50.0));
        piece.y.push_back(std::lerp(y0, y1, i / 50.0));
    }
    return piece;
}

TEST(CurveMorph, AnOutlineHasTheCurvesHeightsAndItsGaps) {
    const CurveOutline outline(std::vector{line(0, 0, 0.4, 0.4), line(0.6, 0.6, 1, 1)}, unit);
    for (const double across : {0.1, 0.35, 0.7, 0.95}) EXPECT_NEAR(outline.height(across), across, 1e-3);
    EXPECT_TRUE(std::isnan(outline.height(0.5)));
}

TEST(CurveMorph, GoesFromThePictureOfTheOneToTheOther) {
    const CurveOutline origin(std::vector{line(0, 0.25, 1, 0.25)}, unit);
    // The other plot has other ranges: a quarter of its height is 5.
    const CurvePlot plot{.width = 100, .height = 100, .x0 = -2, .x1 = 2, .y0 = 0, .y1 = 20};
    const std::vector goal = {line(-2, 10, 2, 10)};
    EXPECT_NEAR(grown_out_of(origin, goal, plot, 0.0)[0].y[20], 5, 1e-9);
    EXPECT_NEAR(grown_out_of(origin, goal, plot, 0.6)[0].y[20], 8, 1e-9);
    EXPECT_NEAR(grown_out_of(origin, goal, plot, 1.0)[0].y[20], 10, 1e-9);
}

TEST(CurveMorph, WhereThereWasNoCurveItIsThereAtOnce) {
    const CurveOutline origin(std::vector{line(0, 0.5, 0.5, 0.5)}, unit);
    const CurvePiece grown = grown_out_of(origin, std::vector{line(0, 1, 1, 1)}, unit, 0.0)[0];
    EXPECT_NEAR(grown.y[10], 0.5, 1e-9);
    EXPECT_EQ(grown.y[40], 1);
}

TEST(CurveMorph, ACurveOutOfSightHasNoOutline) {
    const CurveOutline outline(std::vector{line(5, 0, 9, 1), line(-9, 0, -5, 1)}, unit);
    EXPECT_TRUE(std::isnan(outline.height(0.0)));
    EXPECT_TRUE(std::isnan(outline.height(1.0)));
}

}  // namespace
}  // namespace thalweg

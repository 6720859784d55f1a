#include "app/scene/stationary_part.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/app/scene/scene_fixture.h"

namespace thalweg {
namespace {

using StationaryPartTest = SceneTest;

TEST_F(StationaryPartTest, StationaryPointsOfACurveAreTheZerosOfItsSlope) {
    session.landscape.formula = "x^2 sin(x)";
    session.landscape.domain = {-1, 8, 2, 3};
    scene.update(session, 400, 300);
    scene.finish();
    const StationaryReport& report = scene.stationary().report;
    EXPECT_TRUE(std::ranges::all_of(report.points, [](const StationaryPoint& p) { return p.y == 0; }));
    ASSERT_FALSE(report.points.empty());
    EXPECT_NEAR(report.points[0].x, 5.0869850941, 1e-9);
    EXPECT_TRUE(report.points[0].certified);
    EXPECT_EQ(report.points[0].kind, StationaryClass::minimum);
    EXPECT_TRUE(sentence(report, session.landscape.domain).contains("in [-1, 8]: "));
    EXPECT_EQ(scene.inspect(report.points[0].x, 2.5)->kind, StationaryClass::minimum);
    EXPECT_EQ(scene.inspect(1, 0)->kind, StationaryClass::none);
}

TEST_F(StationaryPartTest, StationaryPointsFollowInTheBackground) {
    session.landscape.formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    update();
    EXPECT_TRUE(scene.stationary().searching);
    EXPECT_TRUE(scene.stationary().report.points.empty());
    while (!scene.news()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    update();
    EXPECT_FALSE(scene.stationary().searching);
    EXPECT_FALSE(scene.news());
    EXPECT_FALSE(scene.busy());
    EXPECT_EQ(scene.stationary().report.points.size(), 9U);
}

TEST_F(StationaryPartTest, OldMarksStayWhileAParameterMovesButNotWithAnotherFormula) {
    session.landscape.formula = "(x - a)^2 + y^2";
    settle();
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    session.landscape.parameters["a"] = 2;
    update();
    EXPECT_EQ(scene.stationary().report.points.size(), 1U);
    scene.finish();
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    EXPECT_NEAR(scene.stationary().report.points[0].x, 2, 1e-9);
    session.landscape.formula = "x^2 - y^2 + x";
    update();
    EXPECT_TRUE(scene.stationary().report.points.empty());
}

TEST_F(StationaryPartTest, AHeldSliderCancelsSearchesAndTheLastOneCounts) {
    session.landscape.formula = "sin(a x) cos(y) + (x^2 + y^2)/50";
    for (int i = 0; i < 50; ++i) {
        session.landscape.parameters["a"] = 1 + 0.01 * i;
        update();
    }
    scene.finish();
    Scene fresh;
    fresh.update(session, 400, 300);
    fresh.finish();
    ASSERT_EQ(scene.stationary().report.points.size(), fresh.stationary().report.points.size());
    EXPECT_EQ(scene.stationary().report.points[0].x, fresh.stationary().report.points[0].x);
}

TEST(Scene, MayBeLeftInTheMiddleOfASearch) {
    for (int i = 0; i < 20; ++i) {
        Scene scene;
        scene.update(session_of("sin(9x) cos(8y) + sin(x y)"), 40, 30);
        if (i % 2 == 1) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace
}  // namespace thalweg

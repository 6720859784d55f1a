#include "app/document/sight.h"

#include <gtest/gtest.h>

#include <numbers>

namespace thalweg {
namespace {

TEST(Sight, TheEyeGoesRoundAndStaysAboveTheFloor) {
    CameraPose camera;
    camera.azimuth = 3.0;
    turn(camera, 0.5, 10);
    EXPECT_NEAR(camera.azimuth, 3.5 - 2 * std::numbers::pi, 1e-12);
    EXPECT_EQ(camera.elevation, std::numbers::pi / 2);
    turn(camera, 0, -10);
    EXPECT_GT(camera.elevation, 0.0);
}

TEST(Sight, OneMayComeNearAndGoFarButNotForEver) {
    CameraPose camera;
    camera.distance = 4;
    EXPECT_EQ(distance_at(camera, 0.5), 2.0);
    EXPECT_GT(distance_at(camera, 1e-9), 0.0);
    EXPECT_LT(distance_at(camera, 1e9), 100.0);
}

TEST(Sight, TheMapMovesByItsOwnSides) {
    Display display;
    display.map = {0, 10, -1, 1};
    move_map(display, 0.1, -0.5);
    EXPECT_EQ(display.map, (Box{1, 11, -2, 0}));
}

TEST(Sight, TheMapWidensAboutItsMiddle) {
    const Box domain{0, 10, -1, 1};
    Display display;
    display.map = domain;
    widen_map(display, domain, 0.5);
    EXPECT_EQ(display.map, (Box{2.5, 7.5, -0.5, 0.5}));
    for (int i = 0; i < 200; ++i) widen_map(display, domain, 0.5);
    EXPECT_TRUE(is_valid_domain(display.map));
    EXPECT_NEAR(display.map.x0, 5, 1e-4);
    for (int i = 0; i < 200; ++i) widen_map(display, domain, 2);
    EXPECT_NEAR(display.map.width(), 1e4, 1e-6) << "a thousand times the domain";
}

}  // namespace
}  // namespace thalweg

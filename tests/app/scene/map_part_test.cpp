#include "app/scene/map_part.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/scene/scene_fixture.h"

namespace thalweg {
namespace {

using MapPartTest = SceneTest;

TEST_F(MapPartTest, LevelsAreSharedByBothViewsAndFinerWhenZoomedIn) {
    update();
    const std::size_t count = scene.surface().levels.size();
    EXPECT_GE(count, 12U);
    EXPECT_LE(count, 30U);
    EXPECT_EQ(scene.map().levels, scene.surface().levels);
    session.display.map = {1.0, 1.01, 1.0, 1.01};
    update();
    const auto in_view =
        std::ranges::count_if(scene.map().levels, [](double level) { return level > 2 && level < 2.04; });
    EXPECT_GE(in_view, 8);
}

TEST(MapWindow, IsWidenedToTheViewAboutItsMiddle) {
    struct Case {
        Box wanted, domain;
        int width, height;
        Box expected;
    };
    const Box unit{0, 1, 0, 1};
    const Case cases[] = {
        {unit, unit, 100, 100, unit},
        {unit, unit, 200, 100, {-0.5, 1.5, 0, 1}},
        {unit, unit, 100, 200, {0, 1, -0.5, 1.5}},
        {{0, 2, 0, 1}, {0, 2, 0, 1}, 200, 100, {0, 2, 0, 1}},
        {{0, 2, 0, 1}, {0, 2, 0, 1}, 100, 100, {0, 2, -0.5, 1.5}},
        // A domain of 10 : 1 is drawn as 3 : 1.
        {{0, 10, 0, 1}, {0, 10, 0, 1}, 300, 100, {0, 10, 0, 1}},
        {{0, 10, 0, 1}, {0, 10, 0, 1}, 600, 100, {-5, 15, 0, 1}},
        {{0, 1, 0, 10}, {0, 1, 0, 10}, 100, 300, {0, 1, 0, 10}},
        {{4, 5, 4, 5}, {-5, 5, -5, 5}, 200, 100, {3.5, 5.5, 4, 5}},
        {unit, unit, 0, -7, unit},
    };
    for (const Case& c : cases) {
        const Box box = map_window(c.wanted, c.domain, c.width, c.height);
        EXPECT_NEAR(box.x0, c.expected.x0, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.x1, c.expected.x1, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.y0, c.expected.y0, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.y1, c.expected.y1, 1e-12) << c.width << "x" << c.height;
        const Box again = map_window(box, c.domain, c.width, c.height);
        EXPECT_NEAR(again.x0, box.x0, 1e-12) << "widening what is wide enough changes nothing";
        EXPECT_NEAR(again.y1, box.y1, 1e-12);
    }
}

}  // namespace
}  // namespace thalweg

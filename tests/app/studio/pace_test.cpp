#include "app/studio/pace.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Pace, AnIdleWindowSleepsAndDrawsNothing) {
    EXPECT_GT(seconds_to_sleep({}, 0), 60);
    EXPECT_FALSE(draws_unasked({}, false));
}

TEST(Pace, PlayingKeepsToSixtyFramesASecond) {
    const Doings playing{.animating = true};
    EXPECT_NEAR(seconds_to_sleep(playing, 0.004), 1.0 / 60 - 0.004, 1e-12);
    EXPECT_EQ(seconds_to_sleep(playing, 1.0), 0);
    EXPECT_TRUE(draws_unasked(playing, false));
}

TEST(Pace, BackgroundWorkIsLookedAfterWithoutDrawing) {
    const Doings searching{.background = true};
    EXPECT_LE(seconds_to_sleep(searching, 0), 0.1);
    EXPECT_FALSE(draws_unasked(searching, false));
    EXPECT_TRUE(draws_unasked(searching, true));
}

TEST(Pace, AMessageGoesInTime) {
    EXPECT_DOUBLE_EQ(seconds_to_sleep({.toast_ends = 2.5}, 0), 2.5);
}

TEST(Pace, WakesForWhicheverComesFirst) {
    EXPECT_DOUBLE_EQ(seconds_to_sleep({.toast_ends = 2, .hint_due = 0.5}, 0), 0.5);
    EXPECT_DOUBLE_EQ(seconds_to_sleep({.toast_ends = 2, .hint_due = 3}, 0), 2);
}

}  // namespace
}  // namespace thalweg

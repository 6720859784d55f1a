#include "app/panels/stroke.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace thalweg {
namespace {

using Line = std::vector<ImVec2>;

TEST(Stroke, ALineThatBendsGentlyIsOnePiece) {
    const Line line = {{0, 0}, {10, 0}, {20, 10}, {20, 10}, {20, 20}};
    const auto parts = cut_at_sharp_turns(line, 2);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].size(), 4U) << "without the point that repeats another";
}

TEST(Stroke, APeakIsCutAndBothSidesReachPastIt) {
    const auto parts = cut_at_sharp_turns(Line{{0, 100}, {1, 0}, {2, 100}}, 3);
    ASSERT_EQ(parts.size(), 2U);
    for (const Line& part : parts) EXPECT_EQ(part.size(), 2U);
    EXPECT_NEAR(parts[0].back().y, -1.5F, 1e-3F);
    EXPECT_NEAR(parts[1].front().y, -1.5F, 1e-3F);
    EXPECT_EQ(parts[1].back().y, 100);
}

TEST(Stroke, ARightAngleIsFilledExactly) {
    const auto parts = cut_at_sharp_turns(Line{{0, 0}, {10, 0}, {10, 10}}, 4);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_NEAR(parts[0].back().x, 12, 1e-5F);
    EXPECT_NEAR(parts[1].front().y, -2, 1e-5F);
}

TEST(Stroke, EveryToothOfASawReachesItsFullHeight) {
    Line saw;
    for (int i = 0; i < 40; ++i) saw.push_back({static_cast<float>(i), i % 2 == 0 ? 0.0F : 60.0F});
    const auto parts = cut_at_sharp_turns(saw, 2);
    ASSERT_EQ(parts.size(), 39U);
    for (const Line& part : parts) {
        ASSERT_EQ(part.size(), 2U);
        const auto [low, high] = std::minmax(part[0].y, part[1].y);
        EXPECT_LE(low, 0);
        EXPECT_GE(high, 60);
    }
}

TEST(Stroke, WhatIsNoLineHasNoParts) {
    EXPECT_TRUE(cut_at_sharp_turns(Line{}, 2).empty());
    EXPECT_TRUE(cut_at_sharp_turns(Line{{1, 1}}, 2).empty());
    EXPECT_TRUE(cut_at_sharp_turns(Line{{1, 1}, {1, 1}}, 2).empty());
}

}  // namespace
}  // namespace thalweg

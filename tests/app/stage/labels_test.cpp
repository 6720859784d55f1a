#include "app/stage/labels.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Labels, AnEdgeThatWouldCutOneMovesItInwards) {
    EXPECT_EQ(kept_whole(50, 20, 100, 3), 50);
    EXPECT_EQ(kept_whole(-5, 20, 100, 3), 3);
    EXPECT_EQ(kept_whole(90, 20, 100, 3), 77);
}

TEST(Labels, WhatIsOutsideOrTooLongStays) {
    EXPECT_EQ(kept_whole(-20, 20, 100, 3), -20);
    EXPECT_EQ(kept_whole(100, 20, 100, 3), 100);
    EXPECT_EQ(kept_whole(10, 99, 100, 3), 10);
}

}  // namespace
}  // namespace thalweg

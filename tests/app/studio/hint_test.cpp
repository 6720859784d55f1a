#include "app/studio/hint.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

using Kind = Ground::Kind;

TEST(Hint, AHandleTellsWhatItsDragDoes) {
    Session session;
    session.starts = {{0, 0}};
    EXPECT_EQ(hint({}, session), "");
    EXPECT_NE(hint({.hovered_start = 0}, session).find("double-click elsewhere adds"), std::string::npos);
    session.starts.push_back({1, 1});
    EXPECT_NE(hint({.hovered_start = 0}, session).find("right-click removes"), std::string::npos);
}

TEST(Hint, GroundTellsWhatHandsDoThere) {
    EXPECT_EQ(hint(Ground{}), "");
    EXPECT_EQ(hint(Ground{.kind = Kind::surface, .landscape = true}),
              "drag: turn · Shift and drag: move · wheel: nearer, farther · double-click: start here");
    EXPECT_EQ(hint(Ground{.kind = Kind::map, .landscape = true}),
              "drag: move · wheel: nearer, farther · double-click: start here");
    EXPECT_EQ(hint(Ground{.kind = Kind::map}), "drag: move · wheel: nearer, farther") << "no start beside the map";
}

TEST(Hint, WhatWasDoneIsNotSaidAgain) {
    Ground ground{.kind = Kind::map, .landscape = true, .practice = {.dragged = true, .added = true}};
    EXPECT_EQ(hint(ground), "wheel: nearer, farther");
    ground.practice.zoomed = true;
    EXPECT_EQ(hint(ground), "");
    Ground often{.kind = Kind::surface};
    for (int times = 0; times < 3; ++times, ++often.practice.told) EXPECT_NE(hint(often), "");
    EXPECT_EQ(hint(often), "");
}

TEST(Hint, InTheDarkAClickIsAStep) {
    const std::string words = hint(Ground{.kind = Kind::surface, .landscape = true, .dark = true});
    EXPECT_TRUE(words.starts_with("click in the light"));
    EXPECT_EQ(words.find("double-click"), std::string::npos);
}

}  // namespace
}  // namespace thalweg

#include "app/panels/key_focus.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/app/panels/window.h"

namespace thalweg {
namespace {

class KeyFocusTest : public ::testing::Test {
  protected:
    KeyFocusTest() {
        window.frame();
        window.frame();
    }
    KeyFocus& keys() { return window.state.keys; }
    void step(int steps) {
        keys().steps = steps;
        window.frame();
    }
    void press() {
        keys().press = true;
        window.frame();
        window.frame();
    }

    testing::Window window;
};

TEST_F(KeyFocusTest, GoesRoundAllThingsInTheOrderInWhichTheyAreDrawn) {
    EXPECT_FALSE(keys().shown);
    step(1);
    EXPECT_TRUE(keys().shown);
    const KeyFocus::Id first = keys().at;
    std::set<KeyFocus::Id> met = {first};
    for (step(1); keys().at != first && met.size() < 1000; step(1)) met.insert(keys().at);
    EXPECT_EQ(keys().at, first);
    EXPECT_GT(met.size(), 60U) << "tabs, buttons, thumbnails, fields and sliders";
    step(-1);
    EXPECT_NE(keys().at, first);
    step(1);
    EXPECT_EQ(keys().at, first) << "there and back again";
}

TEST_F(KeyFocusTest, WhatIsHeldCanBePressed) {
    // The first things are the tabs of the groups.
    step(1);
    step(1);
    const std::string before = window.state.group;
    press();
    EXPECT_NE(window.state.group, before);
    EXPECT_FALSE(keys().press);
}

TEST_F(KeyFocusTest, ASliderIsTurned) {
    step(1);
    for (int i = 0; i < 1000 && !keys().slider; ++i) step(1);
    ASSERT_TRUE(keys().slider);
    const Session before = window.session;
    keys().turns = 3;
    window.frame();
    EXPECT_FALSE(window.session == before);
    EXPECT_EQ(keys().turns, 0);
}

TEST_F(KeyFocusTest, AnOpenPopupKeepsTheKeyboardUntilItIsClosed) {
    step(1);
    std::size_t all = 0;
    for (int i = 0; i < 1000; ++i, step(1)) {
        all = keys().items.size();
        const KeyFocus::Id opener = keys().at;
        press();
        if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) continue;
        step(1);
        EXPECT_NE(keys().at, opener);
        const KeyFocus::Id inside = keys().at;
        std::size_t rows = 1;
        for (step(1); keys().at != inside && rows < 1000; step(1)) ++rows;
        EXPECT_LT(rows, all / 2) << "only what is in the popup";
        ImGui::GetIO().MousePos = {5, 715};
        window.press();
        window.release();
        window.frame();
        EXPECT_EQ(keys().at, opener) << "and then it is back";
        return;
    }
    FAIL() << "no button opens a popup";
}

}  // namespace
}  // namespace thalweg

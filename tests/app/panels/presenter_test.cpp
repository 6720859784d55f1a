#include <gtest/gtest.h>

#include "app/panels/actions.h"
#include "window.h"

namespace thalweg {
namespace {

TEST(Laser, TheTrailFollowsThePointerAndFades) {
    testing::Window window;
    Presenter& presenter = window.state.presenter;
    window.move(300, 300);
    EXPECT_TRUE(presenter.trail.empty());
    presenter.laser = true;
    window.move(310, 300);
    window.move(330, 300);
    ASSERT_EQ(presenter.trail.size(), 2U);
    EXPECT_EQ(presenter.trail.back().x, 330);
    for (int i = 0; i < 60; ++i) window.frame();
    EXPECT_EQ(presenter.trail.size(), 1U) << "a resting pointer leaves a dot";
    presenter.laser = false;
    window.frame();
    EXPECT_TRUE(presenter.trail.empty());
}

TEST(Hint, IsNotInTheWayOfLaserAndMagnifier) {
    testing::Window window;
    window.move(300, 300);
    const auto drawn = [&] {
        window.frame();
        return !ImGui::GetForegroundDrawList()->VtxBuffer.empty();
    };
    ASSERT_FALSE(drawn());
    window.state.hint = "drag to move";
    EXPECT_TRUE(drawn());
    window.state.presenter.magnifier = true;
    EXPECT_FALSE(drawn());
    window.state.presenter.magnifier = false;
    EXPECT_TRUE(drawn());
}

TEST(Freeze, StopsTheCaptionToo) {
    testing::Window window;
    window.state.presenter.caption = true;
    window.session.playback.step = 3;
    window.frame();
    const std::string seen = window.state.presenter.told;
    EXPECT_NE(seen.find("step 3,"), std::string::npos) << seen;
    window.state.presenter.frozen = true;
    window.session.playback.step = 5;
    window.frame();
    EXPECT_EQ(window.state.presenter.told, seen);
    window.state.presenter.frozen = false;
    window.frame();
    EXPECT_NE(window.state.presenter.told.find("step 5,"), std::string::npos) << window.state.presenter.told;
}

TEST(KeyList, NeighboursOfOneMeaningShareALine) {
    const auto keys_of = [](ActionGroup group, std::string_view meaning) -> std::string {
        for (const KeyLine& line : key_lines(group)) {
            if (line.meaning == meaning) return line.keys;
        }
        return "none";
    };
    EXPECT_EQ(keys_of(ActionGroup::landscape, "group of landscapes"), "1 – 9");
    EXPECT_EQ(keys_of(ActionGroup::time, "to the start, to the end"), "Home   End");
    EXPECT_EQ(keys_of(ActionGroup::program, "redo"), "Ctrl Shift Z   Ctrl Y");
    EXPECT_EQ(keys_of(ActionGroup::views, "move the map"), "Ctrl Shift ←  →  ↑  ↓") << "held keys are said once";
    EXPECT_EQ(key_of("Undo"), "Ctrl Z");
    EXPECT_EQ(key_of("Redo"), "Ctrl Shift Z");
    EXPECT_EQ(key_of("Settings"), "");
}

}  // namespace
}  // namespace thalweg

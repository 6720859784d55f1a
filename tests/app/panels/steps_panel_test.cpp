#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <stdexcept>
#include <string_view>

#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

class StepsTable : public ::testing::Test {
  protected:
    StepsTable() {
        window_.session.steps = 200;
        window_.session.landscape = {.formula = "x^2 + y^2", .domain = {-5, 5, -5, 5}};
        window_.session.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.001")}};
        window_.session.starts = {{3, 2}};
        window_.state.show_steps_table = true;
        show(0);
    }
    void show(double step) {
        window_.session.playback.step = step;
        for (int frame = 0; frame < 3; ++frame) window_.frame();
    }
    /// The window of the table's rows.
    static ImGuiWindow& rows() {
        for (ImGuiWindow* const window : ImGui::GetCurrentContext()->Windows)
            if (std::string_view(window->Name).contains("/rows")) return *window;
        throw std::runtime_error("no table of steps");
    }
    /// Clicks into the middle of the table: the step there.
    int step_in_the_middle() {
        const ImVec2 middle = rows().Rect().GetCenter();
        window_.click(middle.x, middle.y);
        return static_cast<int>(window_.session.playback.step);
    }

    Window window_;
};

TEST_F(StepsTable, FollowsTheStepBeyondWhatIsShown) {
    ASSERT_EQ(rows().Scroll.y, 0);
    show(150);
    EXPECT_NEAR(step_in_the_middle(), 150, 4);
    show(3);
    EXPECT_LT(rows().Scroll.y, 4 * 20);
}

TEST_F(StepsTable, StaysWhereTheUserScrollsWhileNothingMoves) {
    show(150);
    ImGui::SetScrollY(&rows(), 0);
    for (int frame = 0; frame < 3; ++frame) window_.frame();
    EXPECT_EQ(rows().Scroll.y, 0);
    show(151);
    EXPECT_NEAR(step_in_the_middle(), 151, 4);
}

TEST_F(StepsTable, IsAsHighWhereverItIsScrolled) {
    for (const float scale : {1.0F, 1.2F, 1.5F, 2.0F}) {
        window_.set_scale(scale);
        show(0);
        const float height = rows().ScrollMax.y;
        show(150);
        EXPECT_EQ(rows().ScrollMax.y, height) << scale;
    }
}

TEST_F(StepsTable, DoesNotMoveForARowThatIsSeenAnyway) {
    show(150);
    const float before = rows().Scroll.y;
    show(152);
    EXPECT_EQ(rows().Scroll.y, before);
}

TEST_F(StepsTable, KeepsTheRowInTheMiddleWhilePlaying) {
    window_.state.playing = true;
    show(100);
    const float before = rows().Scroll.y;
    show(102);
    EXPECT_GT(rows().Scroll.y, before);
    window_.state.playing = false;
    EXPECT_NEAR(step_in_the_middle(), 102, 3);
}

}  // namespace
}  // namespace thalweg::testing

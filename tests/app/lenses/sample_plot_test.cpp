#include "app/lenses/sample_plot.h"

#include <gtest/gtest.h>

#include "app/document/history.h"
#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

/// Two samples, (0, 0) and (1, 1), under a pointer; the chart stands where the lens's panel has it.
class SamplesUnderAHand : public ::testing::Test {
  protected:
    SamplesUnderAHand() {
        open_landscape(window_.session, *window_.catalogue.find("linear"));
        window_.session.landscape.data.samples = {.points = {{{0, 0}}, {{1, 1}}}};
        window_.draw_lens = [this](Panel& panel) {
            const ImVec2 corner = ImGui::GetCursorScreenPos();
            const float line = panel.fonts.caption->FontSize + panel.px(5);
            chart_ = {corner.x + 40, corner.y + line, ImGui::GetContentRegionAvail().x - 46, 250 - 3 * line};
            if (const auto& data = panel.scene.landscape().data) plot_.draw(panel, {.data = *data}, 250);
        };
        frame();
        frame();
    }

    void frame() {
        const Session before = window_.session;
        window_.frame();
        history_.record(before, window_.session, window_.requests.gesture);
    }
    void go(double x, double y) {
        // Axes leave 12 of 100 free on either side.
        ImGui::GetIO().MousePos = {chart_.x + chart_.width * static_cast<float>((x + 0.12) / 1.24),
                                   chart_.y + chart_.height * static_cast<float>(1 - (y + 0.12) / 1.24)};
        frame();
        frame();
    }
    void hold(int button, bool down) {
        ImGui::GetIO().MouseDown[button] = down;
        frame();
    }
    const std::vector<SampleRow>& points() const { return window_.session.landscape.data.samples.points; }

    /// One undo takes back what was done since the history was empty.
    void expect_one_entry(const std::vector<SampleRow>& before) {
        ASSERT_TRUE(history_.can_undo());
        window_.session = history_.undo(window_.session);
        EXPECT_EQ(points(), before);
        EXPECT_FALSE(history_.can_undo());
        history_ = History();
        frame();
    }

    Window window_;
    SamplePlot plot_;
    Area chart_;
    History history_;
};

TEST_F(SamplesUnderAHand, AreMoved) {
    const auto before = points();
    go(1, 1);
    hold(0, true);
    for (const double y : {0.9, 0.7, 0.5, 0.25}) go(0.75, y);
    hold(0, false);
    go(-1, 0.5);
    ASSERT_EQ(points().size(), 2U);
    EXPECT_EQ(points()[0], before[0]);
    EXPECT_NEAR(points()[1].numbers[0], 0.75, 0.01);
    EXPECT_NEAR(points()[1].numbers[1], 0.25, 0.01);
    EXPECT_EQ(window_.session.landscape.data.samples.set, "") << "they have no name any more";
    // The surface has moved along: (y - (w x + b))²/2 over both samples.
    const double x = points()[1].numbers[0], y = points()[1].numbers[1];
    EXPECT_NEAR(window_.scene.inspect(2, 0)->value, (y - 2 * x) * (y - 2 * x) / 4, 1e-12);
    expect_one_entry(before);
}

TEST_F(SamplesUnderAHand, AreAddedAndRemoved) {
    const auto before = points();
    go(0.5, 0.1);
    hold(0, true);
    go(0.5, 0.5);
    hold(0, false);
    ASSERT_EQ(points().size(), 3U);
    EXPECT_NEAR(points()[2].numbers[0], 0.5, 0.01);
    EXPECT_NEAR(points()[2].numbers[1], 0.5, 0.01);
    expect_one_entry(before);
    for (int time = 0; time < 2; ++time) {
        // Alone, a sample lies in the middle.
        go(time == 0 ? 0 : 0.5, time == 0 ? 0 : 0.5);
        hold(1, true);
        hold(1, false);
        ASSERT_EQ(points().size(), 1U) << "the last one stays";
        EXPECT_EQ(points()[0].numbers[0], 1);
    }
    expect_one_entry(before);
}

TEST_F(SamplesUnderAHand, KeepWhatTheirColumnsAreCalled) {
    SampleSource& samples = window_.session.landscape.data.samples;
    samples = {.set = "hubble"};
    frame();
    frame();
    // Anywhere: it is a new sample, or one that stays where it is.
    go(0.9, 0.05);
    hold(0, true);
    hold(0, false);
    ASSERT_EQ(samples.points.size(), 25U);
    EXPECT_EQ(samples.set, "");
    EXPECT_EQ(samples.columns, (std::vector<std::string>{"distance", "velocity"}));
    const auto& columns = window_.scene.landscape().data->samples.columns;
    EXPECT_EQ(words(columns[0]), "x (distance)");
    EXPECT_EQ(words(columns[1]), "y (velocity)");
    go(0.9, 0.05);
    hold(1, true);
    hold(1, false);
    EXPECT_EQ(samples.points.size(), 24U);
    EXPECT_EQ(samples.columns.size(), 2U);
}

}  // namespace
}  // namespace thalweg::testing

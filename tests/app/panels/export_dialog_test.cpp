#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "app/panels/actions.h"
#include "window.h"

namespace thalweg {
namespace {

class ExportDialogTest : public ::testing::Test {
  protected:
    ExportDialogTest() {
        window_.state.exporting.open = true;
        window_.state.exporting.file = "/somewhere/picture.png";
        for (int frame = 0; frame < 3; ++frame) window_.frame();
    }
    static ImRect dialog() { return ImGui::FindWindowByName("export")->Rect(); }
    /// The lower right corner, where the dialog's one button is.
    void click_button() { window_.click(dialog().Max.x - 60, dialog().Max.y - 30); }

    testing::Window window_;
};

TEST_F(ExportDialogTest, TheButtonAsksForTheFile) {
    window_.move(dialog().Max.x - 60, dialog().Max.y - 30);
    window_.move(dialog().Max.x - 60, dialog().Max.y - 30);
    window_.press();
    EXPECT_FALSE(window_.requests.begin_export);
    window_.release();
    EXPECT_TRUE(window_.requests.begin_export);
    EXPECT_FALSE(window_.requests.stop_export);
}

TEST_F(ExportDialogTest, WithoutANameThereIsNothingToExport) {
    window_.state.exporting.file.clear();
    click_button();
    EXPECT_FALSE(window_.requests.begin_export);
}

TEST_F(ExportDialogTest, WhileAFileIsBeingMadeTheButtonStopsIt) {
    window_.state.exporting.progress = 0.5;
    window_.frame();
    click_button();
    EXPECT_FALSE(window_.requests.begin_export);
    EXPECT_TRUE(window_.requests.stop_export);
}

TEST_F(ExportDialogTest, LiesInsideOfSmallWindowsToo) {
    window_.set_size(640, 400);
    for (int frame = 0; frame < 3; ++frame) window_.frame();
    const ImRect place = dialog();
    EXPECT_GE(place.Min.x, 0);
    EXPECT_GE(place.Min.y, 0);
    EXPECT_LE(place.Max.x, 640);
    EXPECT_LE(place.Max.y, 400);
}

TEST_F(ExportDialogTest, TheKeyOpensItWithTheViewsThatAreShownAndEscapeClosesIt) {
    window_.state.exporting.open = false;
    window_.session.display.layout = ViewLayout::contour;
    const ActionTargets targets{window_.session, window_.state, window_.requests, window_.scene, window_.catalogue};
    for (const Action& action : actions())
        if (action.keys == "Ctrl E") action.perform(targets, action.argument);
    EXPECT_TRUE(window_.state.exporting.open);
    EXPECT_EQ(window_.state.exporting.order.picture.view, ViewLayout::contour);
    for (const Action& action : actions())
        if (action.keys == "Esc") action.perform(targets, action.argument);
    EXPECT_FALSE(window_.state.exporting.open);
}

}  // namespace
}  // namespace thalweg

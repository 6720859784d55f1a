#include "app/panels/interface.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include "app/panels/landscapes.h"
#include "app/panels/layout.h"
#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

struct Size {
    float width, height;
};
constexpr std::array<Size, 7> sizes{
    {{1, 1}, {3, 300}, {640, 360}, {1024, 640}, {1280, 720}, {800, 2000}, {3840, 2160}}};

void open_everything(InterfaceState& state) {
    state.show_steps_table = state.show_stationary_table = state.show_settings = state.show_help = true;
    state.toast = "written to a file whose name is long enough to be shortened in a small window.png";
    state.toast_file = "a.png";
    state.toast_until = std::numeric_limits<double>::infinity();
}

void expect_inside(const Area& area, const Size& size) {
    EXPECT_GE(area.x, 0);
    EXPECT_GE(area.y, 0);
    EXPECT_LE(area.x + area.width, size.width + 1e-3F);
    EXPECT_LE(area.y + area.height, size.height + 1e-3F);
}

TEST(Interface, DrawsAtEverySizeAndScale) {
    Window window;
    for (const float scale : {0.5F, 1.0F, 2.0F}) {
        window.set_scale(scale);
        for (const Size& size : sizes) {
            window.set_size(size.width, size.height);
            for (const bool projector : {false, true}) {
                window.session.display.projector = projector;
                window.session.display.theme = projector ? Theme::light : Theme::dark;
                window.state = {};
                for (int i = 0; i < 2; ++i) {
                    const ViewAreas areas = window.frame();
                    for (const Area& area : {areas.surface, areas.contour, areas.divider}) expect_inside(area, size);
                    open_everything(window.state);
                }
            }
        }
    }
}

TEST(Interface, DrawsSessionsOfAllSorts) {
    Window window;
    const auto draw = [&](const char* what) {
        SCOPED_TRACE(what);
        for (int i = 0; i < 2; ++i) {
            window.state.inspector_in_front = i == 1;
            window.frame();
        }
    };
    open_everything(window.state);
    window.state.show_help = false;
    Session& session = window.session;
    const Session usual = session;
    const auto reset = [&](const char* formula) {
        session = usual;
        session.landscape.id.clear();
        session.landscape.formula = formula;
    };
    session = {};
    draw("empty");
    for (const char* formula : {"x^^2", "", "1/0", "sqrt(-1)", "x^2", "f(w) = w^2 sin(w)", "ln(x^2+y^2)", "-x^2-y^2",
                                "x*1e300*1e300", "a x^2 + b y^2 + c d e g h j k l m n o p q", "abs(x) + abs(y)", "7"}) {
        reset(formula);
        draw(formula);
    }
    reset("x^2 + y^2");
    session.optimizers.clear();
    draw("no optimizer");
    reset("x^2 + y^2");
    session.starts.clear();
    draw("no start");
    reset("x^2 + y^2");
    session.steps = 0;
    session.playback.step = 1e9;
    draw("no steps");
    reset("x^2 + y^2");
    while (session.optimizers.size() < static_cast<std::size_t>(most_optimizers)) {
        add_optimizer(session, *parse_optimizer("sgd lr=3"));
    }
    while (session.starts.size() < 20) session.starts.push_back({1e9, -1e-9});
    window.state.selected_start = 1000;
    window.state.selected_optimizer = -5;
    draw("many, diverging");
    for (int i = 0; i < most_kept; ++i) session.kept.push_back({std::string(300, 'n'), session.landscape});
    window.state.group = "own";
    draw("many kept");
    window.state.group = "no such group";
    draw("unknown group");
    reset(std::string(10'000, '(').c_str());
    draw("ten thousand parentheses");
}

class InterfaceClicks : public ::testing::Test {
  protected:
    InterfaceClicks() { window.frame(); }
    Layout layout() const {
        const InterfaceInputs inputs{.scene = window.scene, .catalogue = window.catalogue, .thumbnail = {}};
        return lay_out(window.session, window.state, inputs, 0);
    }
    Window window;
};

TEST_F(InterfaceClicks, PlayPlays) {
    const Area area = layout().playback;
    window.click(area.x + 12 + 2 * 30 + 15, area.y + 10 + 15);
    EXPECT_TRUE(window.state.playing);
    window.click(area.x + 12 + 2 * 30 + 15, area.y + 10 + 15);
    EXPECT_FALSE(window.state.playing);
}

TEST_F(InterfaceClicks, ScrubberMovesTheStepAndHoldsTheGesture) {
    const Area area = layout().playback;
    const float y = area.y + 10 + 30 + 6 + 11;
    window.drag(area.x + 20, y, area.x + area.width - 14, y);
    EXPECT_EQ(window.session.playback.step, window.scene.paths().longest);
    EXPECT_TRUE(window.requests.gesture);
    window.release();
    window.frame();
    EXPECT_FALSE(window.requests.gesture);
}

TEST_F(InterfaceClicks, ChartCursorMovesTheStep) {
    const Area area = layout().chart;
    const float y = area.y + area.height / 2;
    window.drag(area.x + 70, y, area.x + area.width - 40, y);
    EXPECT_GT(window.session.playback.step, window.scene.paths().longest / 2);
    EXPECT_TRUE(window.requests.gesture);
}

TEST_F(InterfaceClicks, DividerMoves) {
    const ViewAreas views = window.frame();
    const float x = views.divider.x + views.divider.width / 2, y = views.divider.y + 100;
    window.drag(x, y, x - 200, y);
    EXPECT_NEAR(window.session.display.divider, 0.6 - 200 / (views.surface.width + views.contour.width), 0.01);
    EXPECT_TRUE(window.requests.gesture);
    window.drag(x - 200, y, -1000, y);
    EXPECT_DOUBLE_EQ(window.session.display.divider, 0.2);
}

TEST_F(InterfaceClicks, ThumbnailOpensItsLandscapeAndLetsItRun) {
    window.state.group = window.catalogue.groups.front().id;
    const auto members = window.catalogue.in_group(window.state.group);
    ASSERT_GE(members.size(), 2U);
    const Area area = layout().thumbnails;
    window.click(area.x + 60, area.y + 12 + 40);
    EXPECT_EQ(window.session.landscape.id, members.front()->id);
    EXPECT_EQ(window.session.landscape.formula, members.front()->formula);
    EXPECT_TRUE(window.state.playing);
}

TEST_F(InterfaceClicks, WhatWasOpenedIsAmongOnesOwn) {
    const auto groups = [&] { return shown_groups(window.session, window.state, window.catalogue); };
    const std::size_t before = groups().size();
    LandscapeChoice own;
    own.formula = "x^2 y";
    open_landscape(window.session, own);
    window.frame();
    EXPECT_EQ(groups().size(), before) << "who types a formula keeps the row that was there";
    window.state.group.clear();  // as whatever opens files does
    window.frame();
    EXPECT_EQ(window.state.group, own_group);
    ASSERT_EQ(groups().size(), before + 1);
    EXPECT_EQ(groups().back().name, "Yours");
    EXPECT_EQ(window.state.at_rest, window.session.landscape);

    open_landscape(window.session, window.catalogue.landscapes.front());
    window.frame();
    EXPECT_NE(window.state.group, own_group) << "nothing of one's own is left";
    EXPECT_EQ(groups().size(), before);
}

TEST_F(InterfaceClicks, ADoubleClickOnAKeptFormulaLetsOneNameIt) {
    window.session.kept = {{.name = "mine", .landscape = window.session.landscape}};
    window.state.group = "own";
    const Area area = layout().thumbnails;
    window.click(area.x + 60, area.y + 12 + 40);
    window.press();
    window.release();
    window.frame();
    window.frame();
    window.type("valley");
    window.frame();
    EXPECT_EQ(window.session.kept.at(0).name, "valley") << "what was there is typed over";
    EXPECT_TRUE(window.requests.gesture) << "one undo entry for as long as one types";
}

TEST_F(InterfaceClicks, RightHandButtonsAskForWhatTheyName) {
    const float y = 20, last = 1280 - 12 - 14;
    window.click(last, y);
    EXPECT_TRUE(window.state.show_help);
    window.state.show_help = false;
    window.click(last - 28, y);
    EXPECT_TRUE(window.state.show_settings);
    window.state.show_settings = false;
    const Theme theme = window.session.display.theme;
    window.click(last - 3 * 28, y);
    EXPECT_NE(window.session.display.theme, theme);
    window.click(last - 4 * 28 - 8, y);
    EXPECT_TRUE(window.state.exporting.open);
    window.state.exporting.open = false;
    window.move(last - 5 * 28 - 8, y);
    window.press();
    ImGui::GetIO().MouseDown[0] = false;
    window.frame();
    EXPECT_TRUE(window.requests.screenshot);
}

TEST_F(InterfaceClicks, FormulaFollowsTheFieldReadableOrNot) {
    // The field stands somewhere between the tabs and the buttons: look for it from the right.
    for (float x = 1000; x > 300 && !ImGui::GetIO().WantTextInput; x -= 30) window.click(x, 20);
    ASSERT_TRUE(ImGui::GetIO().WantTextInput);
    ImGui::GetIO().KeyMap[ImGuiKey_A] = 'A';
    ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeysDown['A'] = true;
    ImGui::GetIO().KeyMods = ImGuiKeyModFlags_Ctrl;
    window.frame();
    ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeysDown['A'] = false;
    ImGui::GetIO().KeyMods = 0;
    window.type("x^2 + 3");
    EXPECT_EQ(window.session.landscape.formula, "x^2 + 3");
    EXPECT_TRUE(window.session.landscape.id.empty());
    EXPECT_TRUE(window.requests.gesture);
    EXPECT_FALSE(window.scene.landscape().error);
    window.type(" y");
    window.type("^");
    window.frame();
    EXPECT_EQ(window.session.landscape.formula, "x^2 + 3 y^");
    EXPECT_TRUE(window.scene.landscape().error);
    ASSERT_TRUE(window.scene.landscape().formula);
    EXPECT_EQ(window.scene.landscape().formula->formula().text(), "x^2 + 3 y");
}

/// Whether a menu is open, and all of it in the window.
bool menu_is_whole(float height) {
    const ImDrawData& data = *ImGui::GetDrawData();
    bool open = false, whole = true;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        if (list._OwnerName == nullptr || !std::string_view(list._OwnerName).starts_with("##Popup")) continue;
        open = open || !list.VtxBuffer.empty();
        for (const ImDrawVert& corner : list.VtxBuffer) whole = whole && corner.pos.y >= 0 && corner.pos.y <= height;
    }
    return open && whole;
}

TEST_F(InterfaceClicks, TheMenuOfLensesIsWholeInEveryWindow) {
    for (const float height : {720.0F, 600.0F, 470.0F}) {
        window.set_size(1280, height);
        window.frame();
        const Area dock = layout().dock;
        float x = dock.x + dock.width - 10;  // the last tab, then the one before it …
        for (int i = 0; i < 60 && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup); ++i, x -= 8) {
            window.click(x, dock.y + 16 - 720 + height);
            window.state.show_steps_table = window.state.show_stationary_table = false;
        }
        window.frame();
        EXPECT_TRUE(menu_is_whole(height)) << height;
        window.click(400, 200);
        window.frame();
    }
}

TEST_F(InterfaceClicks, BesideALensAGroupsTabOpensTheListOfItsLandscapes) {
    window.session.study.lens = LensKind::slopes;
    window.frame();
    ASSERT_EQ(layout().thumbnails.width, 0);
    window.click(140, 20);  // "Bowls"
    window.frame();
    EXPECT_TRUE(menu_is_whole(720));
    EXPECT_EQ(window.state.group, "bowls");
    window.click(150, 66);
    EXPECT_EQ(window.session.landscape.id, window.catalogue.in_group("bowls").front()->id);
    EXPECT_EQ(window.session.study.lens, LensKind::slopes);
}

// Whatever is pressed, dragged and typed, the session stays one that can be shown.
TEST_F(InterfaceClicks, AnyDragAnywhereIsAtMostOneUndo) {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> across(0, 1280), down(0, 720), little(-60, 60);
    int edits = 0;
    for (int i = 0; i < 800; ++i) {
        window.session.study.lens = i % 2 == 0 ? LensKind::pass : LensKind::none;
        History history;
        const auto recorded = [&](auto&& act) {
            const Session before = window.session;
            act();
            history.record(before, window.session, window.requests.gesture);
        };
        const float x = across(random), y = down(random), dx = little(random), dy = little(random);
        recorded([&] { window.move(x, y); });
        recorded([&] { window.frame(); });
        recorded([&] { window.press(); });
        for (const float share : {0.3F, 0.7F, 1.0F}) recorded([&] { window.move(x + share * dx, y + share * dy); });
        recorded([&] { window.release(); });
        recorded([&] { window.frame(); });
        if (!history.can_undo()) continue;
        ++edits;
        window.session = history.undo(window.session);
        EXPECT_FALSE(history.can_undo()) << "a drag from " << x << ", " << y << " is more than one entry";
    }
    EXPECT_GT(edits, 10);
}

TEST_F(InterfaceClicks, NothingThatAHandCanDoBreaksIt) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> across(0, 1280), down(0, 720);
    constexpr std::array<const char*, 8> words{"3", "-", "x", "^", "1e9", "(", "sin", "€"};
    for (int i = 0; i < 400; ++i) {
        window.move(across(random), down(random));
        ImGui::GetIO().MouseDown[i % 11 == 0 ? 1 : 0] = true;
        window.frame();
        if (i % 3 == 0) window.move(across(random), down(random));
        ImGui::GetIO().MouseDown[0] = ImGui::GetIO().MouseDown[1] = false;
        window.frame();
        if (ImGui::GetIO().WantTextInput) window.type(words[random() % words.size()]);
        ASSERT_LE(window.session.starts.size(), static_cast<std::size_t>(most_starts));
        ASSERT_LE(window.session.optimizers.size(), static_cast<std::size_t>(most_optimizers));
        ASSERT_GE(window.session.steps, 1);
        ASSERT_LE(window.session.steps, most_steps);
        ASSERT_LT(window.session.landscape.domain.x0, window.session.landscape.domain.x1);
        ASSERT_LT(window.session.landscape.domain.y0, window.session.landscape.domain.y1);
        window.session.steps = std::min(window.session.steps, 1000);
    }
}

}  // namespace
}  // namespace thalweg::testing

#include <gtest/gtest.h>

#include <functional>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/panels/commands.h"
#include "app/studio/gesture_controller.h"
#include "app/studio/keys.h"
#include "app/view/contour_view.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

/// Hands on the program without its window: every event is a frame, as when they come one by one.
class OneEntry : public testing::Test {
  protected:
    OneEntry() {
        catalogue_ = *load_catalogue(THALWEG_ASSETS "/landscapes.toml");
        session_ = default_session(catalogue_);
        session_.starts = {{3, 2}, {-2, -1}};
        layout_.areas.surface = {100, 50, 600, 500};
        layout_.areas.contour = {710, 50, 400, 500};
        layout_.surface = {.width = 600, .height = 500};
        layout_.contour = {.width = 400, .height = 500};
        update();
    }

    void update() { scene_.update(session_, layout_.contour.width, layout_.contour.height); }
    ActionTargets targets() { return {session_, state_, requests_, scene_, catalogue_}; }

    void frame(const std::function<void()>& act) {
        const Session before = session_;
        act();
        update();
        history_.record(before, session_, gestures_.holding() || requests_.gesture || nudging_);
    }
    template <class Event>
    void pointer(const Event& event) {
        frame([&] { gestures_.handle(event, {layout_, scene_, session_, state_}); });
    }
    void press(Button button = Button::left, bool shift = false) {
        pointer(ButtonPressed{button, shift, time_ += 0.05});
    }
    void release(Button button = Button::left) { pointer(ButtonReleased{button}); }
    void key(int number, int modifiers = 0) {
        frame([&] {
            nudging_ |= is_nudge({number, modifiers});
            handle(KeyPressed{number, modifiers}, targets(), false);
        });
    }
    void key_up(int number) {
        frame([&] {
            nudging_ = false;
            handle(KeyReleased{number}, targets());
        });
    }
    PixelPoint pixel(bool map, double x, double y) {
        const Area& area = map ? layout_.areas.contour : layout_.areas.surface;
        const PixelPoint at = map ? ContourView::project(session_, layout_.contour, x, y)
                                  : SurfaceView::project(session_, scene_, layout_.surface, x, y).value();
        return {at.x + static_cast<double>(area.x), at.y + static_cast<double>(area.y)};
    }
    void go(const PixelPoint& to) { pointer(PointerMoved{to.x, to.y}); }
    void drag(const PixelPoint& from, const PixelPoint& to) {
        go(from);
        press();
        for (const double share : {0.2, 0.5, 0.8, 1.0})
            go({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        release();
        go({0, 0});
    }

    /// What was done since the history was empty is one entry: one undo takes it back, one redo does it again.
    void expect_one_entry(const Session& before, const char* what) {
        const Session after = session_;
        EXPECT_FALSE(same_document(before, after)) << what << " changes nothing";
        ASSERT_TRUE(history_.can_undo()) << what;
        session_ = history_.undo(session_);
        EXPECT_TRUE(same_document(before, session_)) << what << " is not taken back";
        EXPECT_FALSE(history_.can_undo()) << what << " is more than one entry";
        session_ = history_.redo(session_);
        EXPECT_TRUE(same_document(after, session_)) << what << " is not done again";
        EXPECT_FALSE(history_.can_redo()) << what;
        history_ = History();
        update();
    }
    void once(const char* what, const std::function<void()>& act) {
        const Session before = session_;
        act();
        expect_one_entry(before, what);
    }

    Catalogue catalogue_;
    Session session_;
    Scene scene_;
    InterfaceState state_;
    InterfaceRequests requests_;
    StageLayout layout_;
    GestureController gestures_;
    History history_;
    bool nudging_ = false;
    double time_ = 0;
};

TEST_F(OneEntry, GesturesInBothViews) {
    for (const bool map : {true, false}) {
        once("a drag", [&] {
            drag(pixel(map, session_.starts[0].x, session_.starts[0].y), pixel(map, map ? 1.3 : 2.2, map ? 0.4 : -0.6));
        });
        once("a double-click", [&] {
            go(map ? pixel(map, -3, 1) : pixel(map, -4, -2.5));
            time_ += 1;
            press();
            release();
            press();
            release();
        });
        once("a double-click that goes on as a drag", [&] {
            go(pixel(map, -1, 3));
            time_ += 1;
            press();
            release();
            press();
            go(pixel(map, 0, 2));
            go(pixel(map, 1, 2));
            release();
        });
        once("a right-click", [&] {
            go(pixel(map, session_.starts.back().x, session_.starts.back().y));
            press(Button::right);
            release(Button::right);
        });
    }
}

TEST_F(OneEntry, TheLensAndItsPoint) {
    once("opening a lens", [&] { frame([&] { session_.study.lens = LensKind::pass; }); });
    once("pinning its point", [&] {
        frame([&] {
            session_.study.pinned = true;
            session_.study.x = -1;
        });
    });
    once("dragging its point", [&] { drag(pixel(true, -1, session_.study.y), pixel(true, -3, 3)); });
}

TEST_F(OneEntry, Keys) {
    once("a held arrow key", [&] {
        for (int i = 0; i < 5; ++i) key(GLFW_KEY_RIGHT);
        key_up(GLFW_KEY_RIGHT);
    });
    once("a nudge with Shift", [&] {
        key(GLFW_KEY_UP, GLFW_MOD_SHIFT);
        key_up(GLFW_KEY_UP);
    });
    once("Delete", [&] { key(GLFW_KEY_DELETE); });
    once("Page Down", [&] { key(GLFW_KEY_PAGE_DOWN); });
    once("a group's digit", [&] { key(GLFW_KEY_1); });
    once("the theme", [&] { key(GLFW_KEY_T); });
}

TEST_F(OneEntry, EveryCommandThatEdits) {
    int edits = 0;
    for (const Command& command : commands(session_, {}, catalogue_)) {
        const Session before = session_;
        frame([&] { command.perform(targets()); });
        frame([] {});
        if (same_document(before, session_)) {
            EXPECT_FALSE(history_.can_undo()) << command.name << " leaves an entry and changes nothing";
            continue;
        }
        ++edits;
        expect_one_entry(before, command.name.c_str());
    }
    EXPECT_GT(edits, 50);
}

TEST_F(OneEntry, ArrangementIsNoEdit) {
    key(GLFW_KEY_F11);
    key(GLFW_KEY_EQUAL, GLFW_MOD_CONTROL);
    go(pixel(true, 0, 0));
    pointer(WheelTurned{3});
    drag({150, 480}, {250, 420});
    EXPECT_FALSE(history_.can_undo());
}

}  // namespace
}  // namespace thalweg

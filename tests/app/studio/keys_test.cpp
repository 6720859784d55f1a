#include "app/studio/keys.h"

#include <gtest/gtest.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/panels/study.h"
#include "app/studio/key_names.h"

namespace thalweg {
namespace {

class Keys : public testing::Test {
  protected:
    Keys() {
        catalogue_ = {.groups = {{"bowls", "Bowls"}, {"saddles", "Saddles"}},
                      .landscapes = {entry("round", "bowls", "x^2+y^2"), entry("long", "bowls", "x^2+9y^2"),
                                     entry("ridge", "saddles", "x^2-y^2")}};
        open_landscape(session_, catalogue_.landscapes[0]);
        session_.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.1")}};
        session_.steps = 10;
        scene_.update(session_, 100, 100);
    }

    static LandscapeEntry entry(const char* id, const char* group, const char* formula) {
        LandscapeEntry row;
        row.id = id;
        row.group = group;
        row.formula = formula;
        row.starts = {{1.0, 2.0}};
        return row;
    }

    void press(int key, int modifiers = 0) { handle(KeyPressed{key, modifiers}, targets(), typing_); }
    ActionTargets targets() { return {session_, state_, requests_, scene_, catalogue_}; }

    Catalogue catalogue_;
    Session session_;
    Scene scene_;
    InterfaceState state_;
    InterfaceRequests requests_;
    bool typing_ = false;
};

TEST_F(Keys, DigitsChooseGroups) {
    press(GLFW_KEY_2);
    EXPECT_EQ(state_.group, "saddles");
    EXPECT_EQ(session_.landscape.id, "ridge");
    press(GLFW_KEY_9);
    EXPECT_EQ(session_.landscape.id, "ridge") << "there is no ninth group";
}

TEST_F(Keys, AGroupThatIsShownAlreadyKeepsItsLandscape) {
    press(GLFW_KEY_PAGE_DOWN);
    press(GLFW_KEY_1);
    EXPECT_EQ(session_.landscape.id, "long");
}

TEST_F(Keys, PagesGoRoundWithinTheGroup) {
    for (const char* expected : {"long", "round", "long"}) {
        press(GLFW_KEY_PAGE_DOWN);
        EXPECT_EQ(session_.landscape.id, expected);
    }
    press(GLFW_KEY_PAGE_UP);
    EXPECT_EQ(session_.landscape.id, "round");
    press(GLFW_KEY_PAGE_UP);
    EXPECT_EQ(session_.landscape.id, "long");
}

TEST_F(Keys, PagesLeadFromAFormulaOfOnesOwnToTheGroup) {
    session_.landscape.id.clear();
    session_.landscape.formula = "x y";
    state_.group = "saddles";
    press(GLFW_KEY_PAGE_DOWN);
    EXPECT_EQ(session_.landscape.id, "ridge");
}

TEST_F(Keys, ArrowsNudgeTheSelectedStart) {
    session_.starts = {{1, 2}, {0, 0}};
    state_.selected_start = 1;
    press(GLFW_KEY_RIGHT);
    press(GLFW_KEY_UP);
    press(GLFW_KEY_UP, GLFW_MOD_SHIFT);
    EXPECT_DOUBLE_EQ(session_.starts[1].x, 0.1);
    EXPECT_DOUBLE_EQ(session_.starts[1].y, 0.1 + 0.01);
    EXPECT_EQ(session_.starts[0], (Start{1, 2}));
}

TEST_F(Keys, ArrowsNudgeWhatOfTheLensWasTakenHoldOfLast) {
    session_.starts = {{1, 2}};
    session_.study = {.lens = LensKind::slopes, .dx = 0.5, .dy = 0.25};
    const auto began = study_point(session_, scene_, state_);
    state_.nudged = Nudged::study_tip;
    press(GLFW_KEY_LEFT);
    EXPECT_DOUBLE_EQ(session_.study.dx, 0.4);
    EXPECT_FALSE(session_.study.pinned);
    state_.nudged = Nudged::study_point;
    press(GLFW_KEY_UP, GLFW_MOD_SHIFT);
    EXPECT_TRUE(session_.study.pinned);
    EXPECT_DOUBLE_EQ(session_.study.x, began[0]);
    EXPECT_DOUBLE_EQ(session_.study.y, began[1] + 0.01);
    EXPECT_EQ(session_.starts[0], (Start{1, 2}));
    // A lens without grips leaves the arrows to the start.
    session_.study.lens = LensKind::race;
    press(GLFW_KEY_RIGHT);
    EXPECT_DOUBLE_EQ(session_.starts[0].x, 1.1);
}

TEST_F(Keys, ArrowsWalkInTheDark) {
    session_.starts = {{1, 2}};
    state_.blindfolded = true;
    press(GLFW_KEY_DOWN);
    EXPECT_EQ(session_.starts[0], (Start{1, 2}));
    EXPECT_EQ(state_.blind_step.count, 1);
    EXPECT_EQ(state_.blind_step.up, -1);
    EXPECT_FALSE(state_.blind_step.fine);
    press(GLFW_KEY_LEFT, GLFW_MOD_SHIFT);
    EXPECT_EQ(state_.blind_step.count, 2);
    EXPECT_EQ(state_.blind_step.right, -1);
    EXPECT_TRUE(state_.blind_step.fine);
}

TEST_F(Keys, PlaybackStepsBothWays) {
    press(GLFW_KEY_PERIOD);
    EXPECT_DOUBLE_EQ(session_.playback.step, 1);
    press(GLFW_KEY_END);
    EXPECT_DOUBLE_EQ(session_.playback.step, 10);
    press(GLFW_KEY_COMMA);
    EXPECT_DOUBLE_EQ(session_.playback.step, 9);
    press(GLFW_KEY_HOME);
    EXPECT_DOUBLE_EQ(session_.playback.step, 0);
    press(GLFW_KEY_SPACE);
    EXPECT_TRUE(state_.playing);
    press(GLFW_KEY_SPACE);
    EXPECT_FALSE(state_.playing);
}

TEST_F(Keys, LooksAtThePointUnderThePointer) {
    press(GLFW_KEY_F);
    EXPECT_FALSE(requests_.look_at);
    state_.pointer_over = true;
    state_.pointer_x = -0.5;
    press(GLFW_KEY_F);
    EXPECT_TRUE(requests_.look_at);
    EXPECT_EQ(requests_.look_x, -0.5);
}

TEST_F(Keys, ProjectorModeComesAndGoes) {
    for (const int key : {GLFW_KEY_F11, GLFW_KEY_F5}) {
        press(key);
        EXPECT_TRUE(session_.display.projector);
        press(GLFW_KEY_ESCAPE);
        EXPECT_FALSE(session_.display.projector);
    }
    session_.display.projector = state_.show_help = true;
    press(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(session_.display.projector) << "what lies on top closes first";
}

TEST_F(Keys, ControlKeys) {
    press(GLFW_KEY_Z, GLFW_MOD_CONTROL);
    EXPECT_TRUE(requests_.undo);
    EXPECT_FALSE(requests_.redo);
    press(GLFW_KEY_Z, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT);
    EXPECT_TRUE(requests_.redo);
    press(GLFW_KEY_S, GLFW_MOD_CONTROL);
    EXPECT_TRUE(requests_.save);
}

TEST_F(Keys, LettersBelongToTheFieldThatIsTypedIn) {
    typing_ = true;
    const Session before = session_;
    for (const int key : {GLFW_KEY_1, GLFW_KEY_T, GLFW_KEY_P, GLFW_KEY_SPACE, GLFW_KEY_LEFT, GLFW_KEY_DELETE})
        press(key);
    press(GLFW_KEY_Z, GLFW_MOD_CONTROL);
    EXPECT_EQ(session_, before);
    EXPECT_FALSE(requests_.screenshot || requests_.undo || state_.playing);
    handle(CharacterTyped{'?'}, targets(), typing_);
    EXPECT_FALSE(state_.show_help);
}

TEST_F(Keys, QuestionMarkShowsTheKeys) {
    handle(CharacterTyped{'?'}, targets(), typing_);
    EXPECT_TRUE(state_.show_help);
}

TEST_F(Keys, EveryKeyOfTheTableCanBeReadAndMeansOneThing) {
    std::vector<std::string_view> seen;
    for (const Action& action : actions()) {
        for (const std::string_view key : key_alternatives(action.keys)) {
            EXPECT_TRUE(key == "?" || names_key(key)) << key;
            EXPECT_EQ(std::ranges::count(seen, key), 0) << key << " stands for two things";
            seen.push_back(key);
        }
    }
    EXPECT_GT(seen.size(), 40U);
}

TEST_F(Keys, HeldKeysLastUntilTheyAreReleased) {
    press(GLFW_KEY_L);
    EXPECT_TRUE(state_.presenter.laser);
    press(GLFW_KEY_Z);
    EXPECT_TRUE(state_.presenter.magnifier);
    handle(KeyReleased{GLFW_KEY_L}, targets());
    EXPECT_FALSE(state_.presenter.laser);
    EXPECT_TRUE(state_.presenter.magnifier);
    handle(KeyReleased{GLFW_KEY_Z}, targets());
    EXPECT_FALSE(state_.presenter.magnifier);
    EXPECT_FALSE(requests_.undo);
}

TEST_F(Keys, PresentersSwitches) {
    press(GLFW_KEY_C);
    press(GLFW_KEY_F8);
    EXPECT_TRUE(state_.presenter.caption && state_.presenter.frozen);
    typing_ = true;
    press(GLFW_KEY_C);
    press(GLFW_KEY_F8);
    EXPECT_TRUE(state_.presenter.caption) << "a letter belongs to the field";
    EXPECT_FALSE(state_.presenter.frozen);
}

TEST_F(Keys, ControlKOpensThePalette) {
    state_.palette.typed = "before";
    press(GLFW_KEY_K, GLFW_MOD_CONTROL);
    EXPECT_TRUE(state_.palette.open);
    EXPECT_EQ(state_.palette.typed, "");
    typing_ = true;
    press(GLFW_KEY_K, GLFW_MOD_CONTROL);
    EXPECT_FALSE(state_.palette.open);
}

TEST_F(Keys, ShiftBesideAKeyThatDoesNotAskForItChangesNothing) {
    press(GLFW_KEY_EQUAL, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT);
    EXPECT_GT(session_.display.interface_scale, 1.0);
}

TEST_F(Keys, ControlArrowsTurnTheSurfaceAndWithShiftMoveTheMap) {
    const CameraPose camera = session_.display.camera;
    const Box map = session_.display.map;
    press(GLFW_KEY_RIGHT, GLFW_MOD_CONTROL);
    press(GLFW_KEY_UP, GLFW_MOD_CONTROL);
    EXPECT_GT(session_.display.camera.azimuth, camera.azimuth);
    EXPECT_GT(session_.display.camera.elevation, camera.elevation);
    EXPECT_EQ(session_.display.map, map);
    press(GLFW_KEY_LEFT, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT);
    EXPECT_DOUBLE_EQ(session_.display.map.x0, map.x0 - 0.1 * map.width());
    session_.display.layout = ViewLayout::contour;
    press(GLFW_KEY_RIGHT, GLFW_MOD_CONTROL);
    EXPECT_NEAR(session_.display.map.x0, map.x0, 1e-12) << "without a surface the map is what moves";
    EXPECT_EQ(session_.starts[0], (Start{1, 2}));
}

TEST_F(Keys, PlusAndMinusComeNearerAndGoBack) {
    const double distance = session_.display.camera.distance, width = session_.display.map.width();
    press(GLFW_KEY_EQUAL);
    EXPECT_LT(session_.display.camera.distance, distance);
    EXPECT_LT(session_.display.map.width(), width);
    press(GLFW_KEY_KP_SUBTRACT);
    EXPECT_NEAR(session_.display.camera.distance, distance, 1e-12);
    EXPECT_NEAR(session_.display.map.width(), width, 1e-12);
}

TEST_F(Keys, StartsAndOptimizersAreAddedAndChosen) {
    press(GLFW_KEY_INSERT);
    ASSERT_EQ(session_.starts.size(), 2U);
    EXPECT_EQ(session_.starts[1], (Start{0, 0})) << "the middle of the map";
    EXPECT_EQ(state_.selected_start, 1);
    press(GLFW_KEY_S);
    EXPECT_EQ(state_.selected_start, 0);
    add_optimizer(session_, *parse_optimizer("adam"));
    press(GLFW_KEY_O);
    EXPECT_EQ(state_.selected_optimizer, 1);
    press(GLFW_KEY_O);
    EXPECT_EQ(state_.selected_optimizer, 0);
    for (int i = 0; i < 2 * most_starts; ++i) press(GLFW_KEY_INSERT);
    EXPECT_EQ(session_.starts.size(), static_cast<std::size_t>(most_starts)) << "as many as a file may hold";
}

}  // namespace
}  // namespace thalweg

#include "app/studio/keys.h"

#include <gtest/gtest.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

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

    void press(int key, int modifiers = 0) {
        handle(KeyPressed{key, modifiers}, {session_, state_, requests_, scene_, catalogue_, save_, typing_});
    }

    Catalogue catalogue_;
    Session session_;
    Scene scene_;
    InterfaceState state_;
    InterfaceRequests requests_;
    bool save_ = false, typing_ = false;
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
    EXPECT_TRUE(save_);
}

TEST_F(Keys, LettersBelongToTheFieldThatIsTypedIn) {
    typing_ = true;
    const Session before = session_;
    for (const int key : {GLFW_KEY_1, GLFW_KEY_T, GLFW_KEY_P, GLFW_KEY_SPACE, GLFW_KEY_LEFT, GLFW_KEY_DELETE})
        press(key);
    press(GLFW_KEY_Z, GLFW_MOD_CONTROL);
    EXPECT_EQ(session_, before);
    EXPECT_FALSE(requests_.screenshot || requests_.undo || state_.playing);
    handle(CharacterTyped{'?'}, {session_, state_, requests_, scene_, catalogue_, save_, typing_});
    EXPECT_FALSE(state_.show_help);
}

TEST_F(Keys, QuestionMarkShowsTheKeys) {
    handle(CharacterTyped{'?'}, {session_, state_, requests_, scene_, catalogue_, save_, typing_});
    EXPECT_TRUE(state_.show_help);
}

}  // namespace
}  // namespace thalweg

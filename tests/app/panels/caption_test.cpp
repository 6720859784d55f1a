#include "app/panels/caption.h"

#include <gtest/gtest.h>

#include "app/panels/selection.h"

namespace thalweg {
namespace {

class Caption : public ::testing::Test {
  protected:
    Caption() {
        session.landscape.formula = "x^2 + y^2";
        session.starts = {{3, 2}};
        session.steps = 5;
    }
    std::string words() {
        scene.update(session, 100, 100);
        return caption(session, scene, {});
    }
    Session session;
    Scene scene;
};

TEST_F(Caption, NamesLandscapeStepAndLeader) {
    EXPECT_EQ(words(), "Your formula");
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    EXPECT_EQ(words(), "Your formula, step 0: f = 13");
    session.playback.step = 1.7;
    EXPECT_EQ(words(), "Your formula, step 1: f = 8.32");
    session.playback.step = 5;
    EXPECT_EQ(words(), "Your formula: still moving after 5 steps");
    add_optimizer(session, *parse_optimizer("sgd lr=0.4"));
    EXPECT_NE(words().find("is lowest"), std::string::npos);
}

TEST_F(Caption, TellsOfMaximizing) {
    session.landscape.formula = "-x^2 - y^2";
    session.steps = 2000;
    add_optimizer(session, *parse_optimizer("sgd lr=0.1 maximize=true"));
    scene.update(session, 100, 100);
    scene.finish();
    ASSERT_EQ(scene.paths().paths.size(), 1U);
    EXPECT_NE(result(scene.paths().paths.front(), session).find("maximum"), std::string::npos);
}

TEST_F(Caption, SelectionFallsBackToAnyPathOfTheStart) {
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    add_optimizer(session, *parse_optimizer("adam lr=0.1"));
    scene.update(session, 100, 100);
    InterfaceState state;
    state.selected_optimizer = 1;
    ASSERT_NE(selected_path(session, scene, state), nullptr);
    EXPECT_EQ(selected_path(session, scene, state)->optimizer, 1);
    EXPECT_EQ(steps_file_name(session, *selected_path(session, scene, state)), "steps_formula_adam.csv");
    session.optimizers[1].enabled = false;
    scene.update(session, 100, 100);
    EXPECT_EQ(selected_path(session, scene, state)->optimizer, 0);
    state.selected_start = 1;
    EXPECT_EQ(selected_path(session, scene, state), nullptr);
    session.playback.step = 1e9;
    EXPECT_EQ(row_shown(session, scene.paths().paths.front().trajectory), 5);
}

}  // namespace
}  // namespace thalweg

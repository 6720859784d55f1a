#include "app/panels/transport.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

class Transport : public ::testing::Test {
  protected:
    Transport() {
        session.landscape.formula = "x^2 + y^2";
        session.starts = {{3, 2}};
        session.steps = 10;
        add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
        scene.update(session, 100, 100);
    }
    Session session;
    Scene scene;
    InterfaceState state;
};

TEST_F(Transport, StepsLandOnWholeStepsAndStayInTheRun) {
    ASSERT_EQ(last_step(scene), 10);
    session.playback.step = 3.4;
    step_forward(session, state, scene);
    EXPECT_EQ(session.playback.step, 4);
    session.playback.step = 3.4;
    step_back(session, state);
    EXPECT_EQ(session.playback.step, 3);
    step_back(session, state);
    EXPECT_EQ(session.playback.step, 2);
    jump_to_start(session, state);
    step_back(session, state);
    EXPECT_EQ(session.playback.step, 0);
    jump_to_end(session, state, scene);
    step_forward(session, state, scene);
    EXPECT_EQ(session.playback.step, 10);
}

TEST_F(Transport, PlaysToTheEndAndStartsAgain) {
    toggle_play(session, state, scene);
    EXPECT_TRUE(state.playing);
    session.playback.speed = 20;
    EXPECT_TRUE(advance(session, state, scene, 0.1));
    EXPECT_DOUBLE_EQ(session.playback.step, 2);
    EXPECT_TRUE(advance(session, state, scene, 100));
    EXPECT_EQ(session.playback.step, 10);
    EXPECT_FALSE(state.playing);
    EXPECT_FALSE(advance(session, state, scene, 1));
    toggle_play(session, state, scene);
    EXPECT_TRUE(state.playing);
    EXPECT_EQ(session.playback.step, 0);
    step_forward(session, state, scene);
    EXPECT_FALSE(state.playing);
}

}  // namespace
}  // namespace thalweg

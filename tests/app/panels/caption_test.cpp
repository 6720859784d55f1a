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
        return caption(session, scene, state, {});
    }
    Session session;
    Scene scene;
    InterfaceState state;
};

TEST_F(Caption, SaysStepAndLossOfTheSelectedOptimizer) {
    EXPECT_EQ(words(), "Your formula");
    session.landscape.domain = {-5, 5, -5, 5};
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    EXPECT_EQ(words(), "Gradient descent: step 0, loss 13, slope 7.2");
    session.playback.step = 1.7;
    EXPECT_EQ(words(), "Gradient descent: step 1, loss 8.32, falling, slope 5.8");
    add_optimizer(session, *parse_optimizer("adam lr=0.4"));
    state.selected_optimizer = 1;
    EXPECT_TRUE(words().starts_with("Adam: step 1, loss ")) << words();
}

TEST_F(Caption, SaysWhatIsNear) {
    session.landscape.formula = "x^2 - 2y^2";
    session.landscape.domain = {-5, 5, -5, 5};
    session.starts = {{0.2, 0}};
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    words();
    scene.finish();
    EXPECT_EQ(words(), "Gradient descent: step 0, loss 0.04, near a saddle: λ = −4.0, 2.0");
    session.starts = {{4, 0}};
    EXPECT_EQ(words(), "Gradient descent: step 0, loss 16, slope 8");
}

TEST_F(Caption, SaysHowItEnded) {
    session.steps = 1000;
    session.playback.step = 1000;
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    EXPECT_TRUE(words().starts_with("Gradient descent: converged to a minimum after ")) << words();
}

TEST_F(Caption, SaysInFewWordsHowItEnded) {
    session.steps = 1000;
    session.landscape.domain = {-5, 5, -5, 5};
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    const auto brief = [&] {
        words();
        return brief_result(scene.paths().paths.at(0), session);
    };
    const std::string steps = std::to_string((words(), scene.paths().paths.at(0).trajectory.rows() - 1));
    EXPECT_EQ(brief(), "at a minimum after " + steps + " steps");
    session.landscape.formula = "-x^2 - y^2";
    session.optimizers[0].optimizer = *parse_optimizer("sgd lr=0.1 maximize=true");
    EXPECT_EQ(brief(), "at a maximum after " + steps + " steps");
    session.starts = {{0, 0}};
    session.optimizers[0].optimizer = *parse_optimizer("sgd lr=0.1");
    EXPECT_TRUE(brief().starts_with("at a maximum after ")) << brief();
    session.landscape.formula = "x^2 - y^2";
    session.starts = {{3, 0}};
    EXPECT_TRUE(brief().starts_with("at a saddle after ")) << brief();
    session.steps = 1;
    EXPECT_EQ(brief(), "still moving after 1 step");
    session.landscape.formula = "ln(x) + y";
    session.starts = {{-3, 0}};
    EXPECT_EQ(brief(), "f is not defined at the start");
}

TEST_F(Caption, SaysThatItBouncesOrDiverges) {
    session.landscape.formula = "x^2 + 0.01y^2";
    session.landscape.domain = {-5, 5, -5, 5};
    session.starts = {{3, 4.5}};
    session.playback.step = 4;
    add_optimizer(session, *parse_optimizer("sgd lr=0.95"));
    words();
    scene.finish();
    EXPECT_NE(words().find("bouncing: each step turns back"), std::string::npos) << words();
    session.optimizers[0].optimizer = *parse_optimizer("sgd lr=1.2");
    EXPECT_NE(words().find("diverging: the loss has grown 4 steps running"), std::string::npos) << words();
    session.optimizers[0].optimizer = *parse_optimizer("sgd lr=0.01 maximize=true");
    EXPECT_EQ(words().find("diverging"), std::string::npos) << "whoever climbs wants the loss to grow: " << words();
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
    state.selected_optimizer = 1;
    ASSERT_NE(selected_path(session, scene, state), nullptr);
    EXPECT_EQ(selected_path(session, scene, state)->optimizer, 1);
    EXPECT_EQ(steps_file_name(session, *selected_path(session, scene, state)), "steps_formula_adam.csv");
    add_optimizer(session, *parse_optimizer("adam lr=0.2"));
    EXPECT_EQ(steps_file_name(session, *selected_path(session, scene, state)), "steps_formula_adam_0_1.csv");
    session.optimizers.pop_back();
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

#include "app/lenses/race.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

class Race : public testing::Test {
  protected:
    Race() {
        session.landscape.formula = "x^2 + y^2 + 3";
        session.landscape.domain = {-5, 5, -5, 5};
        session.starts = {{3, 2}};
        session.steps = 60;
    }
    void runs(std::initializer_list<const char*> optimizers) {
        session.optimizers.clear();
        for (const char* text : optimizers) add_optimizer(session, *parse_optimizer(text));
        scene.update(session, 100, 100);
        scene.finish();
        scene.update(session, 100, 100);
    }
    std::vector<RaceEntry> entries() {
        const auto goal = race_goal(scene.paths(), scene.stationary().report, session, 0);
        return goal ? race(scene.paths(), scene.stationary().report, session, 0, *goal) : std::vector<RaceEntry>();
    }
    Session session;
    Scene scene;
};

TEST_F(Race, FewestStepsComeFirst) {
    // x shrinks by 1 − 2 lr each step, so that the loss above 3 is 13 (1 − 2 lr)^(2k).
    runs({"sgd lr=0.2", "sgd lr=0.4", "sgd lr=0.001", "sgd lr=1.5"});
    const auto list = entries();
    ASSERT_EQ(list.size(), 4U);
    EXPECT_EQ(list[0].optimizer, 1);
    EXPECT_EQ(list[0].steps, 6);  // 13 · 0.2^12 = 5.3e-8, but 13 · 0.2^10 = 1.3e-6
    EXPECT_EQ(list[0].ended, "minimum at (0.000, 0.000)");
    EXPECT_EQ(list[1].optimizer, 0);
    EXPECT_EQ(list[1].steps, 17);  // 13 · 0.6^34 = 3.7e-7, but 13 · 0.6^32 = 1.03e-6
    EXPECT_EQ(list[2].optimizer, 2);
    EXPECT_FALSE(list[2].steps);
    EXPECT_EQ(list[2].ended, "still moving");
    EXPECT_EQ(list[3].optimizer, 3);
    EXPECT_FALSE(list[3].steps);
    EXPECT_GT(list[3].final_loss, list[2].final_loss);
}

TEST_F(Race, TheGoalIsTheProvedMinimumElseTheBestRun) {
    runs({"sgd lr=0.01"});
    auto goal = race_goal(scene.paths(), scene.stationary().report, session, 0);
    ASSERT_TRUE(goal);
    EXPECT_TRUE(goal->proved);
    EXPECT_NEAR(goal->value, 3, 1e-12);
    session.landscape.formula = "x + y";
    runs({"sgd lr=0.01"});
    goal = race_goal(scene.paths(), scene.stationary().report, session, 0);
    ASSERT_TRUE(goal);
    EXPECT_FALSE(goal->proved);
    EXPECT_EQ(goal->value, scene.paths().paths[0].trajectory.losses.back());
    EXPECT_EQ(entries()[0].steps, 60);
}

TEST_F(Race, OverflowIsDivergence) {
    session.steps = 2000;
    runs({"sgd lr=3"});
    EXPECT_EQ(entries()[0].ended, "diverged");
}

TEST_F(Race, WhoeverClimbsDoesNotTakePart) {
    runs({"sgd lr=0.1 maximize=true"});
    EXPECT_TRUE(entries().empty());
}

}  // namespace
}  // namespace thalweg

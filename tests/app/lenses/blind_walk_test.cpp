#include "app/lenses/blind_walk.h"

#include <gtest/gtest.h>

#include <cmath>

namespace thalweg {
namespace {

constexpr Box domain{-5, 5, -5, 5};

TEST(BlindWalk, StepsOnlyWhereItSees) {
    BlindWalk walk;
    walk.begin({3, 2}, domain);
    EXPECT_DOUBLE_EQ(walk.veil().radius_x, 1);
    EXPECT_FALSE(walk.step_to({4.1, 2}));
    EXPECT_FALSE(walk.step_to({3, 2})) << "where it stands is no step";
    EXPECT_TRUE(walk.step_to({2.5, 2.5}));
    EXPECT_EQ(walk.steps(), 1);
    EXPECT_DOUBLE_EQ(walk.veil().x, 2.5);
    walk.take_back();
    walk.take_back();
    EXPECT_EQ(walk.steps(), 0);
    EXPECT_EQ(walk.place(), (BlindWalk::Place{3, 2}));
}

TEST(BlindWalk, StaysInTheDomain) {
    BlindWalk walk;
    walk.begin({4.8, 0}, domain);
    EXPECT_FALSE(walk.step_to({5.1, 0}));
    EXPECT_FALSE(walk.step_downhill({-1, 0}, 1));
    EXPECT_TRUE(walk.step_downhill({1, 0}, 1));
}

TEST(BlindWalk, GoesAlongADirectionAsSeenOnTheMap) {
    BlindWalk walk;
    walk.begin({0, 0}, {-10, 10, -5, 5});
    ASSERT_TRUE(walk.step_along({0, 2}, 0.5));
    EXPECT_DOUBLE_EQ(walk.place()[0], 0);
    EXPECT_DOUBLE_EQ(walk.place()[1], 0.5 * walk.veil().radius_y);
    EXPECT_FALSE(walk.step_along({0, 0}, 0.5));
}

TEST(BlindWalk, GoesStraightAgainstTheGradient) {
    BlindWalk walk;
    walk.begin({3, 2}, domain);
    ASSERT_TRUE(walk.step_downhill({6, 4}, 0.5));
    EXPECT_NEAR(std::hypot(walk.place()[0] - 3, walk.place()[1] - 2), 0.5, 1e-12);
    EXPECT_NEAR(walk.place()[0] / walk.place()[1], 1.5, 1e-12);
    EXPECT_FALSE(walk.step_downhill({0, 0}, 0.5)) << "level ground has no way down";
    EXPECT_FALSE(walk.step_downhill({std::nan(""), 0}, 0.5));
}

TEST(BlindWalk, TheDiscIsRoundAsTheViewsDrawIt) {
    BlindWalk walk;
    walk.begin({0, 0}, {-1, 1, -100, 100});
    const Veil veil = walk.veil();
    EXPECT_DOUBLE_EQ(veil.radius_y, 20);
    EXPECT_NEAR(veil.radius_x, 0.6, 1e-12) << "drawn three times as long as wide";
}

TEST(BlindWalk, ResultsAreByTheLowestPlace) {
    Session session;
    session.landscape.formula = "x^2 + y^2";
    session.landscape.domain = domain;
    session.starts = {{3, 2}};
    session.steps = 4;
    add_optimizer(session, *parse_optimizer("sgd lr=0.5"));
    add_optimizer(session, *parse_optimizer("sgd lr=0.001"));
    add_optimizer(session, *parse_optimizer("sgd lr=0.1 maximize=true"));
    Scene scene;
    scene.update(session, 100, 100);
    BlindWalk walk;
    walk.begin({3, 2}, domain);
    walk.step_to({2.5, 2});
    walk.step_to({3, 2.5});
    const auto results = walk_results(walk, *scene.landscape().evaluator, scene.paths(), session, 0);
    ASSERT_EQ(results.size(), 3U) << "whoever climbs does not take part";
    EXPECT_EQ(results[0].optimizer, 0);
    EXPECT_EQ(results[0].lowest, 0);
    EXPECT_EQ(results[0].steps, 1);
    EXPECT_EQ(results[1].optimizer, -1);
    EXPECT_DOUBLE_EQ(results[1].lowest, 10.25);
    EXPECT_EQ(results[1].steps, 1);
    EXPECT_DOUBLE_EQ(results[1].as_walker, 15.25);
    EXPECT_EQ(results[2].optimizer, 1);
}

}  // namespace
}  // namespace thalweg

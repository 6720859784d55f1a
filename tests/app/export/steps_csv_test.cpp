#include "app/export/steps_csv.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(StepsCsv, HasAColumnForEveryCoordinate) {
    const Trajectory plane{.dimensions = 2,
                           .positions = {3, 2, 0.5, -1},
                           .losses = {13, 0.1},
                           .gradients = {6, 4, 1e-300, 0},
                           .learning_rates = {0.1, 0.05},
                           .reason = StopReason::out_of_steps,
                           .left_domain = {}};
    EXPECT_EQ(steps_csv(plane),
              "step,x,y,loss,gradient_x,gradient_y,learning_rate\n"
              "0,3,2,13,6,4,0.10000000000000001\n"
              "1,0.5,-1,0.10000000000000001,1e-300,0,0.050000000000000003\n");
}

TEST(StepsCsv, ACurveHasNoYAndSpaceCountsItsCoordinates) {
    Trajectory trajectory{.dimensions = 1,
                          .positions = {3},
                          .losses = {9},
                          .gradients = {6},
                          .learning_rates = {1},
                          .reason = StopReason::out_of_steps,
                          .left_domain = {}};
    EXPECT_EQ(steps_csv(trajectory), "step,x,loss,gradient_x,learning_rate\n0,3,9,6,1\n");
    trajectory.dimensions = 3;
    trajectory.positions = trajectory.gradients = {1, 2, 3};
    EXPECT_EQ(steps_csv(trajectory),
              "step,x1,x2,x3,loss,gradient_x1,gradient_x2,gradient_x3,learning_rate\n0,1,2,3,9,1,2,3,1\n");
}

}  // namespace
}  // namespace thalweg

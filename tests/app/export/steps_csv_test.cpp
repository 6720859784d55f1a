#include "app/export/steps_csv.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace thalweg {
namespace {

/// Row by row; the numbers are no run's, only easy to read.
Trajectory trajectory(int dimensions, std::vector<double> positions, std::vector<double> losses,
                      std::vector<double> gradients, std::vector<double> learning_rates) {
    Trajectory made;
    made.dimensions = dimensions;
    made.positions = std::move(positions);
    made.losses = std::move(losses);
    made.gradients = std::move(gradients);
    made.learning_rates = std::move(learning_rates);
    return made;
}

TEST(StepsCsv, HasAColumnForEveryCoordinate) {
    EXPECT_EQ(steps_csv(trajectory(2, {3, 2, 0.5, -1}, {13, 0.1}, {6, 4, 1e-300, 0}, {0.1, 0.05})),
              "step,x,y,loss,gradient_x,gradient_y,learning_rate\n"
              "0,3,2,13,6,4,0.10000000000000001\n"
              "1,0.5,-1,0.10000000000000001,1e-300,0,0.050000000000000003\n");
}

TEST(StepsCsv, ACurveHasNoYAndSpaceCountsItsCoordinates) {
    EXPECT_EQ(steps_csv(trajectory(1, {3}, {9}, {6}, {1})), "step,x,loss,gradient_x,learning_rate\n0,3,9,6,1\n");
    EXPECT_EQ(steps_csv(trajectory(3, {1, 2, 3}, {9}, {1, 2, 3}, {1})),
              "step,x1,x2,x3,loss,gradient_x1,gradient_x2,gradient_x3,learning_rate\n0,1,2,3,9,1,2,3,1\n");
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/optimizer/optimizer.h"
#include "tests/core/optimizer/test_objectives.h"

namespace thalweg {
namespace {

using testing::Quadratic;
using testing::Rosenbrock;

VectorXd vector(std::vector<double> values) {
    return Eigen::Map<VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

/// The first steps on ½(x² + 4y²) from (1, −2), worked by hand with the definitions of the papers.
TEST(Step, is_the_one_of_the_definition) {
    struct Case {
        std::string optimizer;
        std::vector<std::vector<double>> positions;
    };
    // The gradient at the start is (1, −8).
    const std::vector<Case> cases = {
        {"sgd lr=0.1", {{0.9, -1.2}, {0.81, -0.72}}},
        {"sgd lr=0.1 maximize=true", {{1.1, -2.8}}},
        {"sgd lr=0.1 weight_decay=0.5", {{0.85, -1.1}}},
        {"sgd lr=0.1 momentum=0.5", {{0.9, -1.2}, {0.9 - 0.1 * (0.5 * 1 + 0.9), -1.2 - 0.1 * (0.5 * -8 - 4.8)}}},
        {"sgd lr=0.1 momentum=0.5 dampening=0.5",
         {{0.9, -1.2}, {0.9 - 0.1 * (0.5 * 1 + 0.5 * 0.9), -1.2 - 0.1 * (0.5 * -8 - 0.5 * 4.8)}}},
        {"sgd lr=0.1 momentum=0.5 nesterov=true", {{1 - 0.1 * 1.5, -2 + 0.1 * 8 * 1.5}}},
        {"adagrad lr=0.1", {{0.9, -1.9}, {0.9 - 0.1 * 0.9 / std::sqrt(1.81), -1.9 + 0.1 * 7.6 / std::sqrt(121.76)}}},
        {"adagrad lr=0.1 initial_accumulator_value=8 eps=0", {{1 - 0.1 / 3, -2 + 0.8 / std::sqrt(72)}}},
        {"rmsprop lr=0.1 alpha=0.75 eps=0", {{0.8, -1.8}}},
        {"rmsprop lr=0.1 alpha=0.75 eps=0 centered=true",
         {{1 - 0.1 / std::sqrt(0.1875), -2 + 0.1 / std::sqrt(0.1875)}}},
        {"adadelta rho=0.75 eps=1", {{1 - 1 / std::sqrt(1.25), -2 + 8 / std::sqrt(17)}}},
        {"adam lr=0.1 eps=0", {{0.9, -1.9}}},
        {"adam lr=0.1 eps=1", {{1 - 0.1 / 2, -2 + 0.1 * 8 / 9}}},
        {"adamw lr=0.1 weight_decay=0.5 eps=0", {{0.95 - 0.1, -1.9 + 0.1}}},
    };
    for (const auto& [text, positions] : cases) {
        Quadratic objective({1, 4});
        VectorXd x = vector({1, -2});
        Stepper stepper(parse_optimizer(text).value(), 2);
        for (const std::vector<double>& expected : positions) {
            stepper.step(x, objective);
            EXPECT_NEAR((x - vector(expected)).norm(), 0.0, 1e-9) << text << " went to " << x.transpose();
        }
    }
}

TEST(Step, descends_and_climbs_when_maximizing) {
    for (const std::string_view name : optimizer_names()) {
        for (const bool maximize : {false, true}) {
            const auto optimizer = parse_optimizer(std::string(name) + (maximize ? " maximize=true" : ""));
            if (!optimizer) continue;  // a method that cannot climb
            Rosenbrock objective;
            VectorXd x = vector({-0.5, 0.7});
            const double before = objective.value(x);
            Stepper stepper(*optimizer, 2);
            for (int k = 0; k < 5; ++k) stepper.step(x, objective);
            EXPECT_EQ(objective.value(x) > before, maximize) << name;
        }
    }
}

TEST(Step, moves_each_coordinate_alone_when_the_function_splits) {
    // On a sum of functions of one coordinate each, a method without mixing gives what it gives in one dimension.
    const std::vector<std::string> with_mixing = {"backtracking", "conjugate_gradient", "lbfgs"};
    for (const Optimizer& optimizer : optimizer_presets()) {
        if (std::ranges::count(with_mixing, name(optimizer)) > 0) continue;
        Quadratic both({1, 4}), first({1}), second({4});
        VectorXd x = vector({1, -2}), x1 = vector({1}), x2 = vector({-2});
        Stepper stepper(optimizer, 2), stepper1(optimizer, 1), stepper2(optimizer, 1);
        for (int k = 0; k < 20; ++k) {
            stepper.step(x, both);
            stepper1.step(x1, first);
            stepper2.step(x2, second);
            EXPECT_EQ(x, vector({x1[0], x2[0]})) << title(optimizer);
        }
    }
}

TEST(Step, of_a_copy_goes_on_from_the_same_place) {
    for (const std::string_view name : optimizer_names()) {
        Rosenbrock objective;
        VectorXd x = vector({-0.5, 0.7, 0.2});
        Stepper stepper(parse_optimizer(name).value(), 3);
        for (int k = 0; k < 7; ++k) stepper.step(x, objective);
        Stepper copy = stepper;
        VectorXd y = x;
        for (int k = 0; k < 7; ++k) {
            stepper.step(x, objective);
            copy.step(y, objective);
        }
        EXPECT_EQ(x, y) << name;
    }
}

}  // namespace
}  // namespace thalweg

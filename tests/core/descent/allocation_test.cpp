#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "core/descent/landscape_objective.h"
#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"
#include "tests/core/allocations.h"

#ifdef THALWEG_COUNTS_ALLOCATIONS

namespace thalweg {
namespace {

FormulaLandscape rosenbrock() {
    return {Formula::parse("(1 - x)^2 + a*(y - x^2)^2").value(), {100.0}};
}

TEST(Step, on_a_formula_does_not_allocate) {
    const FormulaLandscape landscape = rosenbrock();
    for (const Optimizer& optimizer : optimizer_presets()) {
        LandscapeObjective objective(landscape);
        VectorXd x = VectorXd::LinSpaced(2, -0.5, 0.7);
        Stepper stepper(optimizer, 2);
        const long before = allocations();
        for (int k = 0; k < 50; ++k) stepper.step(x, objective);
        EXPECT_EQ(allocations(), before) << title(optimizer);
    }
}

TEST(Run, allocates_as_often_for_many_steps_as_for_few) {
    const FormulaLandscape landscape = rosenbrock();
    const std::vector start{-0.5, 0.7};
    const auto allocations_of = [&](const Optimizer& optimizer, int steps) {
        const long before = allocations();
        const Trajectory trajectory = run(landscape, start, optimizer, {.steps = steps, .stop_early = false});
        EXPECT_EQ(trajectory.rows(), steps + 1) << title(optimizer);
        return allocations() - before;
    };
    for (const char* text : {"sgd lr=0.0001", "rmsprop", "adam", "adadelta", "lion lr=0.001"}) {
        const Optimizer optimizer = parse_optimizer(text).value();
        const long few = allocations_of(optimizer, 10);
        EXPECT_GT(few, 0) << "the counter counts nothing";
        EXPECT_EQ(allocations_of(optimizer, 5000), few) << text;
    }
}

}  // namespace
}  // namespace thalweg

#endif

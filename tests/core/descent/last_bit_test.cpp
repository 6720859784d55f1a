#include <gtest/gtest.h>

#include <array>
#include <string>

#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

/// Where a descent of x⁴/4 + 5y²/2 is after 100 steps from (1.3, -1.7). Both partial derivatives are the same in any
/// order of operations, so that only the optimizer's own roundings are left.
struct Case {
    std::string optimizer;
    double x, y;
};

/// Made with torch 1.13.1 on x86_64 with AVX2, in double precision.
const Case cases[] = {
    {"sgd lr=0.01 momentum=0.9 dampening=0.2 weight_decay=0.02", 0x1.0bf3a449e2640p-7, -0x1.47f9c12160c9ep-8},
    {"sgd lr=0.01 momentum=0.5 nesterov=true", 0x1.d8606d0152ef1p-2, -0x1.8281ed29e4234p-16},
    {"adagrad lr=0.1 lr_decay=0.01 weight_decay=0.02", 0x1.08dd2bfa1819fp-1, -0x1.11458beff9c65p-1},
    {"rmsprop lr=0.01 alpha=0.9 weight_decay=0.02 momentum=0.3 centered=true", 0x1.37a5438627843p-3,
     -0x1.5b4df91dbaf05p-15},
    {"rmsprop lr=0.05", 0x1.0bdfc03c3d994p-3, -0x1.3608f87a6bc26p-42},
    {"adadelta lr=1 weight_decay=0.1", 0x1.fc748c4fc4428p-1, -0x1.541f2531e01fbp+0},
    {"adam lr=0.05 beta1=0.8 beta2=0.99 weight_decay=0.02 amsgrad=true", 0x1.c507bd0528fb6p-3, 0x1.ac2263f85209ep-13},
    {"adamw lr=0.05 weight_decay=0.1", 0x1.7e0305247c419p-4, -0x1.149832077c400p-7},
    {"adamax lr=0.05 beta2=0.9", 0x1.3854ff7a2705fp-3, -0x1.c6ee74b454d60p-11},
    {"radam lr=0.05 weight_decay=0.02", 0x1.f97209d0d3443p-2, -0x1.8cd9d75986187p-10},
    {"rprop lr=0.05", -0x1.7ca291fddda00p-21, 0x1.1bb6ef38c6ffep-21},
    {"lbfgs lr=0.1 max_iter=1 history_size=3", 0x1.eb2ef669fddeep-5, -0x1.6b24c34336f87p-10},
    {"adam lr=0.05 | clip norm max_norm=0.3", -0x1.002372373bb73p-8, 0x1.b3d0f581a0d28p-9},
};

TEST(LastBit, EveryMethodRoundsAsTorchDoes) {
    const FormulaLandscape f(*Formula::parse("x^4/4 + 2.5y^2"), {});
    for (const Case& c : cases) {
        const Trajectory trajectory =
            run(f, std::array{1.3, -1.7}, parse_optimizer(c.optimizer).value(), {.steps = 100, .stop_early = false});
        ASSERT_EQ(trajectory.rows(), 101) << c.optimizer;
        EXPECT_EQ(trajectory.position(100)[0], c.x) << c.optimizer;
        EXPECT_EQ(trajectory.position(100)[1], c.y) << c.optimizer;
    }
}

}  // namespace
}  // namespace thalweg

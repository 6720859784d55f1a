#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/optimizer/optimizer.h"
#include "tests/core/allocations.h"
#include "tests/core/optimizer/test_objectives.h"

#ifdef THALWEG_COUNTS_ALLOCATIONS

namespace thalweg {
namespace {

TEST(Step, does_not_allocate) {
    const long before_new = allocations();
    void* volatile probe = std::malloc(16);  // volatile, or the compiler leaves it out
    std::free(probe);
    ASSERT_GT(allocations(), before_new) << "the counter counts nothing";

    const std::vector<std::string_view> names = optimizer_names();
    std::vector<std::string> optimizers(names.begin(), names.end());
    optimizers.emplace_back("sgd | schedule one_cycle | clip norm | noise gaussian");
    for (const std::string& name : optimizers) {
        testing::Rosenbrock objective;
        VectorXd x = VectorXd::LinSpaced(3, -0.5, 0.7);
        Stepper stepper(parse_optimizer(name).value(), 3);
        const long before = allocations();
        for (int k = 0; k < 50; ++k) stepper.step(x, objective);
        EXPECT_EQ(allocations(), before) << name;
    }
}

}  // namespace
}  // namespace thalweg

#endif

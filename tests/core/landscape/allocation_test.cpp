#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include "core/landscape/formula_landscape.h"
#include "tests/core/allocations.h"

#ifdef THALWEG_COUNTS_ALLOCATIONS

namespace thalweg {
namespace {

TEST(FormulaLandscape, NeverAllocatesWhileEvaluating) {
    const Formula formula = *Formula::parse("-20 exp(-0.2 sqrt(0.5(x² + y²))) + |x| + max(x, y) + a*x");
    const long before_probe = allocations();
    const auto evaluator = FormulaLandscape(formula, {1.5}).evaluator();
    ASSERT_GT(allocations(), before_probe) << "the counter counts nothing";
    std::array<double, 2> gradient = {};
    std::array<double, 4> hessian = {};
    const std::array point{0.3, 0.4};
    const long before = allocations();
    for (int i = 0; i < 100; ++i) {
        evaluator->value(point);
        evaluator->gradient(point, gradient);
        evaluator->hessian(point, gradient, hessian);
        evaluator->differentiable(point);
    }
    EXPECT_EQ(allocations(), before);
}

}  // namespace
}  // namespace thalweg

#endif

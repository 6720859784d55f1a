#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>

#include "core/landscape/formula_landscape.h"

// Every allocation ends in malloc, and the GNU C Library lets a program put its own in front. Sanitizers do the same
// themselves, so this test leaves the field to them.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

namespace {

std::atomic<long>& allocations() {
    static std::atomic<long> count = 0;
    return count;
}

}  // namespace

extern "C" void* __libc_malloc(std::size_t size);

extern "C" void* malloc(std::size_t size) noexcept {
    ++allocations();
    return __libc_malloc(size);
}

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

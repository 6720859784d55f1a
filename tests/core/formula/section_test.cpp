// A formula of some of its variables alone.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "core/formula/formula.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

std::vector<std::string> words(std::span<const std::string> names) {
    return {names.begin(), names.end()};
}

TEST(Section, HoldsTheOtherVariablesStill) {
    const Formula whole = Formula::parse("x² + a y z(x + 1) + xz").value();
    const Formula section = whole.section(std::array<std::string, 2>{"z", "x"});
    EXPECT_EQ(words(section.variables()), (std::vector<std::string>{"z", "x"}));
    EXPECT_EQ(words(section.parameters()), (std::vector<std::string>{"y", "a"}));
    EXPECT_EQ(section.text(), whole.text());
    constexpr double x = 0.7, y = -1.3, z = 2.5, a = 3.0;
    const auto all = evaluate<double>(whole.hessian_program(), std::vector{x, y, z, a});
    const auto some = evaluate<double>(section.hessian_program(), std::vector{z, x, y, a});
    ASSERT_EQ(all.size(), 10U);  // f, 3 slopes, xx xy xz yy yz zz
    ASSERT_EQ(some.size(), 6U);  // f, 2 slopes, zz zx xx
    EXPECT_DOUBLE_EQ(some[0], all[0]);
    EXPECT_DOUBLE_EQ(some[1], all[3]);
    EXPECT_DOUBLE_EQ(some[2], all[1]);
    EXPECT_DOUBLE_EQ(some[3], all[9]);
    EXPECT_DOUBLE_EQ(some[4], all[6]);
    EXPECT_DOUBLE_EQ(some[5], all[4]);
}

TEST(Section, OfAllVariablesInAnotherOrderIsTheSameFunction) {
    const Formula whole = Formula::parse("f(u, v, w) = u v² + w³").value();
    const Formula turned = whole.section(std::array<std::string, 3>{"w", "u", "v"});
    EXPECT_EQ(evaluate<double>(turned.value_program(), std::vector{2.0, 5.0, 3.0})[0], 5 * 9 + 8);
    EXPECT_TRUE(turned.parameters().empty());
}

}  // namespace
}  // namespace thalweg

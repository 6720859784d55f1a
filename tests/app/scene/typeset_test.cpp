#include "app/scene/typeset.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Typeset, NumbersAreSetAsPeopleWriteThem) {
    EXPECT_EQ(typeset("h = 5.623e-06, is wrong by 1.1e-12."), "h = 5.623×10⁻⁶, is wrong by 1.1×10⁻¹².");
    EXPECT_EQ(typeset("-2 and 3e+08"), "−2 and 3×10⁸");
    EXPECT_EQ(typeset("in [-5, 5] × [-0.5, 1e-06]"), "in [−5, 5] × [−0.5, 1×10⁻⁶]");
    EXPECT_EQ(typeset("a three-e-7th 1e"), "a three-e−7th 1e") << "words stay, but for the minus of a number";
}

}  // namespace
}  // namespace thalweg

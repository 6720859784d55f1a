#include "app/scene/symbols.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(AsSymbol, LowersTheDigitsBehindAName) {
    EXPECT_EQ(as_symbol("w1"), "w₁");
    EXPECT_EQ(as_symbol("λ20"), "λ₂₀");
    EXPECT_EQ(as_symbol("x2y"), "x2y");
    EXPECT_EQ(as_symbol("x"), "x");
    EXPECT_EQ(as_symbol(""), "");
    EXPECT_EQ(as_symbol("12"), "12") << "a number is no name";
}

}  // namespace
}  // namespace thalweg

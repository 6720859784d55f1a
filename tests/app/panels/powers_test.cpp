#include "app/panels/powers.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Powers, AreRaisedWhereTheyAreSimple) {
    EXPECT_EQ(raised_powers("m/(1 − β₁^t)"), "m/(1 − β₁ᵗ)");
    EXPECT_EQ(raised_powers("1.072/(1 − 0.9^31) = 1.114"), "1.072/(1 − 0.9³¹) = 1.114");
    EXPECT_EQ(raised_powers("η·ρ^k + β₂^t/(1 − β₂^t)"), "η·ρᵏ + β₂ᵗ/(1 − β₂ᵗ)");
    EXPECT_EQ(raised_powers("0.96^(12·0.004)"), "0.96^(12·0.004)");
    EXPECT_EQ(raised_powers("2^0.5"), "2^0.5");
    EXPECT_EQ(raised_powers("x^"), "x^");
    EXPECT_EQ(raised_powers(""), "");
}

}  // namespace
}  // namespace thalweg

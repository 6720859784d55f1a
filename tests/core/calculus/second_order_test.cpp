#include "core/calculus/second_order.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

TaylorModel at(const std::string& formula, double x, double y) {
    return taylor_model(*FormulaLandscape(*Formula::parse(formula), {}).evaluator(), std::array{x, y});
}

TEST(SecondOrder, TheConditionNumberComparesTheCurvatures) {
    EXPECT_EQ(condition_number(Eigen::Vector2d(1, 50)), 50);
    EXPECT_EQ(condition_number(Eigen::Vector2d(-8, 2)), 4);
    EXPECT_EQ(condition_number(Eigen::Vector2d(3, 3)), 1);
    EXPECT_TRUE(std::isinf(condition_number(Eigen::Vector2d(0, 2))));
    EXPECT_TRUE(std::isnan(condition_number(Eigen::Vector2d(0, 0))));
    EXPECT_TRUE(std::isnan(condition_number(Eigen::Vector2d(1, std::nan("")))));
}

TEST(SecondOrder, EachEigenvectorSeesABowlADomeOrNeither) {
    EXPECT_EQ(bend(2, 2), "bowl");
    EXPECT_EQ(bend(-1e-3, 5), "dome");
    EXPECT_EQ(bend(1e-9, 5), "flat");
    EXPECT_EQ(bend(0, 0), "flat");
    EXPECT_EQ(bend(std::nan(""), 1), "undefined");
}

TEST(SecondOrder, TheSentenceSaysWhatThePointIs) {
    struct Case {
        const char* formula;
        double x, y;
        const char* beginning;
    };
    const Case cases[] = {
        {"x^2 + y^2", 0, 0, "A minimum"},
        {"-x^2 - 3y^2", 0, 0, "A maximum"},
        {"x^2 - y^2", 0, 0, "A saddle"},
        {"x^2 + y^4", 0, 0, "Degenerate"},
        {"x^2 + y^2", 1, 0, "Not stationary, since the gradient is not 0. f bends up along both"},
        {"-x^2 - y^2", 1, 0, "Not stationary, since the gradient is not 0. f bends down along both"},
        {"x^2 - y^2", 1, 0, "Not stationary, since the gradient is not 0. f bends down along e₁ and up"},
        {"x + y^2", 1, 0, "Not stationary, since the gradient is not 0. An eigenvalue is 0"},
        {"ln(x) + y", -1, 0, "f is not defined"},
        {"abs(x) + y", 0, 0, "f has a kink"},
    };
    for (const Case& c : cases) {
        const std::string words = shape_sentence(at(c.formula, c.x, c.y));
        EXPECT_TRUE(words.starts_with(c.beginning)) << c.formula << ": " << words;
    }
}

}  // namespace
}  // namespace thalweg

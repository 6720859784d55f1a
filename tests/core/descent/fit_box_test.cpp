#include "core/descent/fit_box.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

Box box_of(std::string_view formula) {
    return fit_box(FormulaLandscape(Formula::parse(formula).value(), {}));
}

TEST(FitBox, shows_the_minimum_and_the_origin) {
    for (const auto& [formula, x, y] :
         {std::tuple{"(x - 3)^2 + (y + 20)^2", 3.0, -20.0}, std::tuple{"(x - 0.01)^2 + 40y^2", 0.01, 0.0},
          std::tuple{"(1 - x)^2 + 100(y - x^2)^2", 1.0, 1.0}}) {
        const Box box = box_of(formula);
        EXPECT_TRUE(box.contains(x, y)) << formula;
        EXPECT_TRUE(box.contains(0, 0)) << formula;
        EXPECT_LT(std::abs(x - (box.x0 + box.x1) / 2), 0.2 * box.width()) << formula;
        EXPECT_LT(std::abs(y - (box.y0 + box.y1) / 2), 0.2 * box.height()) << formula;
    }
}

TEST(FitBox, has_round_ends) {
    EXPECT_EQ(box_of("(x - 0.8)^2 + (y + 0.4)^2"), (Box{-0.2, 1.8, -1.4, 0.6}));
    EXPECT_EQ(box_of("(x - 1.6)^2 + (y - 3)^2"), (Box{-0.4, 3.6, -2, 8}));
}

TEST(FitBox, of_a_plain_that_falls_for_ever_is_where_it_still_falls) {
    for (const char* formula : {"softplus(-x)", "exp(-x) + y^2", "softplus(-x) + softplus(-y)"}) {
        const Box box = box_of(formula);
        EXPECT_TRUE(box.contains(0, 0)) << formula;
        EXPECT_TRUE(box.contains(4, 0)) << formula << ": nine tenths of the fall are within sight";
        EXPECT_LE(box.x1, 30) << formula;
    }
    // A minimum stays in sight, however flat it is.
    EXPECT_TRUE(box_of("(x - 8)^4 + y^2").contains(8, 0));
    EXPECT_TRUE(box_of("softplus(-x) + 0.001x^2").contains(4.7, 0));
    EXPECT_TRUE(box_of("exp(-10x) + 0.001(x - 8)^2 + y^2").contains(8, 0));
}

TEST(FitBox, is_the_usual_one_where_there_is_no_minimum) {
    EXPECT_EQ(box_of("x + y"), (Box{-5, 5, -5, 5}));
    EXPECT_EQ(box_of("ln(x + y - 1)"), (Box{-5, 5, -5, 5}));
}

}  // namespace
}  // namespace thalweg

#include "core/calculus/gradient_check.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

using Point = std::array<double, 2>;

GradientCheck check(const std::string& formula, const Point& x, const Point& direction,
                    const GradientCheckSettings& settings = {}) {
    const FormulaLandscape landscape(*Formula::parse(formula), {});
    return check_gradient(*landscape.evaluator(), x, direction, settings);
}

TEST(GradientCheck, TakesStepsEvenlySpacedOnALogarithmicAxis) {
    const GradientCheck five = check("x^2", {1, 0}, {1, 0}, {.smallest_step = 1e-4, .largest_step = 1.0, .steps = 5});
    ASSERT_EQ(five.quotients.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_DOUBLE_EQ(five.quotients[i].h, std::pow(10.0, static_cast<double>(i) - 4));
    }
    const GradientCheck usual = check("x^2", {1, 0}, {1, 0});
    EXPECT_EQ(usual.quotients.size(), 65U);
    EXPECT_EQ(usual.quotients.front().h, 1e-16);
    EXPECT_EQ(usual.quotients.back().h, 1.0);
}

TEST(GradientCheck, GivesTheQuotientsAndTheirErrors) {
    // (x + h)³ with h = 1 around 2: central (27 - 1)/2, forward 27 - 8.
    const GradientCheck cubic =
        check("x^3 + 5y", {2, 7}, {1, 0}, {.smallest_step = 0.5, .largest_step = 1.0, .steps = 2});
    EXPECT_EQ(cubic.value, 43.0);
    EXPECT_EQ(cubic.exact, 12.0);
    const DifferenceQuotient& last = cubic.quotients.back();
    EXPECT_EQ(last.central, 13.0);
    EXPECT_EQ(last.forward, 19.0);
    EXPECT_EQ(last.central_error, 1.0);
    EXPECT_EQ(last.forward_error, 7.0);
    EXPECT_EQ(cubic.relative(last.central_error), 1.0 / 12.0);
}

TEST(GradientCheck, LooksAlongAnyDirectionScaledToLengthOne) {
    for (const Point& direction : {Point{3, 4}, Point{0.6, 0.8}, Point{3e300, 4e300}, Point{3e-300, 4e-300}}) {
        const GradientCheck slanted = check("x^2 + 3 x y", {1, 2}, direction);
        EXPECT_DOUBLE_EQ(slanted.exact, 0.6 * 8 + 0.8 * 3);
        EXPECT_LT(slanted.quotients[*slanted.best_central].central_error, 1e-11);
    }
}

// Where everything is about 1, halfway down the straight sides of the V.
TEST(GradientCheck, ErrorsFallWithTheOrderOfTheQuotient) {
    const GradientCheck sine = check("sin(x) + y^2", {1, 1}, {1, 0},  //
                                     {.smallest_step = 1e-4, .largest_step = 1e-2, .steps = 3});
    const auto& q = sine.quotients;
    // One decade of h: two of the central error, one of the forward error, within the next term of the series, ~h.
    EXPECT_NEAR(q[2].central_error / q[1].central_error, 100.0, 0.1);
    EXPECT_NEAR(q[2].forward_error / q[1].forward_error, 10.0, 0.1);
}

TEST(GradientCheck, TheoryForeseesTheErrorsAndTheBestStep) {
    struct Case {
        const char* formula;
        Point x, direction;
        double third_derivative;
    };
    const double a = std::sqrt(0.5);
    const Case cases[] = {
        {"sin(x) + y", {1, 1}, {1, 0}, -std::cos(1.0)},
        {"e^(2x) y", {0.5, 3}, {1, 0}, 24 * std::exp(1.0)},
        {"x^3 + x^2 y^2", {1, 2}, {1, 1}, a * a * a * (6 + 6 * 2 * 1 + 6 * 2 * 2)},
        {"1000 ln(x) + y", {50, 1}, {1, 0}, 2000 / 125000.0},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.formula);
        const GradientCheck found = check(c.formula, c.x, c.direction);
        EXPECT_NEAR(found.third_derivative, c.third_derivative, 1e-6 * std::abs(c.third_derivative));
        const double best = found.predicted_best_step();
        EXPECT_NEAR(2 * found.truncation_error(best), found.rounding_error(best), 1e-9 * found.rounding_error(best));
        EXPECT_LT(found.truncation_error(best) + found.rounding_error(best),
                  found.truncation_error(2 * best) + found.rounding_error(2 * best));
        // What was found lies below the bound and, luck aside, not far from where it is least.
        const DifferenceQuotient& least = found.quotients[*found.best_central];
        EXPECT_LT(least.central_error, found.truncation_error(best) + found.rounding_error(best));
        EXPECT_GT(least.h, best / 100);
        EXPECT_LT(least.h, best * 100);
        for (const DifferenceQuotient& q : found.quotients) {
            if (q.h > 1e-2) continue;  // beyond, the fifth derivative counts as well
            EXPECT_LE(q.central_error, 1.01 * found.truncation_error(q.h) + found.rounding_error(q.h)) << q.h;
        }
    }
}

TEST(GradientCheck, AParabolaHasNoTruncationError) {
    const GradientCheck parabola = check("x^2 - 3x + y^2", {0.3, 2}, {1, 0});
    EXPECT_EQ(parabola.third_derivative, 0.0);
    EXPECT_EQ(parabola.truncation_error(0.5), 0.0);
    EXPECT_TRUE(std::isinf(parabola.predicted_best_step()));
}

TEST(GradientCheck, OfEqualErrorsTheLargestStepIsBest) {
    const GradientCheck line =
        check("4x + y", {0, 0}, {1, 0}, {.smallest_step = 1e-3, .largest_step = 1.0, .steps = 7});
    EXPECT_EQ(line.quotients[*line.best_central].central_error, 0.0);
    EXPECT_EQ(line.quotients[*line.best_central].h, 1.0);
    EXPECT_EQ(line.quotients[*line.best_forward].h, 1.0);
}

TEST(GradientCheck, AStepThatRoundsAwayGivesADifferenceOfZero) {
    const GradientCheck lost = check("sin(x)", {1.5, 0}, {1, 0});
    EXPECT_EQ(lost.quotients.front().central, 0.0);
    EXPECT_EQ(lost.quotients.front().central_error, lost.exact);
}

TEST(GradientCheck, LeavesOutWhatIsNotDefined) {
    // ln is defined on the right of 0 only: at 0.01, central differences exist for h < 0.01.
    const GradientCheck logarithm = check("ln(x)", {0.01, 0}, {1, 0});
    EXPECT_DOUBLE_EQ(logarithm.exact, 100.0);
    for (const DifferenceQuotient& q : logarithm.quotients) {
        EXPECT_EQ(std::isnan(q.central_error), q.h > 0.01) << q.h;
        EXPECT_FALSE(std::isnan(q.forward_error)) << q.h;
    }
    EXPECT_LT(logarithm.quotients[*logarithm.best_central].h, 1e-3);

    const GradientCheck nowhere = check("ln(x)", {-1, 0}, {1, 0});
    EXPECT_TRUE(std::isnan(nowhere.value));
    EXPECT_TRUE(std::isnan(nowhere.exact));
    EXPECT_TRUE(std::isnan(nowhere.noise));
    EXPECT_FALSE(nowhere.best_central);
    EXPECT_FALSE(nowhere.best_forward);

    for (const Point& direction : {Point{0, 0}, Point{NAN, 1}, Point{INFINITY, 0}}) {
        const GradientCheck nowhither = check("x + y", {1, 1}, direction);
        EXPECT_TRUE(std::isnan(nowhither.exact));
        EXPECT_FALSE(nowhither.best_central);
    }
}

TEST(GradientCheck, KnowsKinks) {
    const GradientCheck kink = check("|x| + y", {0, 0}, {1, 0});
    EXPECT_FALSE(kink.differentiable);
    EXPECT_EQ(kink.exact, 0.0);
    EXPECT_TRUE(std::isnan(kink.third_derivative));
    EXPECT_TRUE(std::isnan(kink.predicted_best_step()));
    for (const DifferenceQuotient& q : kink.quotients) {
        EXPECT_EQ(q.central, 0.0);
        EXPECT_EQ(q.forward, 1.0);
        EXPECT_TRUE(std::isnan(kink.relative(q.central_error)));
    }
}

TEST(GradientCheck, WorksForCurvesAndInSpace) {
    const FormulaLandscape curve(*Formula::parse("x^3"), {}, 1);
    const std::array x{2.0}, along{-1.0};
    EXPECT_EQ(check_gradient(*curve.evaluator(), x, along).exact, -12.0);

    const FormulaLandscape space(*Formula::parse("f(u, v, w) = u v w"), {}, 3);
    const std::array point{1.0, 2.0, 3.0}, axis{0.0, 0.0, 1.0};
    const GradientCheck third = check_gradient(*space.evaluator(), point, axis);
    EXPECT_EQ(third.exact, 2.0);
    EXPECT_LT(third.quotients[*third.best_central].central_error, 1e-12);
}

TEST(GradientCheck, SaysWhatItFoundInOneSentence) {
    const GradientCheckSettings two{.smallest_step = 0.5, .largest_step = 1.0, .steps = 2};
    EXPECT_EQ(sentence(check("x^3", {2, 0}, {1, 0}, two)),
              "Exact derivative 12; the best central difference, h = 0.5, is wrong by 0.25.");
    EXPECT_EQ(sentence(check("x^2", {2, 0}, {1, 0}, two)),
              "Exact derivative 4; the best central difference, h = 1, is equal to it.");
    EXPECT_EQ(sentence(check("|x|", {0, 0}, {1, 0}, two)),
              "Exact derivative 0; the best central difference, h = 1, is equal to it. "
              "The function is not differentiable there.");
    EXPECT_EQ(sentence(check("ln(x)", {0.25, 0}, {1, 0}, two)),
              "Exact derivative 4; no central difference is defined there.");
    EXPECT_EQ(sentence(check("ln(x)", {-1, 0}, {1, 0}, two)),
              "The function is not defined there, and so has no derivative.");
}

}  // namespace
}  // namespace thalweg

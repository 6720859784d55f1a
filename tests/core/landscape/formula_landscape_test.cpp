#include "core/landscape/formula_landscape.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace thalweg {
namespace {

FormulaLandscape landscape(const std::string& text, const std::vector<double>& parameters = {}, int coordinates = 2) {
    return {*Formula::parse(text), parameters, coordinates};
}

TEST(FormulaLandscape, GivesValueGradientAndHessian) {
    const auto evaluator = landscape("a*x^2 + x y^3", {2.0}).evaluator();
    const std::array point{3.0, -2.0};
    std::array<double, 2> gradient = {};
    std::array<double, 4> hessian = {};
    EXPECT_EQ(evaluator->value(point), -6.0);
    EXPECT_EQ(evaluator->gradient(point, gradient), -6.0);
    EXPECT_EQ(gradient, (std::array{4.0, 36.0}));
    EXPECT_EQ(evaluator->hessian(point, gradient, hessian), -6.0);
    EXPECT_EQ(gradient, (std::array{4.0, 36.0}));
    EXPECT_EQ(hessian, (std::array{4.0, 12.0, 12.0, -36.0}));
}

TEST(FormulaLandscape, ACurveInTwoCoordinatesIsConstantInTheSecond) {
    const FormulaLandscape surface = landscape("x^3");
    EXPECT_EQ(surface.dimensions(), 2);
    const auto evaluator = surface.evaluator();
    std::array gradient{7.0, 7.0};
    std::array hessian{7.0, 7.0, 7.0, 7.0};
    EXPECT_EQ(evaluator->hessian(std::array{2.0, 5.0}, gradient, hessian), 8.0);
    EXPECT_EQ(gradient, (std::array{12.0, 0.0}));
    EXPECT_EQ(hessian, (std::array{12.0, 0.0, 0.0, 0.0}));
    EXPECT_TRUE(evaluator->differentiable(std::array{2.0, 5.0}));

    const FormulaLandscape curve = landscape("x^3", {}, 1);
    EXPECT_EQ(curve.dimensions(), 1);
    std::array<double, 1> slope = {};
    EXPECT_EQ(curve.evaluator()->gradient(std::array{2.0}, slope), 8.0);
    EXPECT_EQ(slope[0], 12.0);
}

TEST(FormulaLandscape, TakesAnyNumberOfCoordinates) {
    const FormulaLandscape sphere = landscape("f(u, v, w) = u² + 2v² + u w", {}, 3);
    const auto evaluator = sphere.evaluator();
    std::array<double, 3> gradient = {};
    std::array<double, 9> hessian = {};
    EXPECT_EQ(evaluator->hessian(std::array{1.0, 2.0, 3.0}, gradient, hessian), 12.0);
    EXPECT_EQ(gradient, (std::array{5.0, 8.0, 1.0}));
    EXPECT_EQ(hessian, (std::array{2.0, 0.0, 1.0, 0.0, 4.0, 0.0, 1.0, 0.0, 0.0}));
}

TEST(FormulaLandscape, IsNanEverywhereItIsUndefined) {
    const FormulaLandscape root = landscape("x/x + sqrt(y)");
    for (const std::array point : {std::array{0.0, 1.0}, std::array{1.0, -1.0}}) {
        const auto evaluator = root.evaluator();
        std::array<double, 2> gradient = {};
        std::array<double, 4> hessian = {};
        EXPECT_TRUE(std::isnan(evaluator->value(point)));
        EXPECT_TRUE(std::isnan(evaluator->hessian(point, gradient, hessian)));
        for (const double entry : gradient) EXPECT_TRUE(std::isnan(entry));
        for (const double entry : hessian) EXPECT_TRUE(std::isnan(entry));
        EXPECT_FALSE(evaluator->differentiable(point));
    }
    EXPECT_TRUE(std::isinf(landscape("ln(x^2 + y^2)").evaluator()->value(std::array{0.0, 0.0})));
}

const std::vector<std::string> texts = {
    "(x² + y − 11)² + (x + y² − 7)²",
    "-20 exp(-0.2 sqrt(0.5(x² + y²))) - exp(0.5(cos(2πx) + cos(2πy))) + e + 20",
    "sqrt(1 − x² − y²) + ln(x)",
    "a x³ + if(x < y, sin x, 1/x)",
    "ln(x) + sqrt(y)",
    "a cos(y)",
    "x²",
    "3",
    "y",
};

/// What pictures show of f and its gradient at (x, y) against what an evaluator says.
void expect_agreement(const std::string& text, Evaluator& evaluator, double x, double y,
                      const std::array<double, 4>& found) {
    std::array<double, 2> gradient = {};
    const double expected = evaluator.gradient(std::array{x, y}, gradient);
    const std::array wanted{expected, expected, gradient[0], gradient[1]};
    for (std::size_t k = 0; k < found.size(); ++k) {
        if (std::isnan(wanted[k]) || std::isinf(wanted[k])) {
            EXPECT_EQ(std::isnan(found[k]), std::isnan(wanted[k])) << text << " at " << x << ", " << y;
            continue;
        }
        EXPECT_NEAR(found[k], wanted[k], 1e-13 * (1.0 + std::fabs(wanted[k])) + 1e-12)
            << text << " at " << x << ", " << y << ", " << k;
    }
}

TEST(FormulaLandscape, ManyPointsAgreeWithOneByOne) {
    for (const std::string& text : texts) {
        const Formula formula = *Formula::parse(text);
        const FormulaLandscape surface(formula, std::vector<double>(formula.parameters().size(), 1.5), 2);
        const auto evaluator = surface.evaluator();
        // Not a multiple of any block's size, and empty.
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{997}}) {
            std::vector<double> x(count);
            std::vector<double> y(count);
            for (std::size_t i = 0; i < count; ++i) {
                x[i] = -2.0 + 4.0 * static_cast<double>(i % 31) / 30.0;
                y[i] = -2.0 + 4.0 * static_cast<double>(i / 31) / 32.0;
            }
            std::vector<double> f(count);
            std::vector<double> fx(count, 7.0);
            std::vector<double> fy(count, 7.0);
            surface.gradients(x, y, f, fx, fy);
            for (std::size_t i = 0; i < count; ++i) {
                expect_agreement(text, *evaluator, x[i], y[i], {f[i], f[i], fx[i], fy[i]});
            }
        }
    }
}

TEST(FormulaLandscape, TheGradientAloneIsTheSameAndUndefinedWhereFIs) {
    for (const std::string& text : texts) {
        const Formula formula = *Formula::parse(text);
        const FormulaLandscape surface(formula, std::vector<double>(formula.parameters().size(), 1.5), 2);
        std::vector<double> x, y;
        for (int i = 0; i < 200; ++i) {
            x.push_back(-2.0 + 0.02 * i);
            y.push_back(1.0 - 0.013 * i);
        }
        std::vector<double> f(x.size()), fx(x.size()), fy(x.size()), alone_x(x.size()), alone_y(x.size());
        const auto evaluator = surface.batch_evaluator();
        evaluator->gradients(x, y, f, fx, fy);
        evaluator->gradients(x, y, {}, alone_x, alone_y);
        for (std::size_t i = 0; i < x.size(); ++i) {
            EXPECT_TRUE(alone_x[i] == fx[i] || (std::isnan(alone_x[i]) && std::isnan(fx[i]))) << text << ' ' << x[i];
            EXPECT_TRUE(alone_y[i] == fy[i] || (std::isnan(alone_y[i]) && std::isnan(fy[i]))) << text << ' ' << x[i];
        }
    }
}

TEST(FormulaLandscape, GridsAgreeWithPointsOneByOne) {
    for (const std::string& text : texts) {
        const Formula formula = *Formula::parse(text);
        const FormulaLandscape surface(formula, std::vector<double>(formula.parameters().size(), 1.5), 2);
        const auto evaluator = surface.evaluator();
        for (const auto& [columns, rows] : {std::pair{0, 0}, {0, 3}, {1, 1}, {1, 300}, {300, 1}, {173, 149}}) {
            std::vector<double> x(static_cast<std::size_t>(columns));
            std::vector<double> y(static_cast<std::size_t>(rows));
            for (std::size_t i = 0; i < x.size(); ++i) x[i] = -2.0 + 0.025 * static_cast<double>(i);
            for (std::size_t i = 0; i < y.size(); ++i) y[i] = -1.7 + 0.025 * static_cast<double>(i);
            const std::size_t count = x.size() * y.size();
            std::vector<double> values(count);
            std::vector<double> f(count);
            std::vector<double> fx(count, 7.0);
            std::vector<double> fy(count, 7.0);
            surface.grid_values(x, y, values);
            surface.grid_gradients(x, y, f, fx, fy);
            for (std::size_t i = 0; i < count; ++i) {
                expect_agreement(text, *evaluator, x[i % x.size()], y[i / x.size()], {values[i], f[i], fx[i], fy[i]});
            }
        }
    }
}

TEST(FormulaLandscape, EvaluatorsOutliveTheirLandscape) {
    std::unique_ptr<Evaluator> evaluator;
    {
        const FormulaLandscape bowl = landscape("x² + y²");
        evaluator = bowl.evaluator();
    }
    EXPECT_EQ(evaluator->value(std::array{3.0, 4.0}), 25.0);
}

}  // namespace
}  // namespace thalweg

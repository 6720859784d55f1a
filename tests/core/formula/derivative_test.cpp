// Identities of derivatives, torch's choices where there is none, and what simplification must not do.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>
#include <vector>

#include "core/formula/checked.h"
#include "core/formula/formula.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Formula read(const std::string& text) {
    const auto formula = Formula::parse(text);
    EXPECT_TRUE(formula) << text;
    return *formula;
}

/// Value, gradient and upper triangle of the Hessian.
std::vector<double> all(const std::string& text, const std::vector<double>& inputs) {
    return evaluate<double>(read(text).hessian_program(), inputs);
}

TEST(Derivative, AgreesForEquivalentFormulas) {
    const std::vector<std::pair<std::string, std::string>> table = {
        {"f(x,y) = (x + y)^2", "f(x,y) = x^2 + 2x y + y^2"},
        {"f(x,y) = sin(x + y)", "f(x,y) = sin(x) cos(y) + cos(x) sin(y)"},
        {"f(x,y) = exp(x) exp(y)", "f(x,y) = exp(x + y)"},
        {"f(x,y) = ln(x y)", "f(x,y) = ln x + ln y"},
        {"f(x,y) = x/y", "f(x,y) = x y^-1"},
        {"f(x,y) = x^y", "f(x,y) = exp(y ln x)"},
        {"f(x,y) = sqrt(x) y", "f(x,y) = x^0.5 y"},
        {"f(x,y) = tan(x) y", "f(x,y) = y sin(x)/cos(x)"},
        {"f(x,y) = tanh(x y)", "f(x,y) = (e^(2x y) - 1)/(e^(2x y) + 1)"},
        {"f(x,y) = sigmoid(x) + softplus(y)", "f(x,y) = 1/(1 + e^(-x)) + ln(1 + e^y)"},
        {"f(x,y) = hypot(x, y)", "f(x,y) = sqrt(x^2 + y^2)"},
        {"f(x,y) = atan2(y, x)", "f(x,y) = atan(y/x)"},
        {"f(x,y) = |x - y|", "f(x,y) = if(x > y, x - y, y - x)"},
        {"f(x,y) = max(x, y)", "f(x,y) = (x + y + |x - y|)/2"},
        {"f(x,y) = relu(x - y)", "f(x,y) = max(x - y, 0)"},
        {"f(x,y) = cbrt(x + y)", "f(x,y) = (x + y)^(1/3)"},
        {"f(x,y) = log10(x) + log2(y)", "f(x,y) = ln(x)/ln(10) + ln(y)/ln(2)"},
        {"f(x,y) = cosh(x) sinh(y)", "f(x,y) = (e^x + e^(-x)) (e^y - e^(-y))/4"},
    };
    for (const auto& [left, right] : table) {
        for (const double x : {0.3, 0.8, 1.9}) {
            for (const double y : {0.5, 1.1, 2.4}) {
                const auto one = all(left, {x, y});
                const auto other = all(right, {x, y});
                for (std::size_t i = 0; i < one.size(); ++i) {
                    EXPECT_NEAR(one[i], other[i], 1e-12 * (1.0 + std::fabs(one[i])))
                        << left << " and " << right << ", entry " << i << " at " << x << ", " << y;
                }
            }
        }
    }
}

struct Choice {
    std::string text;
    std::vector<double> point;
    std::vector<double> gradient;
};

TEST(Derivative, PowersWhoseQuotientHasNoExactExponentStayApart) {
    for (const auto& [text, a, b] : {std::tuple("1.000000000000992", 1.000000000000992, 998.0 / 997),
                                     std::tuple("(1000000000001/1000000000000)", 1.000000000001, 998.0 / 997)}) {
        SCOPED_TRACE(text);
        const auto found = all(std::string("f(x,y) = sin(x)^") + text + " + y sin(x)^(998/997)", {1, 1.5});
        const double sine = std::sin(1.0), cosine = std::cos(1.0);
        EXPECT_NEAR(found[1], (a * std::pow(sine, a - 1) + 1.5 * b * std::pow(sine, b - 1)) * cosine, 1e-14);
        EXPECT_NEAR(found[2], std::pow(sine, b), 1e-15);
    }
}

TEST(Derivative, MakesTorchsChoices) {
    const double nan = std::nan("");
    const std::vector<Choice> table = {
        {"|x|", {0.0}, {0.0}},
        {"relu(x)", {0.0}, {0.0}},
        {"relu(x)", {-1.0}, {0.0}},
        {"sign(x)", {0.0}, {0.0}},
        {"step(x)", {0.0}, {0.0}},
        {"floor(x)", {2.0}, {0.0}},
        {"ceil(x)", {2.5}, {0.0}},
        {"max(x, y)", {1.0, 1.0}, {0.5, 0.5}},
        {"min(x, y)", {1.0, 1.0}, {0.5, 0.5}},
        {"max(x, 0)", {0.0}, {0.5}},
        {"sqrt(x)", {0.0}, {infinity}},
        {"x^2", {0.0}, {0.0}},
        {"x^3", {0.0}, {0.0}},
        {"x^n", {0.0}, {1.0}},
        {"sqrt(x^2 + y^2)", {0.0, 0.0}, {nan, nan}},
        {"mod(x, y)", {5.5, 2.0}, {1.0, -2.0}},
        {"if(x < 0, -x, x^2)", {0.0}, {0.0}},
        {"x |x|", {0.0}, {0.0}},
        {"(-2)^2 x^2", {-3.0}, {-24.0}},
        {"x^4", {-2.0}, {-32.0}},
        {"1/x", {0.0}, {-infinity}},
    };
    for (const Choice& choice : table) {
        const Formula formula = read(choice.text);
        std::vector<double> inputs = choice.point;
        inputs.resize(formula.variables().size() + formula.parameters().size(), 1.0);
        const auto outputs = evaluate<double>(formula.gradient_program(), inputs);
        for (std::size_t i = 0; i < choice.gradient.size(); ++i) {
            if (std::isnan(choice.gradient[i])) {
                EXPECT_TRUE(std::isnan(outputs[1 + i])) << choice.text;
            } else {
                EXPECT_EQ(outputs[1 + i], choice.gradient[i]) << choice.text;
            }
        }
    }
}

TEST(Derivative, HolesOfTheDomainStay) {
    for (const std::string text : {"x/x", "x^2/x", "x/√x", "(1/x)^-1", "1/(1/x)", "x ln x"}) {
        EXPECT_TRUE(std::isnan(all(text, {0.0})[0]) || std::isinf(all(text, {0.0})[0]) || all(text, {0.0})[0] == 0.0)
            << text;
    }
    EXPECT_TRUE(std::isnan(all("x/x", {0.0})[0]));
    EXPECT_TRUE(std::isnan(all("x^2/x", {0.0})[0]));
    for (const std::string text : {"(√x)²", "√x √x", "x^0.5 x^0.5", "x^1.5 x^0.5", "e^(ln x)"}) {
        EXPECT_TRUE(std::isnan(all(text, {-1.0})[0])) << text;
    }
    EXPECT_EQ(all("√(x²)", {-2.0})[0], 2.0);
    EXPECT_EQ(all("(x²)^0.5", {-2.0})[0], 2.0);
}

TEST(Derivative, WholePowersAreMultiplications) {
    // As torch.pow has it for 2 and 3, bit for bit.
    for (const double x : {0.1, 0.3, -0.7, 1.234567, 1e10}) {
        EXPECT_EQ(all("x^2", {x})[0], x * x);
        EXPECT_EQ(all("x^3", {x})[0], x * x * x);
        EXPECT_EQ(all("x^-1", {x})[0], 1.0 / x);
        EXPECT_EQ(all("x^-2", {x})[0], 1.0 / (x * x));
        EXPECT_EQ(all("x^0.5", {std::fabs(x)})[0], std::sqrt(std::fabs(x)));
        EXPECT_EQ(all("x/10", {x})[0], x / 10);
        EXPECT_EQ(all("x/3", {x})[0], x / 3);
        EXPECT_EQ(all("0.1x", {x})[0], 0.1 * x);
    }
}

TEST(Derivative, ConstantsAreFoldedExactly) {
    EXPECT_EQ(all("0.1 + 0.2 + 0x", {1.0})[0], 0.3);
    EXPECT_EQ(all("1e16 + x - 1e16", {1.0})[0], 1.0);
    EXPECT_EQ(all("(1/3) x 3", {0.1})[0], 0.1);
    EXPECT_EQ(read("1.05*x^4").gradient_text(0), "4.2x³");
    EXPECT_EQ(read("0.3*x^3").gradient_text(0), "0.9x²");
}

TEST(Derivative, ConstantsCarryBoundsOfTheTrueNumber) {
    const Program program = read("0.1 x + pi + 0.5 e").value_program();
    int inexact = 0;
    for (const Constant& constant : program.constants) {
        EXPECT_LE(constant.lower, constant.value);
        EXPECT_GE(constant.upper, constant.value);
        if (constant.lower < constant.upper) ++inexact;
    }
    EXPECT_EQ(inexact, 3);
}

TEST(Derivative, ParametersNeedNoNewProgram) {
    const Formula formula = read("a x^2 + sin(b) x");
    EXPECT_GT(formula.gradient_program().setup, 0U);
    Calculator<double> calculator(formula.gradient_program(), std::vector{2.0, 0.5});
    calculator.variables()[0] = 3.0;
    calculator.evaluate();
    EXPECT_EQ(calculator.output(1), 12.0 + std::sin(0.5));
    calculator.set_parameters(std::vector{1.0, 0.0});
    calculator.evaluate();
    EXPECT_EQ(calculator.output(1), 6.0);
}

struct Smooth {
    std::string text;
    std::vector<double> point;
    bool differentiable;
};

TEST(Derivative, KnowsWhereThereIsNone) {
    const std::vector<Smooth> table = {
        {"x^2", {0.0}, true},
        {"|x|", {0.0}, false},
        {"|x|", {1e-300}, true},
        {"x |x|", {0.0}, true},
        {"|x|^3", {0.0}, true},
        {"relu(x)^2", {0.0}, true},
        {"relu(x)", {0.0}, false},
        {"cos|x|", {0.0}, true},
        {"sin|x|", {0.0}, false},
        {"e^|x|", {0.0}, false},
        {"y |x|", {0.0, 0.0}, true},
        {"y |x|", {0.0, 1.0}, false},
        {"|x| |x|", {0.0}, true},
        {"sqrt(x)", {0.0}, false},
        {"sqrt(x^2 + y^2)", {0.0, 0.0}, false},
        {"sqrt(x^2 + y^2)", {0.0, 1e-9}, true},
        {"hypot(x, y)", {0.0, 0.0}, false},
        {"sqrt(4) x", {0.0}, true},
        {"sqrt(a - 1) x", {0.0}, true},
        {"floor(x)", {1.0}, false},
        {"floor(x)", {1.5}, true},
        {"floor(x) y", {1.0, 0.0}, false},
        {"max(x, y)", {1.0, 1.0}, false},
        {"max(x, y)", {1.0, 2.0}, true},
        {"if(x < 1, x, x^2)", {1.0}, false},
        {"if(x < 1, x, |x|)", {0.0}, true},
        {"if(x < 1, |x|, x)", {0.0}, false},
        {"if(x < 0, sqrt(x), x)", {1.0}, true},
        {"1/x", {0.0}, false},
        {"ln x", {-1.0}, false},
        {"ln x", {0.5}, true},
        {"x^n", {-2.0}, true},
        {"x^y", {-2.0, 2.0}, false},
        {"x^y", {2.0, 2.0}, true},
        {"x^1.5", {0.0}, false},
        {"cbrt(x)", {0.0}, false},
        {"asin(x)", {1.0}, false},
        {"atan2(y, x)", {-1.0, 0.0}, false},
        {"atan2(y, x)", {1.0, 0.0}, true},
        {"mod(x, 2)", {4.0}, false},
        {"mod(x, 2)", {3.0}, true},
        {"step(x)", {0.0}, false},
        {"|x| - |x|", {0.0}, true},
        {"3", {0.0, 0.0}, true},
    };
    for (const Smooth& smooth : table) {
        const Formula formula = read(smooth.text);
        std::vector<Checked> inputs;
        for (std::size_t i = 0; i < formula.variables().size(); ++i)
            inputs.push_back({smooth.point[i], Smoothness::smooth});
        inputs.resize(inputs.size() + formula.parameters().size(), {1.0, Smoothness::constant});
        const auto outputs = evaluate<Checked>(formula.value_program(), inputs);
        EXPECT_EQ(outputs[0].differentiable(), smooth.differentiable)
            << smooth.text << " at " << testing::PrintToString(smooth.point);
    }
}

}  // namespace
}  // namespace thalweg

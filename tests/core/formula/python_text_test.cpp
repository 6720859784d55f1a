#include "core/formula/python_text.h"

#include <gtest/gtest.h>

#include "core/formula/formula.h"

namespace thalweg {
namespace {

std::string text(std::string_view formula, PythonLibrary library = PythonLibrary::torch) {
    const Formula read = Formula::parse(formula).value();
    std::vector<std::string> names(read.variables().begin(), read.variables().end());
    names.insert(names.end(), read.parameters().begin(), read.parameters().end());
    const PythonCode code = python_code(read.value_program(), python_names(names, {}), library);
    std::string all;
    for (const std::string& line : code.assignments) all += line + '\n';
    return all + code.outputs.at(0);
}

TEST(PythonText, ReadsAsOneWouldWriteIt) {
    EXPECT_EQ(text("(x^2+y-11)^2+(x+y^2-7)^2"), "(x**2 + y - 11)**2 + (x + y**2 - 7)**2");
    EXPECT_EQ(text("(1-x)^2+100(y-x^2)^2"), "(1 - x)**2 + 100 * (y - x**2)**2");
    EXPECT_EQ(text("x^3 y/3 - 0.1 sin(2pi x)"), "x**3 * y / 3 - 0.1 * torch.sin(2 * (x * math.pi))");
}

TEST(PythonText, KeepsBracketsWhereTheOrderMatters) {
    EXPECT_EQ(text("x / (y sin(x+1))"), "x / (y * torch.sin(x + 1))");
    EXPECT_EQ(text("(-x)^y"), "(-x)**y");
    EXPECT_EQ(text("x^(y/2)"), "x**(0.5 * y)");
}

TEST(PythonText, WhatIsNeededTwiceGetsANameThatNobodyHas) {
    EXPECT_EQ(text("f(t1, y) = sin(t1 y) + exp(sin(t1 y))"), "t2 = torch.sin(t1 * y)\nt2 + torch.exp(t2)");
}

TEST(PythonText, ConditionsAreConditionsOrNumbers) {
    EXPECT_EQ(text("if(0 < x < y, x, 2)"), "x if 0 < x and x < y else number(2)");
    EXPECT_EQ(text("if(0 < x < y, x, 2)", PythonLibrary::numpy), "np.where((0 < x) & (x < y), x, 2)");
    EXPECT_EQ(text("x (x > 0)"), "x * (0 < x).double()");
    EXPECT_EQ(text("if(x, 1, y)"), "number(1) if x != 0 else y");
}

TEST(PythonText, FunctionsOfNumbersGetTensors) {
    EXPECT_EQ(text("x + sin(1)"), "x + torch.sin(number(1))");
    EXPECT_EQ(text("x + sin(1)", PythonLibrary::numpy), "x + np.sin(np.float64(1))");
    EXPECT_EQ(text("5"), "number(5)");
    EXPECT_EQ(text("min(x, 3)"), "torch.minimum(x, number(3))");
}

TEST(PythonText, DeepFormulasStayWithinPythonsBrackets) {
    std::string deep = "x";
    for (int i = 0; i < 60; ++i) deep = "sin(" + deep + " + y)";
    const std::string code = text(deep);
    int depth = 0, deepest = 0;
    for (const char c : code) deepest = std::max(deepest, depth += (c == '(') - (c == ')'));
    EXPECT_LE(deepest, 50);
}

TEST(PythonText, NamesArePythons) {
    const std::vector<std::string> names = {"θ₁", "θ1", "lambda", "f", "w_max", "ϑ", "λ"};
    const std::vector<std::string_view> reserved = {"f"};
    EXPECT_EQ(python_names(names, reserved),
              (std::vector<std::string>{"θ1", "θ1_", "lambda_", "f_", "w_max", "u3d1", "λ"}));
}

TEST(PythonText, NumbersComeBackAsTheyAre) {
    EXPECT_EQ(python_number(0.1), "0.1");
    EXPECT_EQ(python_number(11.0), "11");
    EXPECT_EQ(python_number(1e-8), "1e-08");
    EXPECT_EQ(python_number(1e300), "1e+300");
    EXPECT_EQ(python_number(std::numeric_limits<double>::infinity()), "math.inf");
}

TEST(PythonText, KnowsWhetherThereMayBeKinks) {
    const auto smooth = [](std::string_view formula) {
        const std::vector<std::string> names = {"x", "y"};
        return python_code(Formula::parse(formula)->value_program(), names, PythonLibrary::torch).smooth;
    };
    EXPECT_TRUE(smooth("x^2 + exp(y)"));
    EXPECT_FALSE(smooth("abs(x) + y"));
    EXPECT_FALSE(smooth("sqrt(x^2 + y^2)"));
    EXPECT_FALSE(smooth("if(x < y, x, y)"));
}

}  // namespace
}  // namespace thalweg

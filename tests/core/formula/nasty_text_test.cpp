// Texts that are long, deep, or no formulas at all.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/formula/formula.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

/// The value with every variable and parameter at 0.7.
double value_of(const Formula& formula) {
    const std::vector<double> inputs(formula.value_program().inputs(), 0.7);
    return evaluate<double>(formula.value_program(), inputs)[0];
}

std::string repeat(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

TEST(NastyText, SurvivesLongAndDeepTexts) {
    const std::string too_deep = "nested more than 200 deep";
    struct Case {
        std::string text, error;  ///< empty error: it is a formula
    };
    const std::vector<Case> table = {
        {repeat("(", 10000), too_deep},
        {repeat("(", 10000) + "x" + repeat(")", 10000), too_deep},
        {repeat("(", 190) + "x" + repeat(")", 190), ""},
        {repeat("|", 10000), too_deep},
        {repeat("sin ", 3000) + "x", too_deep},
        {repeat("√", 3000) + "x", too_deep},
        {repeat("x^", 5000) + "y", too_deep},
        {repeat("sin(", 180) + "x y" + repeat(")", 180), ""},
        {repeat("x^", 150) + "y", ""},
        {repeat("1/(y+", 150) + "x" + repeat(")", 150), ""},
        {repeat("(", 100) + "x+y" + repeat("^2+x y)", 100), ""},
        {repeat("if(x<y,x,", 150) + "y" + repeat(")", 150), ""},
        {repeat("-", 10000) + "x", ""},
        {repeat("x+", 5000) + "y", ""},
        {repeat("x*", 5000) + "y", ""},
        {repeat("xy", 5000), ""},
        {repeat("sin(x+y)+", 1100) + "1", ""},
        {std::string("0.") + repeat("7", 10000) + "x", ""},
        {repeat("7", 10000), "number is too large"},
        {std::string("x^") + repeat("9", 5000), "number is too large"},
        {std::string("x") + repeat("²", 5000), "exponent is too large"},
        {repeat("a", 10000) + "(x)", "unknown function"},
        {repeat(" ", 100000), "formula is longer than 50000 characters"},
    };
    for (const Case& test : table) {
        const auto formula = Formula::parse(test.text);
        const std::string name = test.text.substr(0, 12) + "…";
        EXPECT_EQ(formula.has_value(), test.error.empty()) << name;
        if (!formula) {
            EXPECT_TRUE(formula.error().message.starts_with(test.error)) << name << formula.error().message;
            EXPECT_LT(formula.error().message.size(), 300U) << name;
        } else {
            EXPECT_FALSE(formula->hessian_text(0, 0).empty()) << name;
        }
    }
}

TEST(NastyText, SurvivesManyDifferentFactors) {
    // The derivative of a product of n factors has n² parts; one of hundreds must not.
    std::string text;
    for (int i = 0; i < 300; ++i) text += fmt::format("(x + {})", i);
    const auto formula = Formula::parse(text);
    ASSERT_TRUE(formula);
    EXPECT_LT(formula->hessian_program().instructions.size(), 20000U);
    const std::vector<double> x = {-299.5};
    const auto outputs = evaluate<double>(formula->gradient_program(), x);
    EXPECT_TRUE(std::isinf(outputs[0]));
}

TEST(NastyText, EndsOnAnyText) {
    const std::vector<std::string> pieces = {
        "x",   "y",  "a",   "2",   "0.5",   "1e3", "+",     "-", "*",    "/",   "^", "(",  ")",
        "|",   ",",  "sin", "ln",  "max",   "if",  "atan2", " ", "²",    "⁻¹",  "√", "π",  "e",
        "<",   "=",  "==",  "and", "θ",     "·",   "−",     "[", "\xe2", "sq",  "0", "½",  "relu",
        "abs", "x²", "(x)", "x=",  "f(x)=", "1/",  "∛",     "_", "}",    "mod", "∂", "\n", "."};
    std::mt19937 random(11);
    int formulas = 0;
    for (int i = 0; i < 10000; ++i) {
        std::string text;
        const auto length = std::uniform_int_distribution(1, 14)(random);
        for (int k = 0; k < length; ++k) {
            text += pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
        }
        const auto formula = Formula::parse(text);
        if (!formula) {
            EXPECT_FALSE(formula.error().message.empty()) << text;
            EXPECT_GE(formula.error().length, 1U) << text;
            EXPECT_LE(formula.error().position, text.size()) << text;
            continue;
        }
        ++formulas;
        const auto again = Formula::parse(formula->value_text());
        ASSERT_TRUE(again) << text << " is printed as " << formula->value_text() << ": " << again.error().message;
        const double value = value_of(*formula);
        // Names declared by the text itself are not in the printed formula, and so get other values.
        if (text.find('=') != std::string::npos) continue;
        const double same = value_of(*again);
        EXPECT_TRUE(value == same || std::fabs(value - same) <= 1e-12 * std::fabs(value) ||
                    (std::isnan(value) && std::isnan(same)))
            << text << " is printed as " << formula->value_text() << ", " << value << " becomes " << same;
    }
    EXPECT_GT(formulas, 250);
}

}  // namespace
}  // namespace thalweg

// What formulas mean, and what is said of texts that mean nothing.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/formula/formula.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

const std::map<std::string, double> values = {{"x", 0.7}, {"y", -1.3}, {"a", 2.5}, {"n", 3.0}};

double value_of(const Formula& formula) {
    std::vector<double> inputs;
    for (const auto names : {formula.variables(), formula.parameters()}) {
        for (const std::string& name : names) inputs.push_back(values.contains(name) ? values.at(name) : 1.0);
    }
    return evaluate<double>(formula.value_program(), inputs)[0];
}

struct Meaning {
    std::string text;
    double value;
};

TEST(Parser, ReadsWhatPeopleType) {
    constexpr double x = 0.7;
    constexpr double y = -1.3;
    constexpr double a = 2.5;
    constexpr double pi = 3.14159265358979323846;
    constexpr double e = 2.71828182845904523536;
    const std::vector<Meaning> table = {
        {"1 + 2*3", 7},
        {"(1 + 2)*3", 9},
        {"-x^2", -x * x},
        {"2^3^2", 512},
        {"2**3", 8},
        {"-2^2", -4},
        {"2^-2", 0.25},
        {"1/2x", x / 2},
        {"1/2/x", 0.5 / x},
        {"6/2(1+2)", 9},
        {"2x y", 2 * x * y},
        {"3(x+1)", 3 * (x + 1)},
        {"xy", x * y},
        {"x(y+1)", x * (y + 1)},
        {"xy(2)", 2 * x * y},
        {"x²", x * x},
        {"x²y³", x * x * y * y * y},
        {"x⁻²", 1 / (x * x)},
        {"x^10", std::pow(x, 10)},
        {"2·x×3", 6 * x},
        {"x − y", x - y},
        {"x ÷ 2", x / 2},
        {"--x", x},
        {"2--3", 5},
        {"1.5e2x", 150 * x},
        {"2e", 2 * e},
        {"2e-1", 0.2},
        {"2e - 1", 2 * e - 1},
        {".5x", x / 2},
        {"½x²", x * x / 2},
        {"2π", 2 * pi},
        {"2pi", 2 * pi},
        {"2pix", 2 * pi * x},
        {"πx", pi * x},
        {"xe^x", x * std::exp(x)},
        {"ax", a * x},
        {"axy", a * x * y},
        {"a x", a * x},
        {"|x − 2|", 2 - x},
        {"|x||y|", -x * y},
        {"2|y|x", -2 * y * x},
        {"||x| − 3|", 3 - x},
        {"√4", 2},
        {"√(x+1)", std::sqrt(x + 1)},
        {"√2x", std::sqrt(2) * x},
        {"∛8", 2},
        {"√x²", x},
        {"sin x", std::sin(x)},
        {"sin 2x", std::sin(2 * x)},
        {"sin x²", std::sin(x * x)},
        {"sin x cos y", std::sin(x) * std::cos(y)},
        {"sin² x", std::pow(std::sin(x), 2)},
        {"sin^2 x", std::pow(std::sin(x), 2)},
        {"sin²(x)", std::pow(std::sin(x), 2)},
        {"sin(x)²", std::pow(std::sin(x), 2)},
        {"sin -x", -std::sin(x)},
        {"sin x/2", std::sin(x) / 2},
        {"ln sin x", std::log(std::sin(x))},
        {"2 sin x + 1", 2 * std::sin(x) + 1},
        {"x sin x y", x * std::sin(x * y)},
        {"log(x)", std::log(x)},
        {"ln(x)", std::log(x)},
        {"log10(100)", 2},
        {"log2(8)", 3},
        {"exp(1)", e},
        {"e^x", std::exp(x)},
        {"cbrt(-8)", -2},
        {"abs(y)", -y},
        {"sign(y)", -1},
        {"min(x, y)", y},
        {"max(x, y, 3)", 3},
        {"min(5, 4, 3, 2, 1)", 1},
        {"floor(y)", -2},
        {"ceil(y)", -1},
        {"mod(y, 1)", y + 2},
        {"mod(-1, 3)", 2},
        {"mod(1, -3)", -2},
        {"relu(y)", 0},
        {"relu(x)", x},
        {"sigmoid(0)", 0.5},
        {"softplus(0)", std::log(2)},
        {"erf(x)", std::erf(x)},
        {"hypot(3, 4)", 5},
        {"atan2(y, x)", std::atan2(y, x)},
        {"step(0)", 1},
        {"step(y)", 0},
        {"if(x < 1, 2, 3)", 2},
        {"if(x > 1, 2, 3)", 3},
        {"if(x ≤ 0.7, 2, 3)", 2},
        {"if(x != 0.7, 2, 3)", 3},
        {"if(x == 0.7, 2, 3)", 2},
        {"if(0 < x < 1, 2, 3)", 2},
        {"if(0 < x < 0.5, 2, 3)", 3},
        {"if(x > 0 and y > 0, 2, 3)", 3},
        {"if(x > 0 or y > 0, 2, 3)", 2},
        {"(x > 0)*5", 5},
        {"0^0", 1},
        {"(-2)^3", -8},
        {"(-8)^(1/3)", std::nan("")},
        {"1/0", INFINITY},
        {"-1/0", -INFINITY},
        {"0/0", std::nan("")},
        {"sqrt(-1)", std::nan("")},
        {"ln(0)", -INFINITY},
        {"ln(-1)", std::nan("")},
        {"asin(2)", std::nan("")},
        {"{[x + 1]·2}", 2 * x + 2},
        {"f(x,y) = x y", x * y},
        {"z = x + y", x + y},
        {"y = x^2", x * x},
        {"f(x) = 3x", 3 * x},
        {"1e300*1e300", INFINITY},
        {"1e-400", 0},
        {"0.1 + 0.2", 0.3},
        {"1/3 + 1/3 + 1/3", 1},
        {"x^n", x * x * x},
        {"pow(x, 2)", x * x},
    };
    for (const Meaning& meaning : table) {
        const auto formula = Formula::parse(meaning.text);
        ASSERT_TRUE(formula) << meaning.text << ": " << formula.error().message;
        const double found = value_of(*formula);
        if (std::isnan(meaning.value)) {
            EXPECT_TRUE(std::isnan(found)) << meaning.text << " gives " << found;
        } else if (std::isinf(meaning.value)) {
            EXPECT_EQ(found, meaning.value) << meaning.text;
        } else {
            EXPECT_NEAR(found, meaning.value, 4e-16 * (1 + std::fabs(meaning.value))) << meaning.text;
        }
    }
}

struct Names {
    std::string text;
    std::vector<std::string> variables, parameters;
};

TEST(Parser, TellsVariablesFromParameters) {
    const std::vector<Names> table = {
        {"x^2", {"x"}, {}},
        {"y", {"x", "y"}, {}},
        {"3", {"x", "y"}, {}},
        {"a*x^2 + b*y^2", {"x", "y"}, {"a", "b"}},
        {"b x + a", {"x"}, {"b", "a"}},
        {"J(θ1, θ2) = θ1² + θ2²", {"θ1", "θ2"}, {}},
        {"J(θ₁, θ₂) = θ1² + θ₂²", {"θ1", "θ2"}, {}},
        {"f(w) = w² sin w", {"w"}, {}},
        {"f(w) = x w", {"w"}, {"x"}},
        {"f(w, b) = (w_1 w + b - 2)²", {"w", "b"}, {"w_1"}},
        {"f(u, v, w) = u v w", {"u", "v", "w"}, {}},
        {"f(x, y) = x", {"x", "y"}, {}},
        {"rate x + λ", {"x"}, {"rate", "λ"}},
        {"µ x + μ", {"x"}, {"μ"}},
        {"2αx", {"x"}, {"α"}},
        {"x1 + x2", {"x1", "x2"}, {}},
        // More than two without a heading: by custom, in the order of coordinates.
        {"x² + y² + z²", {"x", "y", "z"}, {}},
        {"z x + a y", {"x", "y", "z"}, {"a"}},
        {"xyz + az", {"x", "y", "z"}, {"a"}},
        {"u = w z y x", {"x", "y", "z", "w"}, {}},
        {"w x + b y", {"x", "y"}, {"w", "b"}},
        {"x + w z", {"x"}, {"w", "z"}},
        {"xz", {"x", "y"}, {"xz"}},
        {"y + z", {"x", "y"}, {"z"}},
        {"x10 x2 - x₁", {"x1", "x2", "x10"}, {}},
        {"θ2 x1 + θ1 x2", {"x1", "x2"}, {"θ2", "θ1"}},
        {"θ₂² + a θ₁", {"θ1", "θ2"}, {"a"}},
        {"w1 + w2^2 + w_max", {"w1", "w2"}, {"w_max"}},
        {"x + x1 + y", {"x", "y"}, {"x1"}},
        {"f(x, y) = x² + z y²", {"x", "y"}, {"z"}},
    };
    for (const Names& names : table) {
        const auto formula = Formula::parse(names.text);
        ASSERT_TRUE(formula) << names.text << ": " << formula.error().message;
        EXPECT_EQ(std::vector(formula->variables().begin(), formula->variables().end()), names.variables) << names.text;
        EXPECT_EQ(std::vector(formula->parameters().begin(), formula->parameters().end()), names.parameters)
            << names.text;
    }
}

struct Mistake {
    std::string text, message;
    std::size_t position, length = 1;
};

TEST(Parser, PointsAtMistakes) {
    const std::vector<Mistake> table = {
        {"", "the formula is empty", 0},
        {"  ", "the formula is empty", 0},
        {"x^^2", "unexpected \"^\" at column 3", 2},
        {"x + sine(x)", "unknown function \"sine\" at column 5; did you mean sin?", 4, 4},
        {"xsin(x)", "unknown function \"xsin\" at column 1; did you mean x sin?", 0, 4},
        {"SIN(x)", "unknown function \"SIN\" at column 1; did you mean sin?", 0, 3},
        {"cosinus(x)", "unknown function \"cosinus\" at column 1; did you mean cos?", 0, 7},
        {"a(x + 1)", "unknown function \"a\" at column 1; for a product write a*(", 0},
        {"x +", "a number, variable or function is missing at column 4", 3},
        {"(x + 1", "\"(\" is never closed at column 1", 0},
        {"[x)", "unexpected \")\" at column 3", 2},
        {"x)", "unexpected \")\" at column 2", 1},
        {"|x", "\"|\" is never closed at column 1", 0},
        {"2 3", "unexpected number at column 3; write * for a product", 2},
        {"1.2.3", "second decimal point in a number at column 4", 3},
        {"1e400 x", "number is too large at column 1", 0, 5},
        {"²", "exponent without a base at column 1", 0},
        {"x $ y", "unexpected character \"$\" at column 3", 2},
        {"θ·中", "unexpected character \"中\" at column 3", 2},
        {"sin", "sin needs an argument at column 1", 0, 3},
        {"sin(x, y)", "sin takes 1 argument, not 2, at column 1", 0, 3},
        {"1 + atan2(y)", "atan2 takes 2 arguments, not 1, at column 5", 4, 5},
        {"min(x)", "min takes at least 2 arguments, not 1, at column 1", 0, 3},
        {"sin⁻¹(x)", "sin⁻¹ can mean two things at column 4; write 1/sin(…), or the inverse function's name", 3, 2},
        {"x + y = 3", "unexpected \"=\" at column 7; write == to compare", 6},
        {"f(x, x) = x", "variable \"x\" is there twice at column 6", 5},
        {"f(sin) = 1", "\"sin\" cannot be a variable: it has a meaning already at column 3", 2, 3},
        {"f(2) = 1", "a variable's name is missing at column 3", 2},
        {"x, y", "unexpected \",\" at column 2", 1},
        {"0,5 x", "unexpected \",\" at column 2; write numbers with a point, as 0.5", 1},
        {"x\xff", "text is not valid UTF-8 at column 2", 1},
        {"\xc0\xaf", "text is not valid UTF-8 at column 1", 0},
        {"x\xe2\x88", "text is not valid UTF-8 at column 2", 1},
        {std::string("x\0y", 3), "unexpected character U+0000 at column 2", 1},
    };
    for (const Mistake& mistake : table) {
        const auto formula = Formula::parse(mistake.text);
        ASSERT_FALSE(formula) << mistake.text;
        EXPECT_EQ(formula.error().message, mistake.message) << mistake.text;
        EXPECT_EQ(formula.error().position, mistake.position) << mistake.text;
        EXPECT_EQ(formula.error().length, mistake.length) << mistake.text;
    }
}

}  // namespace
}  // namespace thalweg

// Formulas and their derivatives as they are shown.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/formula/formula.h"
#include "core/formula/scalar.h"
#include "tests/core/formula/csv.h"

namespace thalweg {
namespace {

struct Shown {
    std::string text, value;
};

TEST(Print, ValuesLookWritten) {
    const std::vector<Shown> table = {
        {"2*x + 3*y", "2x + 3y"},
        {"x*y", "xy"},
        {"1*x + 0", "x"},
        {"-x + 1", "1 − x"},
        {"x + -1*y", "x − y"},
        {"(1-x)^2 + 100*(y-x^2)^2", "(1 − x)² + 100(y − x²)²"},
        {"x^2*y^3*4", "4x²y³"},
        {"a*x^2 + b*y^2", "ax² + by²"},
        {"a*b*x", "a b x"},
        {"a*b*y*x^2", "a b x²y"},
        {"1/(a*x*y)", "1/(axy)"},
        {"pi*x*y + e*x*y", "πxy + exy"},
        {"2*pi*x*y", "2πxy"},
        {"theta*x*y^2 + α*x*y", "theta xy² + αxy"},
        {"a*pi*x*y", "πa xy"},
        {"x - -y", "x + y"},
        {"x^-1*y^-2", "1/(xy²)"},
        {"a*(x+1)", "a·(x + 1)"},
        {"x^6/6", "x⁶/6"},
        {"0.5*x", "0.5x"},
        {"x/2", "x/2"},
        {"1.05*x^4", "1.05x⁴"},
        {"x/(2*y)", "x/(2y)"},
        {"1/(x*(y+1))", "1/(x(y + 1))"},
        {"10*cos(2*pi*x)", "10 cos(2πx)"},
        {"sin(x)^2", "sin²(x)"},
        {"sin(x)*cos(y)", "sin(x) cos(y)"},
        {"exp(-x^2)", "e^(−x²)"},
        {"e^x*x", "x e^x"},
        {"sqrt(x^2+y^2)", "√(x² + y²)"},
        {"2*sqrt(x)", "2√x"},
        {"sqrt(abs(x))", "√|x|"},
        {"abs(abs(x)-1)", "abs(|x| − 1)"},
        {"x^(3/2)", "x^(3/2)"},
        {"x^1.5", "x^1.5"},
        {"x^y", "x^y"},
        {"2^x", "2^x"},
        {"x^(y+1)", "x^(y + 1)"},
        {"if(x>0, x^2, -x)", "if(x > 0, x², −x)"},
        {"max(x, y, 1)", "max(x, y, 1)"},
        {"e3*2", "2 e3"},
        {"1e-9*x", "10⁻⁹x"},
        {"2.5e-9*x", "2.5·10⁻⁹x"},
        {"0.00001*x", "0.00001x"},
        {"3*(x+1)/4", "3(x + 1)/4"},
        {"sin(-x)", "−sin(x)"},
        {"cos(-x)", "cos(x)"},
        {"-(x+y)*3", "−3(x + y)"},
        {"x/x", "x/x"},
        {"x+x", "2x"},
        {"x*x*x", "x³"},
        {"J(θ1, θ2) = θ1^2*θ2", "θ1²θ2"},
    };
    for (const Shown& shown : table) {
        const auto formula = Formula::parse(shown.text);
        ASSERT_TRUE(formula) << shown.text << ": " << formula.error().message;
        EXPECT_EQ(formula->value_text(), shown.value) << shown.text;
    }
}

struct Derivatives {
    std::string text;
    std::vector<std::string> gradient;
    std::vector<std::string> hessian;  ///< the upper triangle by rows
};

TEST(Print, DerivativesAreWhatAMathematicianWrites) {
    const std::vector<Derivatives> table = {
        {"(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
         {"4x(x² + y − 11) + 2(x + y² − 7)", "2(x² + y − 11) + 4y(x + y² − 7)"},
         {"12x² + 4y − 42", "4x + 4y", "4x + 12y² − 26"}},
        {"(1-x)^2 + 100*(y-x^2)^2", {"2(x − 1) − 400x(y − x²)", "200(y − x²)"}, {"1200x² − 400y + 2", "−400x", "200"}},
        {"0.5*(x^2 + 50*y^2)", {"x", "50y"}, {"1", "0", "50"}},
        {"x^3 - 3 x y^2", {"3x² − 3y²", "−6xy"}, {"6x", "−6y", "−6x"}},
        {"ln(x^2 + y^2)",
         {"2x/(x² + y²)", "2y/(x² + y²)"},
         {"2(y² − x²)/(x² + y²)²", "−4xy/(x² + y²)²", "2(x² − y²)/(x² + y²)²"}},
        {"sqrt(x^2 + y^2)",
         {"x/√(x² + y²)", "y/√(x² + y²)"},
         {"y²/(x² + y²)^(3/2)", "−xy/(x² + y²)^(3/2)", "x²/(x² + y²)^(3/2)"}},
        {"20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)",
         {"2x + 20π sin(2πx)", "2y + 20π sin(2πy)"},
         {"40π² cos(2πx) + 2", "0", "40π² cos(2πy) + 2"}},
        {"exp(-x^2 - y^2)",
         {"−2x e^(−x² − y²)", "−2y e^(−x² − y²)"},
         {"2(2x² − 1) e^(−x² − y²)", "4xy e^(−x² − y²)", "2(2y² − 1) e^(−x² − y²)"}},
        {"x^2 sin x", {"2x sin(x) + x² cos(x)"}, {"2 sin(x) + 4x cos(x) − x² sin(x)"}},
        {"x ln x", {"ln(x) + 1"}, {"1/x"}},
        {"x/(1 + x^2)", {"(1 − x²)/(x² + 1)²"}, {"2x(x² − 3)/(x² + 1)³"}},
        {"x^y", {"y x^(y − 1)", "x^y ln(x)"}, {"y(y − 1) x^(y − 2)", "x^(y − 1)(y ln(x) + 1)", "x^y ln²(x)"}},
        {"|x| + y", {"sign(x)", "1"}, {"0", "0", "0"}},
        {"relu(x)^2", {"2 relu(x)"}, {"2 if(x > 0, 1, 0)"}},
        {"max(x, y)", {"if(y < x, 1, if(x < y, 0, 1/2))", "if(y < x, 0, if(x < y, 1, 1/2))"}, {"0", "0", "0"}},
        {"a*x^2 + b*y^2", {"2ax", "2by"}, {"2a", "0", "2b"}},
        {"sin(x y)", {"y cos(xy)", "x cos(xy)"}, {"−y² sin(xy)", "cos(xy) − xy sin(xy)", "−x² sin(xy)"}},
        {"tanh(x)", {"1 − tanh²(x)"}, {"−2 tanh(x)(1 − tanh²(x))"}},
        {"sigmoid(x)", {"sigmoid(x)(1 − sigmoid(x))"}, {"sigmoid(x)(1 − sigmoid(x))(1 − 2 sigmoid(x))"}},
        {"(x^4 - 16x^2 + 5x)/2", {"2x³ − 16x + 5/2"}, {"6x² − 16"}},
        {"a b y x^2", {"2a b xy", "a b x²"}, {"2a b y", "2a b x", "0"}},
        {"pi x y^2", {"πy²", "2πxy"}, {"0", "2πy", "2πx"}},
        {"(a x + b)/(c y + 1)",
         {"a/(cy + 1)", "−c·(ax + b)/(cy + 1)²"},
         {"0", "−a c/(cy + 1)²", "2c²(ax + b)/(cy + 1)³"}},
        {"x^a y^b",
         {"a x^(a − 1) y^b", "b x^a y^(b − 1)"},
         {"a·(a − 1) x^(a − 2) y^b", "a b x^(a − 1) y^(b − 1)", "b·(b − 1) x^a y^(b − 2)"}},
        {"atan2(y, x)", {"−y/(x² + y²)", "x/(x² + y²)"}, {"2xy/(x² + y²)²", "(y² − x²)/(x² + y²)²", "−2xy/(x² + y²)²"}},
        {"e^(a x) cos(b y)",
         {"a cos(by) e^(ax)", "−b sin(by) e^(ax)"},
         {"a² cos(by) e^(ax)", "−a b sin(by) e^(ax)", "−b² cos(by) e^(ax)"}},
        {"|x - y| + x^2", {"sign(x − y) + 2x", "−sign(x − y)"}, {"2", "0", "0"}},
        {"x/(2y) - 3/(4x y)",
         {"1/(2y) + 3/(4x²y)", "3/(4xy²) − x/(2y²)"},
         {"−3/(2x³y)", "−1/(2y²) − 3/(4x²y²)", "x/y³ − 3/(2xy³)"}},
    };
    for (const Derivatives& derivatives : table) {
        const auto formula = Formula::parse(derivatives.text);
        ASSERT_TRUE(formula) << derivatives.text << ": " << formula.error().message;
        const std::size_t n = formula->variables().size();
        ASSERT_EQ(n, derivatives.gradient.size()) << derivatives.text;
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_EQ(formula->gradient_text(i), derivatives.gradient[i]) << derivatives.text << ", " << i;
        }
        std::size_t entry = 0;
        for (std::size_t row = 0; row < n; ++row) {
            for (std::size_t column = row; column < n; ++column) {
                EXPECT_EQ(formula->hessian_text(row, column), derivatives.hessian[entry++]) << derivatives.text;
                EXPECT_EQ(formula->hessian_text(column, row), formula->hessian_text(row, column));
            }
        }
    }
}

/// The printed value, gradient and Hessian must be the functions that the programs calculate.
void expect_texts_mean_their_programs(const std::string& text) {
    const auto formula = Formula::parse(text);
    ASSERT_TRUE(formula) << text << ": " << formula.error().message;
    const std::size_t n = formula->variables().size();
    std::vector<std::string> texts = {formula->value_text()};
    for (std::size_t i = 0; i < n; ++i) texts.push_back(formula->gradient_text(i));
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t column = row; column < n; ++column) texts.push_back(formula->hessian_text(row, column));
    }
    std::string heading = "f(";
    for (std::size_t i = 0; i < n; ++i) heading += (i > 0 ? ", " : "") + formula->variables()[i];
    heading += ") = ";
    std::mt19937 random(7);
    for (std::size_t k = 0; k < texts.size(); ++k) {
        const auto read = Formula::parse(heading + texts[k]);
        ASSERT_TRUE(read) << text << " shows " << texts[k] << ": " << read.error().message;
        for (int sample = 0; sample < 5; ++sample) {
            std::vector<double> inputs;
            for (std::size_t i = 0; i < n; ++i) inputs.push_back(std::uniform_real_distribution(0.2, 0.9)(random));
            inputs.resize(n + formula->parameters().size(), 1.5);
            std::vector<double> read_inputs = inputs;
            read_inputs.resize(n + read->parameters().size(), 1.5);
            const double expected = evaluate<double>(formula->hessian_program(), inputs)[k];
            const double found = evaluate<double>(read->value_program(), read_inputs)[0];
            if (std::isnan(expected) && std::isnan(found)) continue;
            EXPECT_NEAR(found, expected, 1e-9 * (1.0 + std::fabs(expected))) << text << " shows " << texts[k];
        }
    }
}

TEST(Print, TextsReadBackAsTheSameFunctions) {
    for (const auto& row : read_rows("functions.csv")) expect_texts_mean_their_programs(row[1]);
    for (const std::string text : {
             "-(y+47) sin(sqrt(abs(x/2+(y+47)))) - x sin(sqrt(abs(x-(y+47))))",
             "-cos(x) cos(y) exp(-((x-pi)^2+(y-pi)^2))",
             "(1+(x+y+1)^2*(19-14x+3x^2-14y+6x y+3y^2))*(30+(2x-3y)^2*(18-32x+12x^2+48y-36x y+27y^2))",
             "sin(3 pi x)^2+(x-1)^2*(1+sin(3 pi y)^2)+(y-1)^2*(1+sin(2pi y)^2)",
             "-(1+cos(12 sqrt(x^2+y^2)))/(0.5(x^2+y^2)+2)",
             "-abs(sin(x)cos(y)exp(abs(1-sqrt(x^2+y^2)/pi)))",
             "-0.0001(abs(sin(x)sin(y)exp(abs(1-sqrt(x^2+y^2)/pi)))+1)^0.1",
             "837.9658 - x sin(sqrt(abs(x))) - y sin(sqrt(abs(y)))",
             "0.5+(sin(x^2-y^2)^2-0.5)/(1+0.001(x^2+y^2))^2",
             "100 sqrt(abs(y-0.01x^2))+0.01abs(x+10)",
             "(4-2.1x^2+x^4/3)x^2+x y+(-4+4y^2)y^2",
             "(x^2+y^2)/4000 - cos(x)cos(y/√2)+1",
             "tanh(x y) + atan2(y,x) + relu(x)^2 + max(x,y) + |x - 0.5|",
             "x^y + x^x + 2^x + x^n + x^1.5 + x^(1/3) + cbrt(y)",
             "erf(x) sigmoid(y) + softplus(x) hypot(x,y)",
             "(x+y)^3/(x-y)^2 + 1/(1+exp(-x))",
             "log10(x) log2(y) + acos(x) asin(y/2) + atan(x/y)",
             "sinh(x) cosh(y) tan(x y)",
             "if(x > y and x < 1, x^2 y, y^2 x) + min(x, y, x y)",
             "a b x^2 (x + 1) + n a*(y - 1)^2 x_1 + rate y",
             "1e-9x + 1e300y/1e299 + 123456789012345678901234567890 x",
             "(√x)² + (1/x)^-1 + x/x + √x √x",
         }) {
        expect_texts_mean_their_programs(text);
    }
}

TEST(Print, LongDerivativesAreCutShort) {
    std::string text = "y";
    for (int i = 0; i < 150; ++i) text = std::string("x^") + text;
    const auto formula = Formula::parse(text);
    ASSERT_TRUE(formula);
    const std::string shown = formula->hessian_text(0, 0);
    EXPECT_NE(shown.find("…"), std::string::npos);
    EXPECT_LT(shown.size(), 1'000'000U);
}

}  // namespace
}  // namespace thalweg

#include "core/optimizer/update_rule.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/optimizer/test_objectives.h"
#include "tests/core/optimizer/variants.h"

namespace thalweg {
namespace {

using testing::Rosenbrock;

/// The value of "3 − 0.1·(−6)²/√(2 + 1)": what a student with a pocket calculator gets.
class PocketCalculator {
  public:
    static double evaluate(std::string_view text) {
        PocketCalculator calculator{text};
        const double value = calculator.sum();
        EXPECT_TRUE(calculator.rest_.empty()) << "cannot read on at " << calculator.rest_ << " in " << text;
        return value;
    }

  private:
    explicit PocketCalculator(std::string_view text) : rest_(text) {}

    bool take(std::string_view symbol) {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
        if (!rest_.starts_with(symbol)) return false;
        rest_.remove_prefix(symbol.size());
        return true;
    }

    double sum() {
        double value = product();
        for (;;) {
            if (take("+")) {
                value += product();
            } else if (take("−")) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    double product() {
        double value = power();
        for (;;) {
            if (take("·")) {
                value *= power();
            } else if (take("/")) {
                value /= power();
            } else {
                return value;
            }
        }
    }

    double power() {
        if (take("−")) return -power();
        const double value = atom();
        if (take("²")) return value * value;
        return take("^") ? std::pow(value, atom()) : value;
    }

    double atom() {
        if (take("√")) return std::sqrt(atom());
        if (take("|")) {
            const double value = std::abs(sum());
            EXPECT_TRUE(take("|"));
            return value;
        }
        for (const std::string_view function : {"max", "min", "sign"}) {
            if (!take(function)) continue;
            EXPECT_TRUE(take("("));
            const double u = sum();
            const double v = take(",") ? sum() : 0.0;
            EXPECT_TRUE(take(")"));
            if (function == "sign") return u > 0 ? 1 : u < 0 ? -1 : 0;
            return function == "max" ? std::max(u, v) : std::min(u, v);
        }
        if (take("(")) {
            const double value = sum();
            EXPECT_TRUE(take(")"));
            return value;
        }
        return number();
    }

    double number() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
        std::string digits;
        while (!rest_.empty() && std::string_view("0123456789.").contains(rest_[0])) {
            digits += rest_[0];
            rest_.remove_prefix(1);
        }
        EXPECT_FALSE(digits.empty()) << rest_;
        if (take("×10")) digits += 'e' + exponent();
        return std::strtod(digits.c_str(), nullptr);
    }

    std::string exponent() {
        std::string digits = take("⁻") ? "-" : "";
        constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
        for (std::size_t i = 0; i < raised.size();) {
            if (take(raised.at(i))) {
                digits += static_cast<char>('0' + i);
                i = 0;
            } else {
                ++i;
            }
        }
        return digits;
    }

    std::string_view rest_;
};

TEST(WorkedStep, has_numbers_that_give_its_results_and_ends_where_the_step_does) {
    for (const std::string& text : variants()) {
        for (const int steps_before : {0, 1, 6}) {
            Rosenbrock objective;
            VectorXd x = VectorXd::LinSpaced(2, -0.5, 0.7);
            Stepper stepper(parse_optimizer(text).value(), 2);
            for (int k = 0; k < steps_before; ++k) stepper.step(x, objective);

            VectorXd after = x;
            Stepper copy = stepper;
            copy.step(after, objective);
            for (const int i : {0, 1}) {
                const auto lines = worked_step(stepper, x, objective, i, "θ", 17);
                for (const WorkedLine& line : lines) {
                    if (line.numbers.empty()) continue;
                    EXPECT_NEAR(PocketCalculator::evaluate(line.numbers), line.value,
                                1e-12 * std::max(1.0, std::abs(line.value)))
                        << text << ": " << line.text();
                }
                ASSERT_FALSE(lines.empty());
                EXPECT_EQ(lines.back().target, "θ");
                EXPECT_NEAR(lines.back().value, after[i], 1e-12) << text << ": " << lines.back().text();
            }
        }
    }
}

TEST(WorkedStep, reads_like_the_notes) {
    testing::Quadratic bowl({2, 2});  // x² + y²
    const Stepper stepper(parse_optimizer("sgd lr=0.1").value(), 2);
    const VectorXd x{{3, -2}};
    const auto lines = worked_step(stepper, x, bowl, 0, "x");
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].text(), "g ← ∂f/∂x = 6");
    EXPECT_EQ(lines[1].text(), "x ← x − η·g = 3 − 0.1·6 = 2.4");
    EXPECT_EQ(worked_step(stepper, x, bowl, 1, "y")[1].text(), "y ← y − η·g = −2 − 0.1·(−4) = −1.6");
}

TEST(UpdateRule, is_written_in_symbols) {
    EXPECT_EQ(update_rule({Sgd{}}), "g ← ∂f/∂x\nx ← x − η·g");
    EXPECT_EQ(update_rule({Sgd{.momentum = 0.9}}), "g ← ∂f/∂x\nb ← μ·b + g\nx ← x − η·b");
    EXPECT_EQ(update_rule({Adam{}}),
              "g ← ∂f/∂x\nm ← β₁·m + (1 − β₁)·g\nv ← β₂·v + (1 − β₂)·g²\nm̂ ← m/(1 − β₁^t)\nv̂ ← v/(1 − β₂^t)\n"
              "x ← x − η·m̂/(√(v̂) + ε)");
}

}  // namespace
}  // namespace thalweg

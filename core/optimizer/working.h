#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// One line of a step as a teacher writes it down: "x ← x − η·g = 3 − 0.1·6 = 2.4".
struct WorkedLine {
    std::string target;   ///< "x"
    std::string rule;     ///< "x − η·g"
    std::string numbers;  ///< "3 − 0.1·6"; empty where the rule is a value that is looked up, such as ∂f/∂x
    double value = 0.0;   ///< 2.4
    int digits = 4;       ///< significant digits in the text

    /// "x ← x − η·g", and with its numbers.
    std::string symbols() const;
    std::string text() const;
};

/// Collects the lines of one coordinate's step. Methods write their rule once, with a brace around every symbol, and
/// get both forms of it.
class Working {
  public:
    /// coordinate: what "{x}" is called, "x" or "θ₁".
    explicit Working(std::string_view coordinate, int digits = 4) : coordinate_(coordinate), digits_(digits) {}

    struct Symbol {
        std::string_view name;
        double value;
    };

    /// Adds "target ← rule", e.g. line("x", "{x} − {η}·{g}", {{"x", 3}, {"η", 0.1}, {"g", 6}}, 2.4), and returns its
    /// value. A rule without braces is written without numbers.
    double line(std::string_view target, std::string_view rule, std::initializer_list<Symbol> symbols, double value);

    /// Adds "g ← ∂f/∂x", unless other lines have said where g comes from, then the lines that turn it round when
    /// maximizing and add weight_decay·x. Returns g.
    double gradient(double x, double g, double weight_decay, bool maximize);

    /// Adds "x ← x·(1 − η·λ)" and returns its value.
    double decay(double x, double learning_rate, double weight_decay);

    /// Adds "m ← β₁·m + (1 − β₁)·g" and returns its value; and "v ← β₂·v + (1 − β₂)·g²".
    double first_moment(double beta1, double m, double g);
    double second_moment(double beta2, double v, double g);

    const std::vector<WorkedLine>& lines() const { return lines_; }

  private:
    std::string coordinate_;
    int digits_;
    std::vector<WorkedLine> lines_;
};

}  // namespace thalweg

#include "core/optimizer/working.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace thalweg {
namespace {

/// −6 as "⁻⁶".
std::string raised(int exponent) {
    constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += digits.at(static_cast<std::size_t>(digit - '0'));
    return text;
}

/// A number as it stands in a formula: "−8.9×10⁻⁷".
std::string number_text(double value, int digits) {
    std::string text = fmt::format("{:.{}g}", value, digits);
    if (const std::size_t e = text.find('e'); e != std::string::npos)
        text = text.substr(0, e) + "×10" + raised(std::stoi(text.substr(e + 1)));
    for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at)) text.replace(at, 1, "−");
    return text;
}

}  // namespace

std::string WorkedLine::symbols() const {
    return target + " ← " + rule;
}

std::string WorkedLine::text() const {
    return symbols() + (numbers.empty() ? "" : " = " + numbers) + " = " + number_text(value, digits);
}

double Working::line(std::string_view target, std::string_view rule, std::initializer_list<Symbol> symbols,
                     double value) {
    const auto shown = [&](std::string_view name) { return name == "x" ? std::string_view(coordinate_) : name; };
    WorkedLine line{.target = std::string(shown(target)), .rule = {}, .numbers = {}, .value = value, .digits = digits_};
    bool has_numbers = false;
    while (!rule.empty()) {
        const std::size_t open = std::min(rule.find('{'), rule.size());
        line.rule += rule.substr(0, open);
        line.numbers += rule.substr(0, open);
        rule.remove_prefix(open);
        if (rule.empty()) break;

        const std::string_view name = rule.substr(1, rule.find('}') - 1);
        const auto* const symbol = std::ranges::find(symbols, name, &Symbol::name);
        const std::string digits = number_text(symbol->value, digits_);
        const bool needs_brackets =
            (std::signbit(symbol->value) && !line.numbers.empty()) || digits.find("×") != std::string::npos;
        line.rule += shown(name);
        line.numbers += needs_brackets ? "(" + digits + ")" : digits;
        rule.remove_prefix(name.size() + 2);
        has_numbers = true;
    }
    if (!has_numbers) line.numbers.clear();
    lines_.push_back(std::move(line));
    return value;
}

double Working::gradient(double x, double g, double weight_decay, bool maximize) {
    if (lines_.empty()) line("g", "∂f/∂" + coordinate_, {}, g);
    if (maximize) g = line("g", "−{g}", {{"g", g}}, -g);
    if (weight_decay != 0.0) {
        g = line("g", "{g} + {λ}·{x}", {{"g", g}, {"λ", weight_decay}, {"x", x}}, g + weight_decay * x);
    }
    return g;
}

double Working::decay(double x, double learning_rate, double weight_decay) {
    return line("x", "{x}·(1 − {η}·{λ})", {{"x", x}, {"η", learning_rate}, {"λ", weight_decay}},
                x * (1.0 - learning_rate * weight_decay));
}

double Working::first_moment(double beta1, double m, double g) {
    return line("m", "{β₁}·{m} + (1 − {β₁})·{g}", {{"β₁", beta1}, {"m", m}, {"g", g}}, beta1 * m + (1.0 - beta1) * g);
}

double Working::second_moment(double beta2, double v, double g) {
    return line("v", "{β₂}·{v} + (1 − {β₂})·{g}²", {{"β₂", beta2}, {"v", v}, {"g", g}},
                beta2 * v + (1.0 - beta2) * g * g);
}

}  // namespace thalweg

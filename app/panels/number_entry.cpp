#include "app/panels/number_entry.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/landscape/formula_landscape.h"

namespace thalweg {

std::optional<double> read_number(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);

    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) {
        const auto formula = Formula::parse(text);
        if (!formula || !formula->parameters().empty() || formula->variables().size() > 2) return std::nullopt;
        // A formula that does depend on its variables is NaN where they are.
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const std::array<double, 2> nowhere = {nan, nan};
        value = FormulaLandscape(*formula, {}).evaluator()->value(nowhere);
    }
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

std::string exact_text(double value) {
    std::string text = fmt::format("{}", value == 0 ? 0.0 : value);
    if (text.starts_with('-')) text.replace(0, 1, "−");
    return text;
}

}  // namespace thalweg

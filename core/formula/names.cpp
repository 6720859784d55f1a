#include "core/formula/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace thalweg {

namespace {

constexpr auto other_names = std::to_array<std::pair<std::string_view, Operator>>({
    {"exp", Operator::exp},
    {"sqrt", Operator::sqrt},
    {"abs", Operator::abs},
    {"pow", Operator::power},
    {"if", Operator::select},
    {"log", Operator::ln},
    {"arcsin", Operator::asin},
    {"arccos", Operator::acos},
    {"arctan", Operator::atan},
    {"sgn", Operator::sign},
});

/// Damerau-Levenshtein distance: how many letters to insert, remove, replace or swap with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) table[i][0] = i;
    std::iota(table[0].begin(), table[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[a.size()][b.size()];
}

bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes factors off the front of `rest` as long as they are variables or constants.
std::vector<std::string> split_known(std::string_view rest, std::span<const std::string> variables) {
    std::vector<std::string> factors;
    while (!rest.empty()) {
        const std::string letter(rest.substr(0, 1));
        if (std::ranges::find(variables, letter) != variables.end() || letter == "e") {
            factors.push_back(letter);
        } else if (rest.starts_with("pi")) {
            factors.emplace_back("pi");
        } else {
            return {};
        }
        rest.remove_prefix(factors.back().size());
    }
    return factors;
}

}  // namespace

std::optional<Operator> find_function(std::string_view name) {
    for (const auto& [known, operation] : other_names) {
        if (known == name) return operation;
    }
    for (std::size_t i = 0; i < std::size(operator_traits); ++i) {
        const OperatorTraits& row = operator_traits[i];
        if (row.printing == Printing::function && row.name == name) return static_cast<Operator>(i);
    }
    return std::nullopt;
}

std::string suggest_function(std::string_view name, std::span<const std::string> variables) {
    if (name.size() < 2 || name.size() > 20) return {};
    for (std::size_t i = 1; i < name.size(); ++i) {
        const std::string_view front = name.substr(0, i);
        const std::string_view back = name.substr(i);
        if (find_function(back) && !split_known(front, variables).empty()) {
            return fmt::format("did you mean {} {}?", front, back);
        }
    }
    std::string lower(name);
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    std::string_view best;
    std::string_view beginning;
    std::size_t nearest = name.size() <= 3 ? 2 : 3;  // farther away it would be a guess
    const auto consider = [&](std::string_view candidate) {
        const std::size_t d = distance(lower, candidate);
        if (d < nearest && d < candidate.size()) {
            nearest = d;
            best = candidate;
        }
        const bool begins = candidate.size() >= 3 && lower.starts_with(candidate);
        if (begins && candidate.size() > beginning.size()) beginning = candidate;
    };
    for (const OperatorTraits& row : operator_traits) {
        if (row.printing == Printing::function) consider(row.name);
    }
    for (const auto& known : other_names) consider(known.first);
    if (best.empty()) best = beginning;
    return best.empty() ? std::string() : fmt::format("did you mean {}?", best);
}

bool is_constant_name(std::string_view name) {
    return name == "pi" || name == "π" || name == "e";
}

std::vector<std::string> split_name(std::string_view name, std::span<const std::string> variables) {
    const auto is_variable = [&](const std::string& factor) {
        return std::ranges::find(variables, factor) != variables.end();
    };
    std::vector<std::string> whole = {std::string(name)};
    if (name.size() < 2 || is_variable(whole[0]) || is_constant_name(name)) return whole;
    if (!std::ranges::all_of(name, ascii_letter)) return whole;
    if (auto factors = split_known(name, variables); std::ranges::any_of(factors, is_variable)) return factors;
    auto factors = split_known(name.substr(1), variables);
    if (factors.empty() || !std::ranges::all_of(factors, is_variable)) return whole;
    factors.insert(factors.begin(), std::string(name.substr(0, 1)));
    return factors;
}

}  // namespace thalweg

#include "core/formula/customary_variables.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace thalweg {
namespace {

/// The number n of a name that is `letter` and n: 12 of x12.
std::optional<std::uint64_t> number_of(std::string_view name, std::string_view letter) {
    if (!name.starts_with(letter)) return std::nullopt;
    name.remove_prefix(letter.size());
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

std::vector<std::string> numbered(const std::set<std::string>& names, std::string_view letter) {
    std::vector<std::pair<std::uint64_t, std::string>> found;
    for (const std::string& name : names)
        if (const auto number = number_of(name, letter)) found.emplace_back(*number, name);
    std::ranges::sort(found);
    std::vector<std::string> variables;
    for (auto& [number, name] : found) variables.push_back(std::move(name));
    return variables;
}

}  // namespace

const std::vector<std::string>& customary_letters() {
    static const std::vector<std::string> letters = {"x", "y", "z", "w"};
    return letters;
}

std::vector<std::string> customary_variables(const std::set<std::string>& names) {
    const bool x = names.contains("x"), y = names.contains("y");
    if (x && !y) return {"x"};
    if (!x && !y) {
        for (const std::string_view letter : {"x", "θ", "w"})
            if (auto variables = numbered(names, letter); !variables.empty()) return variables;
        return {"x", "y"};
    }
    std::vector<std::string> variables = {"x", "y"};
    if (x && names.contains("z")) {
        variables.emplace_back("z");
        if (names.contains("w")) variables.emplace_back("w");
    }
    return variables;
}

}  // namespace thalweg

#include "core/data/names.h"

#include <algorithm>
#include <array>
#include <string>

namespace thalweg {
namespace {

constexpr std::array<std::string_view, 8> losses = {"train_loss", "loss",  "losses", "f",
                                                    "z",          "value", "values", "test_loss"};

std::string lower(std::string_view name) {
    std::string result;
    for (const char c : name) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
}

}  // namespace

bool is_coordinates(std::string_view name, char axis) {
    constexpr std::array<std::string_view, 13> patterns = {
        "?",      "?s",    "?coordinates", "?_coordinates", "?coordinate", "?coords", "?_coords",
        "?coord", "?grid", "?_grid",       "proj_?coord",   "grid_?",      "??"};
    const std::string known = lower(name);
    return std::ranges::any_of(patterns, [&](std::string_view pattern) {
        std::string word(pattern);
        std::ranges::replace(word, '?', axis);
        return known == word;
    });
}

const ArrayInfo* find_coordinates(const ArrayFile& file, char axis) {
    const auto all = file.arrays();
    const auto found = std::ranges::find_if(
        all, [&](const ArrayInfo& info) { return info.problem.empty() && is_coordinates(info.name, axis); });
    return found == all.end() ? nullptr : &*found;
}

const ArrayInfo* find_losses(const ArrayFile& file) {
    for (const std::string_view name : losses) {
        for (const ArrayInfo& info : file.arrays()) {
            if (info.problem.empty() && lower(info.name) == name) return &info;
        }
    }
    return nullptr;
}

int likelihood_rank(std::string_view name) {
    const auto found = std::ranges::find(losses, lower(name));
    return static_cast<int>(found - losses.begin());
}

}  // namespace thalweg

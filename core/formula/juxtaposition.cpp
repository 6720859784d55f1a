#include "core/formula/juxtaposition.h"

#include <algorithm>

#include "core/formula/names.h"

namespace thalweg {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The letters that a factor begins with, as the lexer would take them: "x" of "x²".
std::string leading_name(const std::string& factor) {
    const auto end = std::ranges::find_if_not(factor, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
    return {factor.begin(), end};
}

}  // namespace

void Juxtaposition::append(const std::string& factor, FactorShape shape) {
    const std::string_view between = text_.empty() ? "" : separator(factor, shape);
    if (!between.empty() || last_shape_ != FactorShape::name || !is_letter(factor[0])) run_.clear();
    text_ += between;
    text_ += factor;
    if (shape == FactorShape::name || shape == FactorShape::name_power) {
        if (is_letter(factor[0])) run_.push_back(leading_name(factor));
        ++names_so_far_;
    }
    last_ = factor;
    last_shape_ = shape;
}

std::string_view Juxtaposition::separator(const std::string& factor, FactorShape shape) const {
    if (is_digit(factor[0])) return "·";
    if (factor[0] == '(') {
        // A parameter's name before a bracket would be read as a function.
        const bool parameter = is_letter(last_.back()) || is_digit(last_.back());
        const bool variable = std::ranges::find(names_.variables(), last_) != names_.variables().end();
        return parameter && !variable && last_shape_ != FactorShape::number ? "·" : "";
    }
    if (factor.starts_with("√")) return "";
    return may_touch(factor, shape) ? "" : " ";
}

bool Juxtaposition::may_touch(const std::string& factor, FactorShape shape) const {
    if (last_shape_ == FactorShape::number) {
        // 2x and 2e^x, but 10 cos(x), and 2 e3, which is not 2000.
        return leading_name(factor).size() == 1 || !is_letter(factor[0]);
    }
    if (shape == FactorShape::other || last_shape_ == FactorShape::other) return false;
    if (last_shape_ == FactorShape::name_power || !is_letter(factor[0])) return true;
    if (!is_letter(last_[0])) return is_letter(factor[0]) && last_.size() == 2;  // πx, θx, but not θ1x
    // ax, but a b x: a lone coefficient reads well beside a variable, one of several does not.
    const bool variables_only = std::ranges::find(names_.variables(), run_.front()) != names_.variables().end();
    if (!variables_only && run_.size() < names_so_far_) return false;
    std::vector<std::string> wanted = run_;
    wanted.push_back(leading_name(factor));
    std::string run;
    for (const std::string& name : wanted) run += name;
    return !find_function(run) && split_name(run, names_.variables()) == wanted;
}

}  // namespace thalweg

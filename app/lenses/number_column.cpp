#include "app/lenses/number_column.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/panels/widgets.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr int most_digits = 4;
/// There is always room for such numbers, so that a column hardly moves while its numbers change.
constexpr std::string_view usual = "−00.0000";

/// Of "−21.55", "2.5×10⁻⁶" and "2010": the pixels before what the points stand on, and after it.
std::pair<float, float> sides(ImFont* font, std::string_view words) {
    const std::size_t point = std::min({words.find('.'), words.find("×"), words.size()});
    return {text_width(font, words.substr(0, point)), text_width(font, words.substr(point))};
}

}  // namespace

NumberColumn::NumberColumn(ImFont* font, std::vector<double> values, float widest) : font_(font) {
    std::tie(before_, after_) = sides(font_, usual);
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    for (const double value : values)
        before_ = std::max(before_, sides(font_, format_number(value, most_digits)).first);
    for (const double value : values) after_ = std::max(after_, sides(font_, words_of(value, widest - before_)).second);
    after_ = std::clamp(after_, 0.0F, std::max(widest - before_, 0.0F));
}

std::string NumberColumn::words_of(double value, float room) const {
    std::string words = format_number(value, most_digits);
    for (int digits = most_digits - 1; digits > 0 && sides(font_, words).second > room; --digits) {
        // Fewer digits must not take away from what stands before the point.
        const std::string fewer = format_number(value, digits);
        if (sides(font_, fewer).first != sides(font_, words).first) break;
        words = fewer;
    }
    return words;
}

NumberColumn::Placed NumberColumn::placed(double value) const {
    std::string words = words_of(value, after_);
    const auto [before, after] = sides(font_, words);
    // What is too long all the same, or no number, ends where the column does.
    const float left = std::isfinite(value) && after <= after_ ? before_ - before : width() - before - after;
    return {std::move(words), left};
}

void NumberColumn::write(ImDrawList& list, ImVec2 at, double value, ImU32 color) const {
    const auto [words, left] = placed(value);
    thalweg::write(list, font_, {at.x + left, at.y}, color, words);
}

void NumberColumn::write_in_cell(double value, ImU32 color) const {
    const ImVec2 cell = ImGui::GetCursorScreenPos();
    const float free = std::max(ImGui::GetContentRegionAvail().x - width(), 0.0F);
    write(*ImGui::GetWindowDrawList(), {cell.x + free, cell.y}, value, color);
}

}  // namespace thalweg

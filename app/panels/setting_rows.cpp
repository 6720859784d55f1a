#include "app/panels/setting_rows.h"

#include <algorithm>

namespace thalweg {

std::vector<std::string> spoken_choices(std::string_view choices) {
    std::vector<std::string> words;
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find('|'), choices.size());
        words.push_back(spoken(choices.substr(0, end)));
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    return words;
}

void SettingRows::toggle_row(bool& value, const Setting& setting, bool after_toggle) {
    const std::string words = spoken(setting.name);
    const float half = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x / 2;
    const bool fits = text_width(panel_.fonts.caption, words) + panel_.px(40) < ImGui::GetContentRegionAvail().x / 2;
    const bool beside = after_toggle && fits && ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x < half;
    if (beside) ImGui::SameLine(half);
    toggle(panel_, words.c_str(), value);
    tooltip(panel_, setting.help);
    after_toggle_ = !beside;
}

void SettingRows::choice_row(int& chosen, const Setting& setting) {
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    text(panel_, spoken(setting.name), Tone::quiet, panel_.fonts.caption);
    tooltip(panel_, setting.help);
    ImGui::SameLine(left + panel_.px(look_.label_width));
    const std::vector<std::string> words = spoken_choices(setting.choices);
    const std::vector<std::string_view> views(words.begin(), words.end());
    segmented(panel_, std::string(setting.name).c_str(), views, chosen);
}

}  // namespace thalweg

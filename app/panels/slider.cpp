#include "app/panels/slider.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>

#include "app/panels/key_focus.h"
#include "app/panels/number_entry.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

bool logarithmic(const Setting& setting) {
    return setting.scale == Scale::logarithmic && setting.minimum > 0 && setting.maximum > setting.minimum;
}

/// Three significant digits: what a hand can mean when it drags.
double tidy(double value) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double unit = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(unit) && unit > 0 ? std::round(value * unit) / unit : value;
}

std::optional<double> accepted(std::string_view typed, const Limits& limits, bool whole) {
    const std::optional<double> number = read_number(typed);
    if (!number || !limits.contains(*number) || (whole && *number != std::round(*number))) return std::nullopt;
    return number;
}

/// A hundredth of the track further for each turn, or the next whole number.
double turned(const Setting& setting, double value, int turns, bool whole) {
    const double wanted = track_value(setting, track_share(setting, value) + 0.01 * turns);
    if (!whole) return wanted;
    const double next = value + (turns > 0 ? 1 : -1);
    return std::clamp(turns > 0 ? std::max(std::round(wanted), next) : std::min(std::round(wanted), next),
                      setting.minimum, setting.maximum);
}

void draw_track(const Panel& panel, ImVec2 left, float width, float share, bool lit) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float half = panel.px(1.5F), radius = panel.px(lit ? 6.5F : 5.5F);
    const float x = left.x + width * share;
    list.AddRectFilled({left.x, left.y - half}, {left.x + width, left.y + half},
                       pack(blend(panel.colors.panel, panel.colors.text, 0.16F)), half);
    list.AddRectFilled({left.x, left.y - half}, {x, left.y + half}, pack(panel.colors.accent.with_alpha(0.55F)), half);
    list.AddCircleFilled({x, left.y}, radius + panel.px(1.5F), pack(panel.colors.panel));
    list.AddCircleFilled({x, left.y}, radius, pack(panel.colors.accent));
}

void label(const Panel& panel, const Setting& setting, std::string_view name, float width, float height) {
    ImFont* const font = panel.fonts.caption;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, height});
    tooltip(panel, setting.help);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = corner.y + (height - font->FontSize) / 2;
    float x = corner.x;
    if (!setting.symbol.empty()) {
        write(list, font, {x, y}, pack(panel.colors.text), setting.symbol);
        x += std::max(text_width(font, setting.symbol) + panel.px(6), panel.px(20));
    }
    write(list, font, {x, y}, pack(panel.colors.quiet_text), shortened(font, name, corner.x + width - x - panel.px(4)));
    ImGui::SameLine(0, 0);
}

}  // namespace

std::string spoken(std::string_view name) {
    if (name == "webp") return "WebP";
    const auto capital = [](unsigned char c) { return static_cast<char>(std::toupper(c)); };
    std::string words(name);
    // What has no vowel is an abbreviation: CSV, MP4.
    if (name == "gif" || name == "dpi" || name.find_first_of("aeiouy_") == std::string_view::npos) {
        std::ranges::transform(words, words.begin(), capital);
        return words;
    }
    std::ranges::replace(words, '_', ' ');
    words[0] = capital(static_cast<unsigned char>(words[0]));
    return words;
}

double track_share(const Setting& setting, double value) {
    const double low = setting.minimum, high = setting.maximum;
    if (!(high > low)) return 0;
    const double share = logarithmic(setting) ? std::log(std::max(value, 1e-300) / low) / std::log(high / low)
                                              : (value - low) / (high - low);
    return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
}

double track_value(const Setting& setting, double share) {
    const double low = setting.minimum, high = setting.maximum;
    if (share <= 0) return low;
    if (share >= 1) return high;
    return std::clamp(tidy(logarithmic(setting) ? low * std::pow(high / low, share) : low + share * (high - low)), low,
                      high);
}

bool number_field(Panel& panel, const char* id, double& value, float width, const Limits& limits, bool whole) {
    std::array<char, 256> typed{};
    // Rounded for reading; exact from the moment in which it is taken hold of.
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::IsMouseClicked(0) &&
                         ImGui::IsMouseHoveringRect(corner, {corner.x + width, corner.y + ImGui::GetFrameHeight()});
    const KeyFocus& keys = panel.state.keys;
    const bool grasped = clicked || (keys.shown && keys.at == ImGui::GetID(id));
    const std::string now = whole || grasped ? exact_text(value) : format_number(value, 6);
    std::copy_n(now.data(), std::min(now.size(), typed.size() - 1), typed.data());

    ImGui::SetNextItemWidth(width);
    ImGui::PushFont(panel.fonts.caption);
    const bool edited = ImGui::InputText(id, typed.data(), typed.size(), ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopFont();
    typed_in_by_key(panel);
    panel.note_gesture();

    // While the field is held ImGui hands back what stands in it, readable or not.
    const std::optional<double> number = accepted(typed.data(), limits, whole);
    if (ImGui::IsItemActive() && !number) {
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), pack(panel.colors.error),
                                            panel.px(5), 0, panel.px(1.5F));
    }
    if (!edited || !number || *number == value) return false;
    value = *number;
    return true;
}

bool slider(Panel& panel, const Setting& setting, double& value, const SliderLook& look) {
    const double before = value;
    const float height = panel.px(24), gap = panel.px(10);
    const float whole_width = look.width > 0 ? look.width : ImGui::GetContentRegionAvail().x;
    const float label_width = std::min(panel.px(look.label_width), 0.5F * whole_width);
    const float number_width = panel.px(look.number_width);
    const float track = std::max(whole_width - label_width - number_width - 2 * gap, panel.px(12));

    ImGui::PushID(setting.name.data(), setting.name.data() + setting.name.size());
    if (look.label_width > 0) {
        const std::string name = look.spoken ? spoken(setting.name) : std::string(setting.name);
        label(panel, setting, name, label_width, height);
    }
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panel.px(6));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("track", {track, height});
    const bool held = ImGui::IsItemActive(), lit = held || ImGui::IsItemHovered();
    const TurnedByKey by_key = turned_by_key(panel);
    const ImGuiID typing_id = ImGui::GetID("typing");
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const bool to_type = ImGui::IsItemHovered() && ImGui::IsMouseClicked(0) &&
                         (ImGui::IsMouseDoubleClicked(0) || ImGui::GetIO().KeyCtrl);
    if (to_type || by_key.pressed) storage.SetInt(typing_id, 1);
    if (by_key.turns != 0) value = turned(setting, value, by_key.turns, look.whole);
    if (held && !to_type && storage.GetInt(typing_id) == 0) {
        const double wanted = track_value(setting, (ImGui::GetIO().MousePos.x - corner.x) / track);
        value = look.whole ? std::round(wanted) : wanted;
        panel.requests.gesture = true;
    }
    draw_track(panel, {corner.x, corner.y + height / 2}, track, static_cast<float>(track_share(setting, value)), lit);

    ImGui::SameLine(0, gap);
    const int typing = storage.GetInt(typing_id);
    if (typing > 0) {
        if (typing == 1) ImGui::SetKeyboardFocusHere();
        const Limits limits = setting.strict ? Limits{.low = setting.minimum, .high = setting.maximum} : setting.limits;
        number_field(panel, "##number", value, number_width, limits, look.whole);
        // The focus asked for arrives a frame later.
        storage.SetInt(typing_id, ImGui::IsItemActive() ? 3 : typing == 3 ? 0 : typing + 1);
    } else {
        ImFont* const font = panel.fonts.caption;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (ImGui::InvisibleButton("shown", {number_width, height})) storage.SetInt(typing_id, 1);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (ImGui::IsItemHovered()) {
            list.AddRectFilled(at, {at.x + number_width, at.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg),
                               panel.px(5));
        }
        const std::string shown = look.whole ? exact_text(value) : format_number(value);
        write(list, font,
              {at.x + number_width - text_width(font, shown) - panel.px(6), at.y + (height - font->FontSize) / 2},
              pack(panel.colors.text), shown);
    }
    ImGui::PopID();
    return value != before;
}

}  // namespace thalweg

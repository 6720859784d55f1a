#pragma once

#include <span>
#include <string_view>

#include "app/panels/icons.h"
#include "app/panels/panel.h"

namespace thalweg {

enum class Tone { normal, quiet, accent, error };
const Color& color_of(const Panel& panel, Tone tone);

/// One piece of text, on one line.
void text(const Panel& panel, std::string_view words, Tone tone = Tone::normal, ImFont* font = nullptr);
/// A sentence, wrapped at the edge of the window.
void paragraph(const Panel& panel, std::string_view words, Tone tone = Tone::normal, ImFont* font = nullptr);
/// As text, shortened with "…" to fit `width` pixels.
void text_within(const Panel& panel, std::string_view words, float width, Tone tone = Tone::normal,
                 ImFont* font = nullptr);
/// The words, shortened with "…" so that they are at most `width` pixels wide in this font.
std::string shortened(ImFont* font, std::string_view words, float width);
float text_width(ImFont* font, std::string_view words);
/// Writes into a draw list, in the font's own size.
void write(ImDrawList& list, ImFont* font, ImVec2 at, ImU32 color, std::string_view words);

/// Explains the item just drawn, once the pointer rests on it.
void tooltip(const Panel& panel, std::string_view words);

/// A place of this size, in pixels, that can be pressed with the pointer or with the keyboard. Draws nothing itself.
bool pressable(const Panel& panel, const char* id, ImVec2 size);

struct ButtonLook {
    bool enabled = true;
    bool on = false;  ///< what it switches is on
    float size = 28;  ///< design pixels
    float icon = 15;  ///< design pixels
};
bool icon_button(const Panel& panel, const char* id, Icon icon, std::string_view tip, const ButtonLook& look = {});

/// A button of words, with a thin frame.
bool text_button(const Panel& panel, const char* label, bool enabled = true);

/// A thin line over the upper or left edge of an area; the shorter side says which way it runs.
void hairline(const Panel& panel, const Area& area);

float tab_width(const Panel& panel, std::string_view label, ImFont* font);
/// A word that can be chosen, underlined while it is; `height` in pixels.
bool tab(const Panel& panel, const char* label, bool chosen, float height, ImFont* font);

/// A switch with its name.
bool toggle(const Panel& panel, const char* label, bool& value);

/// One of a few words, side by side; true when another was chosen.
bool segmented(const Panel& panel, const char* id, std::span<const std::string_view> choices, int& chosen);

/// A popup that hangs from the item just drawn; opens when `open` is true. Ends with ImGui::EndPopup when true.
bool popup_below(const Panel& panel, const char* id, bool open);

/// A row of a menu: words, and quiet words at the right, as a key.
bool menu_row(const Panel& panel, const char* label, std::string_view note = {}, bool chosen = false);

/// A small heading over a group of things.
void heading(const Panel& panel, std::string_view words);

}  // namespace thalweg

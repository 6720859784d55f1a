#include "app/panels/key_focus.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "app/panels/panel.h"

namespace thalweg {
namespace {

std::vector<KeyFocus::Id> within_reach(const std::vector<KeyFocus::Item>& items) {
    const bool front = std::ranges::any_of(items, &KeyFocus::Item::in_front);
    std::vector<KeyFocus::Id> ids;
    for (const KeyFocus::Item& item : items)
        if (item.in_front == front && std::ranges::find(ids, item.id) == ids.end()) ids.push_back(item.id);
    return ids;
}

/// Panels lie at the ground; popups and dialogs come to the front when they take the focus.
bool in_front() {
    const bool ground = (ImGui::GetCurrentWindow()->RootWindow->Flags & ImGuiWindowFlags_NoBringToFrontOnFocus) != 0;
    return !ground && ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
}

/// Whether the keyboard holds the item just drawn.
bool is_held(const Panel& panel) {
    KeyFocus& keys = panel.state.keys;
    const KeyFocus::Id id = ImGui::GetItemID();
    if (id == 0) return false;
    keys.items.push_back({id, in_front()});
    if (!keys.shown || keys.at != id) return false;
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const float gap = panel.px(2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddRect({low.x - gap, low.y - gap}, {high.x + gap, high.y + gap}, pack(panel.colors.accent), panel.px(6), 0,
                 panel.px(2));
    list.PopClipRect();
    if (std::exchange(keys.moved, false)) ImGui::SetScrollHereY();
    return true;
}

}  // namespace

void begin_key_focus(KeyFocus& keys) {
    const std::vector<KeyFocus::Item> drawn = std::exchange(keys.items, {});
    const int steps = std::exchange(keys.steps, 0);
    keys.slider = false;
    const std::vector<KeyFocus::Id> ids = within_reach(drawn);
    if (ids.empty()) return;
    auto place = std::ranges::find(ids, keys.at);
    const bool out_of_reach = place == ids.end();
    if (out_of_reach) {
        // A popup came up, or went, or what was held is no longer there.
        if (std::ranges::find(drawn, keys.at, &KeyFocus::Item::id) != drawn.end()) keys.behind = keys.at;
        place = std::ranges::find(ids, keys.behind);
        if (place == ids.end()) place = ids.begin();
        keys.at = *place;
        keys.press = false;
        keys.turns = 0;
    }
    keys.moved = out_of_reach || steps != 0;
    if (steps == 0) return;
    // The first step only shows what is held.
    if (!std::exchange(keys.shown, true) || out_of_reach) return;
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    keys.at = ids[static_cast<std::size_t>(((place - ids.begin()) + steps % count + count) % count)];
}

bool pressed_by_key(const Panel& panel) {
    return is_held(panel) && std::exchange(panel.state.keys.press, false);
}

TurnedByKey turned_by_key(const Panel& panel) {
    if (!is_held(panel)) return {};
    KeyFocus& keys = panel.state.keys;
    keys.slider = true;
    return {.turns = std::exchange(keys.turns, 0), .pressed = std::exchange(keys.press, false)};
}

void typed_in_by_key(const Panel& panel) {
    if (pressed_by_key(panel)) ImGui::SetKeyboardFocusHere(-1);
}

}  // namespace thalweg

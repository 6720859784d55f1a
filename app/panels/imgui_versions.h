#pragma once

#include <imgui.h>

#include <bit>
#include <cstdint>

// What Dear ImGui calls otherwise in its versions, from the 1.86 of Debian 12 to 1.91.
namespace thalweg {

/// An OpenGL texture as Dear ImGui knows it: an address, or since 1.91.4 a number.
inline ImTextureID texture_id(unsigned texture) {
    return std::bit_cast<ImTextureID>(std::uintptr_t{texture});
}

#if IMGUI_VERSION_NUM < 18700
inline constexpr ImGuiKey keypad_enter = ImGuiKey_KeyPadEnter;
inline bool is_pressed(ImGuiKey key, bool repeat = true) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeat);
}
#else
inline constexpr ImGuiKey keypad_enter = ImGuiKey_KeypadEnter;
inline bool is_pressed(ImGuiKey key, bool repeat = true) {
    return ImGui::IsKeyPressed(key, repeat);
}
#endif

/// How far an input field has scrolled to the right, in pixels.
float scrolled(const auto& field) {
    if constexpr (requires { field.ScrollX; })
        return field.ScrollX;
    else
        return field.Scroll.x;
}

/// The only list of commands that is drawn. `array` must live as long as `data`.
void set_only_list(auto& data, ImDrawList** array) {
    if constexpr (requires { data.CmdLists = array; })
        data.CmdLists = array;
    else
        data.CmdLists.push_back(*array);
    data.CmdListsCount = 1;
}

}  // namespace thalweg

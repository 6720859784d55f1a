#include "app/studio/key_names.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <utility>

namespace thalweg {
namespace {

constexpr auto named = std::to_array<std::pair<std::string_view, int>>({
    {"Space", GLFW_KEY_SPACE},   {",", GLFW_KEY_COMMA},
    {".", GLFW_KEY_PERIOD},      {"Home", GLFW_KEY_HOME},
    {"End", GLFW_KEY_END},       {"Page Up", GLFW_KEY_PAGE_UP},
    {"←", GLFW_KEY_LEFT},        {"Page Down", GLFW_KEY_PAGE_DOWN},
    {"→", GLFW_KEY_RIGHT},       {"↑", GLFW_KEY_UP},
    {"↓", GLFW_KEY_DOWN},        {"Delete", GLFW_KEY_DELETE},
    {"Esc", GLFW_KEY_ESCAPE},    {"+", GLFW_KEY_EQUAL},
    {"+", GLFW_KEY_KP_ADD},      {"−", GLFW_KEY_MINUS},
    {"−", GLFW_KEY_KP_SUBTRACT}, {"F1", GLFW_KEY_F1},
    {"F5", GLFW_KEY_F5},         {"F8", GLFW_KEY_F8},
    {"F11", GLFW_KEY_F11},       {"Insert", GLFW_KEY_INSERT},
    {"Tab", GLFW_KEY_TAB},
});

bool takes_off(std::string_view& name, std::string_view prefix) {
    if (!name.starts_with(prefix)) return false;
    name.remove_prefix(prefix.size());
    return true;
}

/// Letters and digits are GLFW's numbers of themselves.
bool is_character_key(std::string_view name) {
    return name.size() == 1 && ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= '0' && name[0] <= '9'));
}

bool matches(std::string_view name, int key) {
    if (is_character_key(name)) return key == name[0];
    return std::ranges::find(named, std::pair{name, key}) != named.end();
}

}  // namespace

bool is_key(std::string_view name, const KeyPressed& event, bool exactly) {
    const bool control = takes_off(name, "Ctrl "), shift = takes_off(name, "Shift ");
    if (control != ((event.modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0)) return false;
    const bool held = (event.modifiers & GLFW_MOD_SHIFT) != 0;
    if (exactly ? shift != held : shift && !held) return false;
    return matches(name, event.key);
}

bool names_key(std::string_view name) {
    takes_off(name, "Ctrl ");
    takes_off(name, "Shift ");
    return is_character_key(name) ||
           std::ranges::find(named, name, [](const auto& row) { return row.first; }) != named.end();
}

}  // namespace thalweg

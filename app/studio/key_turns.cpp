#include "app/studio/key_turns.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace thalweg {
namespace {

bool is_modifier(int key) {
    return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
}

}  // namespace

bool types_character(const KeyPressed& event) {
    constexpr int commanding = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    const bool character = event.key >= GLFW_KEY_SPACE && event.key <= GLFW_KEY_WORLD_2;
    return character && (event.modifiers & commanding) == 0;
}

bool KeyTurns::must_wait(const Event& event) {
    if (const auto* pressed = std::get_if<KeyPressed>(&event)) {
        command_down_ |= !is_modifier(pressed->key) && !types_character(*pressed);
        return false;
    }
    const bool comes_after =
        std::holds_alternative<KeyReleased>(event) || std::holds_alternative<CharacterTyped>(event);
    return command_down_ && comes_after;
}

}  // namespace thalweg

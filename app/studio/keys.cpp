#include "app/studio/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/studio/key_names.h"

namespace thalweg {
namespace {

const Action* action_of(const KeyPressed& event, bool exactly) {
    const auto all = actions();
    const auto action = std::ranges::find_if(all, [&](const Action& row) {
        return std::ranges::any_of(key_alternatives(row.keys),
                                   [&](std::string_view key) { return is_key(key, event, exactly); });
    });
    return action == all.end() ? nullptr : &*action;
}

}  // namespace

bool handle(const KeyPressed& event, KeyFocus& keys) {
    if (!keys.shown || (event.modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0) return false;
    switch (event.key) {
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
        case GLFW_KEY_SPACE:
            keys.press = true;
            return true;
        case GLFW_KEY_ESCAPE:
            keys.shown = false;
            return true;
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_UP:
            keys.turns += keys.slider ? 1 : 0;
            return keys.slider;
        case GLFW_KEY_LEFT:
        case GLFW_KEY_DOWN:
            keys.turns -= keys.slider ? 1 : 0;
            return keys.slider;
        default:
            return false;
    }
}

void handle(const KeyPressed& event, const ActionTargets& targets, bool typing) {
    const Action* action = action_of(event, true);
    if (action == nullptr) action = action_of(event, false);
    if (action == nullptr) return;
    if (!action->even_typing && (typing || (event.modifiers & GLFW_MOD_ALT) != 0)) return;
    action->perform(targets, action->held ? 1 : action->argument);
}

void handle(const KeyReleased& event, const ActionTargets& targets) {
    for (const Action& action : actions()) {
        if (action.held && is_key(action.keys, {event.key, 0}, true)) action.perform(targets, 0);
    }
}

void handle(const CharacterTyped& event, const ActionTargets& targets, bool typing) {
    if (typing) return;
    for (const Action& action : actions()) {
        if (action.keys == "?" && event.character == '?') action.perform(targets, action.argument);
    }
}

bool closes_popup(const KeyPressed& event) {
    return event.key == GLFW_KEY_ESCAPE;
}

bool is_nudge(const KeyPressed& event) {
    return event.key >= GLFW_KEY_RIGHT && event.key <= GLFW_KEY_UP;
}

}  // namespace thalweg

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/panels/interface.h"

namespace thalweg {

/// What an action acts upon.
struct ActionTargets {
    Session& session;
    InterfaceState& state;
    InterfaceRequests& requests;
    const Scene& scene;
    const Catalogue& catalogue;
};

/// The columns' headings in the list of keys.
enum class ActionGroup { time, landscape, views, presenting, program };

/// Something that can be done. The keys, their list and the command palette are all made from one table of these, so
/// that a key is said once.
struct Action {
    ActionGroup group = ActionGroup::program;
    std::string_view name;  ///< in the palette; empty: by key only
    /// "Ctrl Shift Z|Ctrl Y": names of keys with what is held down besides, and other keys that do the same. Empty:
    /// none.
    std::string_view keys;
    std::string_view meaning;  ///< in the list of keys, where neighbours of one meaning share a line; empty: not there
    /// argument: the row's own; of actions that last as long as their key is held: 1 when pressed, 0 when released.
    void (*perform)(const ActionTargets& on, int argument) = nullptr;
    int argument = 0;
    bool even_typing = false;  ///< also while a field has the keyboard
    bool held = false;         ///< lasts as long as the key is held
};

std::span<const Action> actions();

/// The key that the palette and tooltips show for an action: its first; empty when there is none of that name.
std::string_view key_of(std::string_view name);

/// The first key of the action of this meaning; empty when there is none.
std::string_view key_for(std::string_view meaning);

/// "Ctrl Shift Z|Ctrl Y" as its parts.
std::vector<std::string_view> key_alternatives(std::string_view keys);

/// A line of the list of keys.
struct KeyLine {
    std::string keys;
    std::string_view meaning;
};
std::vector<KeyLine> key_lines(ActionGroup group);

}  // namespace thalweg

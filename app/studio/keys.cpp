#include "app/studio/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <iterator>

#include "app/panels/transport.h"

namespace thalweg {
namespace {

void show_group(std::size_t number, const KeyTargets& to) {
    if (number >= to.catalogue.groups.size()) return;
    const std::string& group = to.catalogue.groups[number].id;
    to.state.group = group;
    const LandscapeEntry* shown = to.catalogue.find(to.session.landscape.id);
    const auto entries = to.catalogue.in_group(group);
    if (!entries.empty() && (shown == nullptr || shown->group != group))
        run_landscape(*entries.front(), to.session, to.state);
}

/// The landscape `by` places on in the group of the one shown, round and round.
void turn_page(int by, const KeyTargets& to) {
    const LandscapeEntry* shown = to.catalogue.find(to.session.landscape.id);
    std::string group = shown != nullptr ? shown->group : to.state.group;
    if (group.empty() && !to.catalogue.groups.empty()) group = to.catalogue.groups.front().id;
    const auto entries = to.catalogue.in_group(group);
    if (entries.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(entries.size());
    const auto place = std::ranges::find(entries, shown);
    // From a formula of one's own, either key leads to the first.
    const auto next = place == entries.end() ? 0 : ((place - entries.begin()) + by + count) % count;
    to.state.group = group;
    run_landscape(*entries[static_cast<std::size_t>(next)], to.session, to.state);
}

/// One hundredth of the domain, or a tenth of that.
void nudge(int right, int up, bool finely, const KeyTargets& to) {
    if (to.session.starts.empty()) return;
    const auto last = static_cast<int>(to.session.starts.size()) - 1;
    Start& start = to.session.starts[static_cast<std::size_t>(std::clamp(to.state.selected_start, 0, last))];
    const double share = finely ? 0.001 : 0.01;
    start.x += right * share * to.session.landscape.domain.width();
    start.y += up * share * to.session.landscape.domain.height();
}

void remove_selected_start(const KeyTargets& to) {
    auto& starts = to.session.starts;
    if (starts.size() < 2) return;
    const int selected = std::clamp(to.state.selected_start, 0, static_cast<int>(starts.size()) - 1);
    starts.erase(starts.begin() + selected);
    to.state.selected_start = std::max(0, selected - 1);
}

void look_at_pointer(const KeyTargets& to) {
    if (!to.state.pointer_over) return;
    to.requests.look_at = true;
    to.requests.look_x = to.state.pointer_x;
    to.requests.look_y = to.state.pointer_y;
}

void go_back(const KeyTargets& to) {
    InterfaceState& state = to.state;
    if (state.show_help)
        state.show_help = false;
    else if (state.show_settings)
        state.show_settings = false;
    else
        to.session.display.projector = false;
}

void enlarge_interface(double factor, const KeyTargets& to) {
    double& scale = to.session.display.interface_scale;
    scale = std::clamp(scale * factor, 0.5, 3.0);
}

void with_control(int key, bool shift, const KeyTargets& to) {
    switch (key) {
        case GLFW_KEY_Z:
            if (to.typing) return;  // the field undoes its own typing
            (shift ? to.requests.redo : to.requests.undo) = true;
            return;
        case GLFW_KEY_Y:
            if (!to.typing) to.requests.redo = true;
            return;
        case GLFW_KEY_S:
            to.save_session = true;
            return;
        case GLFW_KEY_Q:
            to.requests.quit = true;
            return;
        case GLFW_KEY_EQUAL:
        case GLFW_KEY_KP_ADD:
            enlarge_interface(1.1, to);
            return;
        case GLFW_KEY_MINUS:
        case GLFW_KEY_KP_SUBTRACT:
            enlarge_interface(1 / 1.1, to);
            return;
        default:
            return;
    }
}

void plain(int key, bool shift, const KeyTargets& to) {
    if (key >= GLFW_KEY_1 && key <= GLFW_KEY_9) return show_group(static_cast<std::size_t>(key - GLFW_KEY_1), to);
    Display& display = to.session.display;
    switch (key) {
        case GLFW_KEY_PAGE_UP:
            return turn_page(-1, to);
        case GLFW_KEY_PAGE_DOWN:
            return turn_page(+1, to);
        case GLFW_KEY_LEFT:
            return nudge(-1, 0, shift, to);
        case GLFW_KEY_RIGHT:
            return nudge(+1, 0, shift, to);
        case GLFW_KEY_DOWN:
            return nudge(0, -1, shift, to);
        case GLFW_KEY_UP:
            return nudge(0, +1, shift, to);
        case GLFW_KEY_DELETE:
            return remove_selected_start(to);
        case GLFW_KEY_SPACE:
            return toggle_play(to.session, to.state, to.scene);
        case GLFW_KEY_COMMA:
            return step_back(to.session, to.state);
        case GLFW_KEY_PERIOD:
            return step_forward(to.session, to.state, to.scene);
        case GLFW_KEY_HOME:
            return jump_to_start(to.session, to.state);
        case GLFW_KEY_END:
            return jump_to_end(to.session, to.state, to.scene);
        case GLFW_KEY_F:
            return look_at_pointer(to);
        case GLFW_KEY_R:
            to.requests.fit = true;
            return;
        case GLFW_KEY_T:
            display.theme = display.theme == Theme::dark ? Theme::light : Theme::dark;
            return;
        case GLFW_KEY_P:
            to.requests.screenshot = true;
            return;
        default:
            return;
    }
}

}  // namespace

void handle(const KeyPressed& event, const KeyTargets& targets) {
    const bool shift = (event.modifiers & GLFW_MOD_SHIFT) != 0;
    if ((event.modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0) return with_control(event.key, shift, targets);
    if (event.key == GLFW_KEY_F1) {
        targets.state.show_help = !targets.state.show_help;
        return;
    }
    if (event.key == GLFW_KEY_F11 || event.key == GLFW_KEY_F5) {
        targets.session.display.projector = !targets.session.display.projector;
        return;
    }
    if (targets.typing || (event.modifiers & GLFW_MOD_ALT) != 0) return;
    if (event.key == GLFW_KEY_ESCAPE) return go_back(targets);
    plain(event.key, shift, targets);
}

bool is_nudge(const KeyPressed& event) {
    return event.key >= GLFW_KEY_RIGHT && event.key <= GLFW_KEY_UP;
}

void handle(const CharacterTyped& event, const KeyTargets& targets) {
    if (event.character == '?' && !targets.typing) targets.state.show_help = !targets.state.show_help;
}

}  // namespace thalweg

#pragma once

#include <vector>

namespace thalweg {

struct Panel;

/// Which of the things in the panels the keyboard holds: Tab goes from one to the next in the order in which they are
/// drawn, Enter presses it, arrows move a slider. Of the moment, no part of the document.
struct KeyFocus {
    using Id = unsigned;  ///< ImGui's number of an item

    bool shown = false;  ///< the keyboard holds something, and a ring shows what
    Id at = 0;

    // What keys ask for until the next frame has done it.
    int steps = 0;  ///< to the next thing, or back
    bool press = false;
    int turns = 0;        ///< of a slider: up, or down
    bool slider = false;  ///< what is held can be turned
    bool moved = false;   ///< the keyboard holds another thing than in the last frame: that scrolls into sight

    struct Item {
        Id id = 0;
        bool in_front = false;  ///< in an open popup or dialog: then only such things can be held
    };
    std::vector<Item> items;  ///< drawn in this frame so far
    Id behind = 0;            ///< what was held when a popup or dialog came up
};

/// At the beginning of a frame: takes the steps that were asked for among what the last one has drawn.
void begin_key_focus(KeyFocus& keys);

/// To be called after an item that one can press: true when it was pressed with the keyboard. Draws the ring.
bool pressed_by_key(const Panel& panel);

/// To be called after the track of a slider: how often the keyboard has turned it, up or down, and whether it was
/// pressed, so that its number is to be typed.
struct TurnedByKey {
    int turns = 0;
    bool pressed = false;
};
TurnedByKey turned_by_key(const Panel& panel);

/// To be called after a field for text: lets the keyboard begin to type there.
void typed_in_by_key(const Panel& panel);

}  // namespace thalweg

#pragma once

#include <filesystem>
#include <variant>
#include <vector>

namespace thalweg {

enum class Button { left, middle, right };

/// Where the pointer went, in pixels of the window's framebuffer from the upper left corner.
struct PointerMoved {
    double x = 0, y = 0;
    bool shift = false;
};
struct PointerLeft {};
struct ButtonPressed {
    Button button = Button::left;
    bool shift = false;
    double time = 0;       ///< seconds; two presses close in time and place are a double-click
    bool control = false;  ///< makes the left button the right one, for mice and touchpads that have but one
};
struct ButtonReleased {
    Button button = Button::left;
};
/// steps > 0: nearer.
struct WheelTurned {
    double steps = 0;
};
/// A key as GLFW numbers it (GLFW_KEY_…), with GLFW's modifier bits; again and again while it is held.
struct KeyPressed {
    int key = 0, modifiers = 0;
};
struct KeyReleased {
    int key = 0;
};
/// A character, for keys whose place differs from keyboard to keyboard: '?'.
struct CharacterTyped {
    unsigned character = 0;
};
/// Files were let go over the window, all at once.
struct FilesDropped {
    std::vector<std::filesystem::path> files;
};
/// The window was resized, uncovered or focused: it must be drawn.
struct WindowChanged {};

using Event = std::variant<PointerMoved, PointerLeft, ButtonPressed, ButtonReleased, WheelTurned, KeyPressed,
                           KeyReleased, CharacterTyped, FilesDropped, WindowChanged>;

}  // namespace thalweg

#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// Begins a dialog in the middle of the window, as high as its content, with a heading and a cross that closes it.
/// width: design pixels, less where the window is narrow. After it: the content, then end_dialog().
void begin_dialog(Panel& panel, const char* id, std::string_view heading, float width, bool& open);
void end_dialog();

/// Whether the mouse is pressed in this frame outside of the window being drawn, which must not have just appeared. A
/// press on one of its own fields, buttons or scroll bars is none.
bool pressed_elsewhere();

}  // namespace thalweg

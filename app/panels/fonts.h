#pragma once

#include <string_view>

struct ImFont;

namespace thalweg {

/// The type sizes of the window, all in one atlas: Inter for words, its digits set at one width so that columns of
/// numbers align; Noto Sans Math, then DejaVu Sans, for the mathematics that Inter lacks; Noto Sans CJK for Chinese.
/// Sizes are in em, as designers count them, at scale 1.
struct Fonts {
    ImFont* body;               ///< 15 px; the default font
    ImFont* strong;             ///< 15 px, semibold
    ImFont* caption;            ///< 12 px
    ImFont* title;              ///< 20 px, semibold
    ImFont* projector_body;     ///< 28 px
    ImFont* projector_caption;  ///< 40 px
};

/// Fills the atlas of the current ImGui context, replacing what was there; the renderer's font texture must be made
/// anew afterwards. Must not be called between NewFrame and Render.
/// texts: everything that may be shown beyond Latin, Greek and mathematics; only characters found in it are taken from
/// the CJK font, so that the atlas stays small.
/// A machine without these fonts gets ImGui's own; nothing fails.
void load_fonts(float scale, std::string_view texts = {});

/// The fonts of the current context's atlas, as load_fonts made them.
Fonts fonts();

}  // namespace thalweg

#pragma once

#include <memory>
#include <string_view>

struct ImFont;
struct ImFontAtlas;

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

/// The fonts at one scale, for ImGui contexts to be given as theirs.
struct LoadedFonts {
    std::shared_ptr<ImFontAtlas> atlas;
    float scale = 0.0F;  ///< pixels per design pixel
};

/// Needs no ImGui context: any thread may load them, as long as there is none.
/// texts: everything that may be shown beyond Latin, Greek and mathematics; only characters found in it are taken from
/// the CJK font, so that the atlas stays small.
/// A machine without these fonts gets ImGui's own; nothing fails.
LoadedFonts load_fonts(float scale, std::string_view texts = {});

/// The fonts of the current ImGui context, whose atlas load_fonts made.
Fonts fonts();

}  // namespace thalweg

#pragma once

#include <memory>
#include <string_view>

struct ImFontAtlas;

namespace thalweg {

/// The window's type, drawn for one scale before there is an ImGui context: a start draws it on another thread while
/// the window is still opening, and gives it to the context that comes.
struct FontAtlas {
    struct Deleter {
        void operator()(ImFontAtlas* atlas) const;
    };
    float scale = 0.0F;  ///< as in load_fonts; 0: there is none
    std::unique_ptr<ImFontAtlas, Deleter> atlas;
};

/// The same fonts as load_fonts makes. While it works no other thread may use ImGui.
FontAtlas make_font_atlas(float scale, std::string_view texts = {});

}  // namespace thalweg

#pragma once

#include <imgui.h>

#include "app/document/session.h"
#include "app/panels/fonts.h"
#include "app/stage/font_texture.h"
#include "app/view/picture_part.h"

namespace thalweg {

/// Dear ImGui as the stage uses it: one context with its OpenGL 3 renderer, fonts and style. Everything is measured in
/// pixels of the framebuffer.
class Gui {
  public:
    /// fonts: already loaded, at the scale that is likely to be wanted; or none.
    explicit Gui(LoadedFonts fonts);
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;

    /// Loads fonts anew when the scale (pixels per design pixel) has changed; returns whether it did.
    bool set_look(Theme theme, float scale);

    void begin_frame(int width, int height);
    /// What is to be drawn.
    static ImDrawData& end_frame();

    /// Draws one list of its own, outside of any frame, into the bound framebuffer, which holds that part of a picture.
    void draw_alone(const PicturePart& part, const auto& fill) {
        ImDrawList list(ImGui::GetDrawListSharedData());
        begin_alone(list, part);
        fill(list);
        end_alone(list, part);
    }

    float scale() const { return scale_; }

  private:
    void make_renderer();
    static void begin_alone(ImDrawList& list, const PicturePart& part);
    static void end_alone(ImDrawList& list, const PicturePart& part);

    LoadedFonts fonts_;
    FontTexture type_;
    float scale_ = 0.0F;
};

}  // namespace thalweg

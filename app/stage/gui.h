#pragma once

#include <imgui.h>

#include <memory>

#include "app/document/session.h"
#include "app/panels/font_atlas.h"
#include "app/stage/font_texture.h"

namespace thalweg {

/// Dear ImGui as the stage uses it: one context with its OpenGL 3 renderer, fonts and style. Everything is measured in
/// pixels of the framebuffer.
class Gui {
  public:
    /// fonts: made ahead, for the scale that set_look will probably be asked for; or none.
    explicit Gui(FontAtlas fonts = {});
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;

    /// Makes the fonts anew when the scale (pixels per design pixel) has changed; returns whether it did.
    bool set_look(Theme theme, float scale);

    void begin_frame(int width, int height);
    /// What is to be drawn.
    static ImDrawData& end_frame();

    /// Draws one list of its own into the bound framebuffer, outside of any frame.
    void draw_alone(int width, int height, const auto& fill) {
        ImDrawList list(ImGui::GetDrawListSharedData());
        begin_alone(list, width, height);
        fill(list);
        end_alone(list, width, height);
    }

    float scale() const { return scale_; }

  private:
    static void make_renderer();
    static void begin_alone(ImDrawList& list, int width, int height);
    static void end_alone(ImDrawList& list, int width, int height);

    FontAtlas ahead_;  ///< used by the context for as long as it lives
    FontTexture type_;
    float scale_ = 0.0F;
};

}  // namespace thalweg

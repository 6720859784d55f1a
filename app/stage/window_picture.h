#pragma once

#include <imgui.h>

#include <filesystem>
#include <span>
#include <vector>

#include "app/gl/handle.h"
#include "app/gl/program.h"
#include "app/panels/interface.h"
#include "app/scene/palette.h"
#include "app/stage/damage.h"

namespace thalweg {

/// A finished picture to be shown in the window, below all panels.
struct ShownView {
    unsigned texture = 0;  ///< RGBA8, rows from the bottom
    Area area;             ///< whole pixels; as large as the texture
    bool fresh = false;    ///< drawn anew since the last frame
};

/// Copies a view's part within `box` into the framebuffer bound for drawing, which is `height` pixels high.
void copy_view(const ShownView& view, const PixelBox& box, int height);

/// The picture of the whole window, kept from frame to frame: only what has changed is drawn again.
class WindowPicture {
  public:
    explicit WindowPicture(const std::filesystem::path& shaders);

    /// Brings the picture up to date and copies it into the bound framebuffer. Clips the frame's draw lists.
    void draw(ImDrawData& frame, const Color& background, std::span<const ShownView> views);

    /// Everything is drawn next time, for instance because fonts have changed within their texture.
    void forget();

  private:
    void allocate(int width, int height);
    void copy_to(unsigned framebuffer) const;
    void draw_into_window() const;

    Damage damage_;
    gl::Framebuffer framebuffer_;
    gl::Texture pixels_;
    gl::Program shown_;
    gl::VertexArray corners_;  ///< none: the shader makes its own
    int width_ = 0, height_ = 0;
    Color background_;
    std::vector<Area> areas_;  ///< of the views in the last frame
};

}  // namespace thalweg

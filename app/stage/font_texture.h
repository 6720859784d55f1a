#pragma once

#include "app/gl/handle.h"

struct ImFontAtlas;

namespace thalweg {

/// The window's type as OpenGL keeps it: one byte of coverage a texel, where Dear ImGui's renderer would keep four,
/// which takes a software rasterizer longer to lay out than everything else that a first picture needs.
class FontTexture {
  public:
    /// Tells the atlas which texture it is. Needs a current OpenGL context.
    void upload(ImFontAtlas& atlas);

  private:
    gl::Texture texture_;
};

}  // namespace thalweg

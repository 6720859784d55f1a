#pragma once

#include <filesystem>
#include <span>

#include "app/gl/handle.h"
#include "app/gl/program.h"
#include "app/view/picture_part.h"
#include "app/view/sheet.h"

namespace thalweg {

/// Draws sheets over the bound framebuffer.
class SheetLayer {
  public:
    explicit SheetLayer(const std::filesystem::path& shaders);

    /// part: of the picture, which the framebuffer holds. depth: the texture against which depths are compared, as
    /// large as the part; what lies behind shines through with `hidden` of its opacity.
    void draw(std::span<const SheetCorner> corners, const PicturePart& part, unsigned depth, float hidden);

  private:
    gl::Program program_;
    gl::VertexArray array_ = gl::VertexArray::make();
    gl::Buffer corners_ = gl::Buffer::make();
};

}  // namespace thalweg

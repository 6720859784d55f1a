#pragma once

#include <filesystem>
#include <span>

#include "app/gl/handle.h"
#include "app/gl/program.h"
#include "app/view/sheet.h"

namespace thalweg {

/// Draws sheets over the bound framebuffer.
class SheetLayer {
  public:
    explicit SheetLayer(const std::filesystem::path& shaders);

    /// depth: the texture against which depths are compared, of width × height pixels; what lies behind shines through
    /// with `hidden` of its opacity.
    void draw(std::span<const SheetCorner> corners, int width, int height, unsigned depth, float hidden);

  private:
    gl::Program program_;
    gl::VertexArray array_ = gl::VertexArray::make();
    gl::Buffer corners_ = gl::Buffer::make();
};

}  // namespace thalweg

#pragma once

#include <filesystem>

#include "app/gl/handle.h"
#include "app/gl/program.h"
#include "app/view/ink.h"

namespace thalweg {

/// Draws Ink over the bound framebuffer.
class InkLayer {
  public:
    explicit InkLayer(const std::filesystem::path& shaders);

    /// depth: the texture against which depths are compared, of width × height pixels; what lies behind shines through
    /// with the opacity `hidden`. 0: nothing hides.
    void draw(const Ink& ink, int width, int height, unsigned depth, float hidden);

  private:
    /// One program with its instances.
    struct Kind {
        gl::Program program;
        gl::VertexArray array;
        gl::Buffer instances;
    };

    Kind stroke_, glyph_, arrow_;
};

}  // namespace thalweg

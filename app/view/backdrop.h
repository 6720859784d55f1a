#pragma once

#include <filesystem>

#include "app/gl/program.h"
#include "app/scene/palette.h"
#include "app/view/label.h"

namespace thalweg {

/// What lies behind everything; as a rule a very slow vertical gradient about the theme's background.
class Backdrop {
  public:
    explicit Backdrop(const std::filesystem::path& shaders);
    void draw(const Color& background, const ViewFrame& frame) const;

    /// Makes the bound framebuffer opaque wherever something solid has been drawn: its depth buffer knows where. For
    /// what is drawn over a transparent ground with alpha used for something else.
    void make_solid_opaque() const;

  private:
    gl::Program program_;
    gl::VertexArray empty_;
};

}  // namespace thalweg

#pragma once

#include <filesystem>

#include "app/gl/program.h"
#include "app/scene/palette.h"

namespace thalweg {

/// A very slow vertical gradient about the theme's background, behind everything.
class Backdrop {
  public:
    explicit Backdrop(const std::filesystem::path& shaders);
    void draw(const Color& background) const;

  private:
    gl::Program program_;
    gl::VertexArray empty_;
};

}  // namespace thalweg

#pragma once

#include <optional>

#include "app/gl/sample_texture.h"
#include "app/scene/palette.h"

namespace thalweg {

/// The colour map as shaders read it; uploads only when another one is chosen.
class ColorMapTexture {
  public:
    void update(Colormap map);
    void bind(int unit) const { texture_.bind(unit); }

  private:
    gl::SampleTexture texture_{gl::Filter::linear};
    std::optional<Colormap> shown_;
};

}  // namespace thalweg

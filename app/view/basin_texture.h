#pragma once

#include <memory>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/ensemble.h"

namespace thalweg {

/// A map of basins as shaders read it (basins.frag): in the place of the colours of heights, over the map's box.
class BasinTexture {
  public:
    /// nullptr: no basins are shown. Uploads only what is new.
    void update(const std::shared_ptr<const ColoredBasins>& basins);

    bool shown() const { return basins_ != nullptr; }
    /// Of what is shown.
    const Box& box() const { return basins_->map.box; }

    /// For the program in use. scale and offset: from the shader's own place to shares 0..1 of the map's box.
    void set(const gl::Program& program, int unit, float scale_x, float scale_y, float offset_x, float offset_y) const;

  private:
    std::shared_ptr<const ColoredBasins> basins_;
    gl::SampleTexture texture_{gl::Filter::linear};
};

}  // namespace thalweg

#pragma once

#include <memory>

#include "app/gl/program.h"
#include "app/gl/sample_texture.h"
#include "app/scene/ensemble.h"

namespace thalweg {

/// Maps of basins as shaders read them (basins.frag): in the place of the colours of heights, each over its box.
class BasinTexture {
  public:
    /// nullptr: no basins are shown. nearer lies over them, and may be nullptr, too. Uploads only what is new.
    void update(const std::shared_ptr<const ColoredBasins>& basins,
                const std::shared_ptr<const ColoredBasins>& nearer = nullptr);

    bool shown() const { return whole_.basins != nullptr; }

    /// For the program in use; takes two texture units. seen: what the shader's own place, 0..1, spans of the plane.
    void set(const gl::Program& program, int unit, const Box& seen) const;

  private:
    struct Sheet {
        std::shared_ptr<const ColoredBasins> basins;
        gl::SampleTexture texture{gl::Filter::linear};
        void update(const std::shared_ptr<const ColoredBasins>& wanted);
    };
    Sheet whole_, nearer_;
};

}  // namespace thalweg

#pragma once

#include <span>

#include "app/gl/handle.h"

namespace thalweg::gl {

/// How values between samples are found.
enum class Filter { nearest, linear };

/// Numbers for shaders to read: columns × rows samples of 1 to 4 channels, clamped at the edges. Storage is reused
/// while the shape stays.
class SampleTexture {
  public:
    explicit SampleTexture(Filter filter) : filter_(filter) {}

    /// samples: rows × columns × channels, 32-bit floats.
    void upload(int columns, int rows, int channels, std::span<const float> samples);

    /// Makes it what the shader's sampler of that unit reads.
    void bind(int unit) const;

  private:
    Filter filter_;
    Texture texture_;
    int columns_ = 0, rows_ = 0, channels_ = 0;
};

}  // namespace thalweg::gl

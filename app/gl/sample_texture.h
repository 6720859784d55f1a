#pragma once

#include <cstdint>
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
    /// samples: bytes, which shaders read as 0..1.
    void upload(int columns, int rows, int channels, std::span<const std::uint8_t> samples);

    /// Makes it what the shader's sampler of that unit reads.
    void bind(int unit) const;

  private:
    struct Shape {
        int columns = 0, rows = 0;
        int storage = 0;  ///< OpenGL's name of the kind of numbers
        bool operator==(const Shape&) const = default;
    };
    void put(const Shape& shape, unsigned format, unsigned type, const void* samples);

    Filter filter_;
    Texture texture_;
    Shape shape_;
};

}  // namespace thalweg::gl

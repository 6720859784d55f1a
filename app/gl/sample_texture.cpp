#include "app/gl/sample_texture.h"

#include <glad/gl.h>

#include <array>
#include <cstddef>

namespace thalweg::gl {
namespace {

constexpr std::array<GLenum, 5> formats = {0, GL_RED, GL_RG, GL_RGB, GL_RGBA};
constexpr std::array<GLint, 5> of_floats = {0, GL_R32F, GL_RG32F, GL_RGB32F, GL_RGBA32F};
constexpr std::array<GLint, 5> of_bytes = {0, GL_R8, GL_RG8, GL_RGB8, GL_RGBA8};

}  // namespace

void SampleTexture::upload(int columns, int rows, int channels, std::span<const float> samples) {
    const auto channel = static_cast<std::size_t>(channels);
    put({columns, rows, of_floats[channel]}, formats[channel], GL_FLOAT, samples.data());
}

void SampleTexture::upload(int columns, int rows, int channels, std::span<const std::uint8_t> samples) {
    const auto channel = static_cast<std::size_t>(channels);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    put({columns, rows, of_bytes[channel]}, formats[channel], GL_UNSIGNED_BYTE, samples.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

void SampleTexture::put(const Shape& shape, unsigned format, unsigned type, const void* samples) {
    if (texture_.id() == 0) texture_ = Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    if (shape == shape_) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, shape.columns, shape.rows, format, type, samples);
        return;
    }
    glTexImage2D(GL_TEXTURE_2D, 0, shape.storage, shape.columns, shape.rows, 0, format, type, samples);
    const GLint filter = filter_ == Filter::linear ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    shape_ = shape;
}

void SampleTexture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, texture_.id());
}

}  // namespace thalweg::gl

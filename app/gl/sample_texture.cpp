#include "app/gl/sample_texture.h"

#include <glad/gl.h>

#include <array>

namespace thalweg::gl {

void SampleTexture::upload(int columns, int rows, int channels, std::span<const float> samples) {
    constexpr std::array<GLenum, 5> formats = {0, GL_RED, GL_RG, GL_RGB, GL_RGBA};
    constexpr std::array<GLint, 5> internal = {0, GL_R32F, GL_RG32F, GL_RGB32F, GL_RGBA32F};
    const auto channel = static_cast<std::size_t>(channels);
    const bool same_shape = columns == columns_ && rows == rows_ && channels == channels_;
    if (texture_.id() == 0) texture_ = Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    if (same_shape) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, columns, rows, formats[channel], GL_FLOAT, samples.data());
        return;
    }
    glTexImage2D(GL_TEXTURE_2D, 0, internal[channel], columns, rows, 0, formats[channel], GL_FLOAT, samples.data());
    const GLint filter = filter_ == Filter::linear ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    columns_ = columns;
    rows_ = rows;
    channels_ = channels;
}

void SampleTexture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, texture_.id());
}

}  // namespace thalweg::gl

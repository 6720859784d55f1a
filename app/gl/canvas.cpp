#include "app/gl/canvas.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <stdexcept>

namespace thalweg::gl {
namespace {

Texture picture_texture(int width, int height, GLint internal, GLenum format, GLenum type) {
    Texture texture = Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, internal, width, height, 0, format, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    if (format == GL_DEPTH_COMPONENT)
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

Renderbuffer picture_buffer(int width, int height, int samples, GLenum internal) {
    Renderbuffer buffer = Renderbuffer::make();
    glBindRenderbuffer(GL_RENDERBUFFER, buffer.id());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, internal, width, height);
    return buffer;
}

void require_complete(int width, int height) {
    bool failed = glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE;
    while (glGetError() != GL_NO_ERROR) failed = true;
    if (failed) {
        throw std::runtime_error(
            fmt::format("the graphics driver cannot hold a picture of {} x {} pixels", width, height));
    }
}

}  // namespace

void Canvas::allocate() {
    color_ = picture_texture(width_, height_, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
    if (solid_) depth_ = picture_texture(width_, height_, GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT);
    ground_ = Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, ground_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.id(), 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth_.id(), 0);
    require_complete(width_, height_);
    picture_ = picture_texture(width_, height_, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
    overlay_ = Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, overlay_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_.id(), 0);
    require_complete(width_, height_);
}

void Canvas::allocate_multisampled() {
    multisampled_color_ = picture_buffer(width_, height_, samples_, GL_RGBA8);
    if (solid_) multisampled_depth_ = picture_buffer(width_, height_, samples_, GL_DEPTH_COMPONENT32F);
    multisampled_ = Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, multisampled_.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, multisampled_color_.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, multisampled_depth_.id());
    require_complete(width_, height_);
    multisampled_width_ = width_;
    multisampled_height_ = height_;
    multisampled_samples_ = samples_;
}

void Canvas::begin_ground(int width, int height, int samples) {
    const bool resized = width != width_ || height != height_;
    width_ = width;
    height_ = height;
    samples_ = samples;
    if (resized) allocate();
    if (samples > 1 &&
        (width != multisampled_width_ || height != multisampled_height_ || samples != multisampled_samples_)) {
        allocate_multisampled();
    }
    glBindFramebuffer(GL_FRAMEBUFFER, samples > 1 ? multisampled_.id() : ground_.id());
    glViewport(0, 0, width, height);
}

void Canvas::copy(const Framebuffer& from, const Framebuffer& to, unsigned buffers) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.id());
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, buffers, GL_NEAREST);
}

void Canvas::end_ground() {
    const unsigned buffers = GL_COLOR_BUFFER_BIT | (solid_ ? GL_DEPTH_BUFFER_BIT : 0U);
    if (samples_ > 1) copy(multisampled_, ground_, buffers);
}

void Canvas::begin_overlay() {
    copy(ground_, overlay_, GL_COLOR_BUFFER_BIT);
    glBindFramebuffer(GL_FRAMEBUFFER, overlay_.id());
    glViewport(0, 0, width_, height_);
}

KeepTarget::KeepTarget() {
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_);
    glGetIntegerv(GL_VIEWPORT, viewport_);
}

KeepTarget::~KeepTarget() {
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glUseProgram(0);
    glBindVertexArray(0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

int largest_picture() {
    GLint texture = 0, renderbuffer = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    return std::min(texture, renderbuffer);
}

}  // namespace thalweg::gl

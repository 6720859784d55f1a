#include "app/stage/window_picture.h"

#include <glad/gl.h>
#include <imgui/backends/imgui_impl_opengl3.h>

#include <algorithm>

namespace thalweg {
namespace {

PixelBox box_of(const Area& area) {
    const int left = static_cast<int>(area.x), top = static_cast<int>(area.y);
    return {left, top, left + static_cast<int>(area.width), top + static_cast<int>(area.height)};
}

void clear(const PixelBox& box, const Color& color, int height) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(box.left, height - box.bottom, box.right - box.left, box.bottom - box.top);
    glClearColor(color.r, color.g, color.b, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace

void copy_view(const ShownView& view, const PixelBox& box, int height) {
    const PixelBox area = box_of(view.area), part = intersection(area, box);
    if (part.empty()) return;
    GLint read_before = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_before);
    const gl::Framebuffer reader = gl::Framebuffer::make();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, reader.id());
    glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, view.texture, 0);
    glBlitFramebuffer(part.left - area.left, area.bottom - part.bottom, part.right - area.left, area.bottom - part.top,
                      part.left, height - part.bottom, part.right, height - part.top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(read_before));
}

WindowPicture::WindowPicture(const std::filesystem::path& shaders)
    : shown_(shaders, {"map.vert", "picture.frag"}), corners_(gl::VertexArray::make()) {}

void WindowPicture::forget() {
    damage_.forget();
}

void WindowPicture::allocate(int width, int height) {
    width_ = width;
    height_ = height;
    pixels_ = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, pixels_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    framebuffer_ = gl::Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, pixels_.id(), 0);
}

void WindowPicture::copy_to(unsigned framebuffer) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

/// The window's rows run the other way in memory, so that Mesa copies with a shader; which it compiles anew at every
/// start, while it keeps ours.
void WindowPicture::draw_into_window() const {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    const auto width = static_cast<float>(width_), height = static_cast<float>(height_);
    glViewport(0, 0, width_, height_);
    shown_.use();
    shown_.set("area", 0.0F, 0.0F, width, height);
    shown_.set("part", 0.0F, 0.0F, width, height);
    shown_.set("picture", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, pixels_.id());
    glBindVertexArray(corners_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindVertexArray(0);
    glBindTexture(GL_TEXTURE_2D, 0);
    glUseProgram(0);
}

void WindowPicture::draw(ImDrawData& frame, const Color& background, std::span<const ShownView> views) {
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    const int width = static_cast<int>(frame.DisplaySize.x), height = static_cast<int>(frame.DisplaySize.y);
    const bool moved = !std::ranges::equal(views, areas_, {}, &ShownView::area);
    if (width != width_ || height != height_ || background != background_ || moved) forget();
    if (width != width_ || height != height_) allocate(width, height);
    background_ = background;
    areas_.clear();
    for (const ShownView& view : views) areas_.push_back(view.area);

    std::vector<PixelBox> boxes = damage_.since_last(frame);
    for (const ShownView& view : views)
        if (view.fresh) boxes.push_back(intersection(box_of(view.area), {0, 0, width, height}));
    boxes = disjoint(boxes);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
    for (const PixelBox& box : boxes) {
        // Where a view is copied in anyway, a software rasterizer saves a good part of a frame's time.
        const bool covered = std::ranges::any_of(
            views, [&](const ShownView& view) { return intersection(box_of(view.area), box) == box; });
        if (!covered) clear(box, background, height);
        for (const ShownView& view : views) copy_view(view, box, height);
    }
    clip(frame, boxes);
    ImGui_ImplOpenGL3_RenderDrawData(&frame);

    if (target == 0)
        draw_into_window();
    else
        copy_to(static_cast<GLuint>(target));
}

}  // namespace thalweg

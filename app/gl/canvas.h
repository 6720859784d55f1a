#pragma once

#include "app/gl/handle.h"

namespace thalweg::gl {

/// A picture in the making: a framebuffer with colour and depth, multisampled or not, that ends as two textures, colour
/// (RGBA8) and depth, of width × height pixels. Storage is kept from frame to frame while the size stays.
class Canvas {
  public:
    /// Binds the framebuffer for solid things: colour and depth, `samples` a pixel (1: none of that); contents
    /// undefined. Throws std::runtime_error when the driver cannot hold a picture of that size.
    void begin(int width, int height, int samples);

    /// Ends the solid things: brings colour and depth into the textures and binds colour alone, so that what is drawn
    /// over the picture may read the depth.
    void begin_overlay();

    unsigned color() const { return color_.id(); }
    unsigned depth() const { return depth_.id(); }

  private:
    void allocate();
    void allocate_multisampled();

    int width_ = 0, height_ = 0, samples_ = 0;
    int multisampled_width_ = 0, multisampled_height_ = 0, multisampled_samples_ = 0;
    Texture color_, depth_;
    Framebuffer solid_, overlay_, multisampled_;
    Renderbuffer multisampled_color_, multisampled_depth_;
};

/// Remembers the bound framebuffer and the viewport, and at its end puts both back and OpenGL's other switches that the
/// views turn to where OpenGL starts: no blending, no depth test, no program.
class KeepTarget {
  public:
    KeepTarget();
    ~KeepTarget();
    KeepTarget(const KeepTarget&) = delete;
    KeepTarget& operator=(const KeepTarget&) = delete;

  private:
    int framebuffer_ = 0;
    int viewport_[4] = {};
};

/// The largest picture side the driver takes, in pixels.
int largest_picture();

}  // namespace thalweg::gl

#pragma once

#include "app/gl/handle.h"

namespace thalweg::gl {

/// A picture in two coats. The ground: things with depth or without, multisampled or not. The overlay: what is drawn
/// over a copy of the ground, and may read its depth. The ground stays, so that a picture in which only the overlay has
/// changed costs little. Storage is kept from frame to frame while the size stays.
class Canvas {
  public:
    /// Whether things in the ground hide one another, by their depths.
    enum class Ground { solid, flat };
    explicit Canvas(Ground ground = Ground::solid) : solid_(ground == Ground::solid) {}

    /// Binds the framebuffer for the ground: colour and depth if it is solid, `samples` a pixel (1: none of that);
    /// contents undefined. Throws std::runtime_error when the driver cannot hold a picture of that size.
    void begin_ground(int width, int height, int samples);
    /// Brings what was drawn into the textures.
    void end_ground();

    /// Copies the ground's colours into the picture and binds that.
    void begin_overlay();

    /// The finished picture: RGBA8.
    unsigned picture() const { return picture_.id(); }
    /// Of a solid ground, one sample a pixel; looking it up compares (sampler2DShadow: 1 where the other depth is not
    /// greater).
    unsigned depth() const { return depth_.id(); }

  private:
    void allocate();
    void allocate_multisampled();
    void copy(const Framebuffer& from, const Framebuffer& to, unsigned buffers) const;

    bool solid_;
    int width_ = 0, height_ = 0, samples_ = 0;
    int multisampled_width_ = 0, multisampled_height_ = 0, multisampled_samples_ = 0;
    Texture color_, depth_, picture_;
    Framebuffer ground_, overlay_, multisampled_;
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

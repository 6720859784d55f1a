#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/label.h"
#include "app/view/overlay.h"
#include "app/view/plane_point.h"

namespace thalweg {

/// The 3D surface: draws into a framebuffer of its own, whose texture whoever joins views and panels shows.
class SurfaceView {
  public:
    /// shaders: the folder with the shader files. Needs a current OpenGL 3.3 core context, here and in every call.
    /// Throws std::runtime_error when a shader does not build.
    explicit SurfaceView(const std::filesystem::path& shaders);
    ~SurfaceView();

    /// How far the landscape has grown, 0..1, out of the one that it takes the place of; 1 at first.
    void set_morph(float share);

    /// Brings what has changed to the graphics card. draw() begins with it; apart, it can be timed.
    void upload(const Session& session, const Scene& scene, const ViewFrame& frame);

    /// Draws; the picture is texture() afterwards (RGBA8, width × height, rows from the bottom). Always from the same
    /// scene: what has changed is known by its revisions.
    void draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
              const Overlay* overlay = nullptr);
    unsigned texture() const;
    const std::vector<Label>& labels() const;

    /// The plane's point under a pixel (from the upper left): where the ray meets the surface itself, not its mesh.
    static std::optional<PlanePoint> pick(const Session& session, const Scene& scene, const ViewFrame& frame, double px,
                                          double py);
    /// Pixel of the surface's point above (x, y); nullopt behind the camera or where f is undefined.
    static std::optional<PixelPoint> project(const Session& session, const Scene& scene, const ViewFrame& frame,
                                             double x, double y);

  private:
    struct Layers;
    std::unique_ptr<Layers> layers_;
};

}  // namespace thalweg

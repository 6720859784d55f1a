#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/label.h"
#include "app/view/overlay.h"
#include "app/view/plane_point.h"

namespace thalweg {

/// The contour map, seen from above: colours, level lines, arrows, trajectories, axes. As SurfaceView.
class ContourView {
  public:
    explicit ContourView(const std::filesystem::path& shaders);
    ~ContourView();

    /// As SurfaceView.
    void set_morph(float share);

    void upload(const Session& session, const Scene& scene, const ViewFrame& frame);
    void draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
              const Overlay* overlay = nullptr);
    unsigned texture() const;
    const std::vector<Label>& labels() const;

    /// Width and height of the plot area in pixels, which is what Scene::update wants to know: the picture without the
    /// margins for the axes' numbers and the colour bar.
    static std::array<int, 2> plot_size(const Session& session, const ViewFrame& frame);

    /// Exact both ways; the plot area leaves margins for the axes' numbers.
    static PlanePoint pick(const Session& session, const ViewFrame& frame, double px, double py);
    static PixelPoint project(const Session& session, const ViewFrame& frame, double x, double y);

  private:
    struct Layers;
    std::unique_ptr<Layers> layers_;
};

}  // namespace thalweg

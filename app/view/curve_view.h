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

/// A formula of one variable as what it is: the curve y = f(x), with the steps as hops along it, the tangents at the
/// optimizers' points, and where it falls and rises. As SurfaceView. Of the session's map it shows the range of x.
class CurveView {
  public:
    explicit CurveView(const std::filesystem::path& shaders);
    ~CurveView();

    void set_morph(float share);
    void draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
              const Overlay* overlay = nullptr);
    unsigned texture() const;
    const std::vector<Label>& labels() const;

    /// The place of the plane that a pixel means: its x, exactly, and y = 0, which has no influence.
    static PlanePoint pick(const Session& session, const ViewFrame& frame, double px, double py);
    /// Pixel of the curve's point at x. What lies above or below the plot appears at its edge, so that it can be
    /// taken hold of; where f is not defined, at its foot.
    static PixelPoint project(const Session& session, const Scene& scene, const ViewFrame& frame, double x);
    /// Pixel of the handle of an end of the domain.
    static PixelPoint end(const Session& session, const ViewFrame& frame, double x);

  private:
    struct Layers;
    std::unique_ptr<Layers> layers_;
};

}  // namespace thalweg

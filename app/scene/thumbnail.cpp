#include "app/scene/thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/scene/curve.h"
#include "app/scene/curve_thumbnail.h"
#include "app/scene/landscape_part.h"
#include "app/scene/raster.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

constexpr int samples_per_side = 129;
/// The domain spans [-1, 1]² and heights 0..1 this much.
constexpr double relief = 0.75;
constexpr double elevation = 0.55;  // radians
constexpr double margin = 0.96;
constexpr double ambient = 0.32;

using Vector = std::array<double, 3>;

double dot(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// Parallel projection from the first camera's azimuth.
struct Viewpoint {
    Vector right, up, light;

    Viewpoint() {
        const double azimuth = CameraPose{}.azimuth;
        const double sine = std::sin(azimuth), cosine = std::cos(azimuth);
        const double rise = std::sin(elevation), level = std::cos(elevation);
        right = {cosine, sine, 0};
        up = {-sine * rise, cosine * rise, level};
        const Vector towards_eye = {sine * level, -cosine * level, rise};
        for (std::size_t i = 0; i < 3; ++i) light[i] = -0.55 * right[i] + 0.6 * up[i] + 0.58 * towards_eye[i];
    }
};

/// The surface in small cells, painted from far to near.
class SurfacePainter {
  public:
    SurfacePainter(const SurfaceGrid& grid, const HeightScale& scale, const std::array<Color, 256>& colors)
        : grid_(grid), scale_(scale), colors_(colors) {}

    void paint(Raster& canvas) const {
        const int width = canvas.width(), height = canvas.height();
        const double half_width = std::abs(view_.right[0]) + std::abs(view_.right[1]);
        const double half_height = std::abs(view_.up[0]) + std::abs(view_.up[1]) + relief / 2 * view_.up[2];
        const double scale = margin / 2 * std::min(width / half_width, height / half_height);
        const auto corner = [&](int column, int row) {
            const Vector point = {2.0 * column / (grid_.columns - 1) - 1, 2.0 * row / (grid_.rows - 1) - 1,
                                  relief * (shown_height(column, row) - 0.5)};
            return Corner{width / 2.0 + scale * dot(point, view_.right), height / 2.0 - scale * dot(point, view_.up)};
        };
        // The eye is on the side of small x and small y.
        for (int row = grid_.rows - 2; row >= 0; --row) {
            for (int column = grid_.columns - 2; column >= 0; --column) {
                const auto color = cell_color(column, row);
                if (!color) continue;
                const Corner a = corner(column, row), b = corner(column + 1, row);
                const Corner c = corner(column, row + 1), d = corner(column + 1, row + 1);
                canvas.fill(a, b, d, *color);
                canvas.fill(a, d, c, *color);
            }
        }
    }

  private:
    std::size_t index(int column, int row) const { return Raster::place_of(column, row, grid_.columns); }

    double shown_height(int column, int row) const {
        return std::clamp(scale_.height(grid_.values[index(column, row)]), 0.0, 1.0);
    }

    /// nullopt where a corner is undefined.
    std::optional<PixelColor> cell_color(int column, int row) const {
        const double height = (shown_height(column, row) + shown_height(column + 1, row) +
                               shown_height(column, row + 1) + shown_height(column + 1, row + 1)) /
                              4;
        if (std::isnan(height)) return std::nullopt;
        const std::size_t i = index(column, row);
        const double slope = scale_.slope(grid_.values[i]) * relief / 2;
        Vector normal = {-slope * grid_.dx[i] * grid_.box.width(), -slope * grid_.dy[i] * grid_.box.height(), 1};
        const double length = std::sqrt(dot(normal, normal));
        if (!std::isfinite(length)) normal = {0, 0, 1};
        const double facing = std::max(dot(normal, view_.light) / (std::isfinite(length) ? length : 1.0), 0.0);
        const auto light = static_cast<float>(ambient + (1.15 - ambient) * facing);
        const Color& color = colors_[static_cast<std::size_t>(std::lround(height * 255))];
        return PixelColor{color.r * light, color.g * light, color.b * light, 1};
    }

    const SurfaceGrid& grid_;
    const HeightScale& scale_;
    const std::array<Color, 256>& colors_;
    Viewpoint view_;
};

}  // namespace

Thumbnail make_thumbnail(const LandscapeChoice& choice, Colormap map, int width, int height) {
    Thumbnail picture{.width = std::max(width, 1), .height = std::max(height, 1), .pixels = {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    LandscapeMaker maker;
    maker.update(choice);
    if (maker.part().landscape == nullptr) return picture;

    Raster canvas(picture.width, picture.height);
    if (is_curve(maker.part())) {
        paint_curve(canvas, maker.part(), choice.height_scale, colormap(map));
        canvas.reduce_to(picture);
        return picture;
    }
    const SurfaceGrid grid = sample_grid(*maker.part().landscape, maker.part().domain, samples_per_side,
                                         samples_per_side, Derivatives::with);
    const HeightScale scale = fit_height_scale(choice.height_scale, grid.values);
    SurfacePainter(grid, scale, colormap(map)).paint(canvas);
    canvas.reduce_to(picture);
    return picture;
}

}  // namespace thalweg

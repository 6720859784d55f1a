#include "app/scene/thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/scene/landscape_part.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

constexpr int canvas_pixels_per_pixel = 3;  // on each side, averaged in the end: smooth edges
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

/// Place of an element among rows of equal length.
std::size_t place_of(int column, int row, int columns) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
}

struct PixelColor {
    float r = 0, g = 0, b = 0, a = 0;
};

struct Corner {
    double x = 0, y = 0;  ///< canvas pixels, y downwards
};

class Canvas {
  public:
    Canvas(int width, int height)
        : width_(width), height_(height), pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    /// Fills the pixels whose centres lie in the triangle, whichever way it turns.
    void fill(const Corner& a, const Corner& b, const Corner& c, const PixelColor& color) {
        const auto first = [](double low) { return static_cast<int>(std::ceil(low - 0.5)); };
        const int x0 = std::max(first(std::min({a.x, b.x, c.x})), 0),
                  y0 = std::max(first(std::min({a.y, b.y, c.y})), 0);
        const int x1 = std::min(first(std::max({a.x, b.x, c.x})), width_ - 1);
        const int y1 = std::min(first(std::max({a.y, b.y, c.y})), height_ - 1);
        const auto side = [](const Corner& p, const Corner& q, double x, double y) {
            return (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x);
        };
        for (int row = y0; row <= y1; ++row) {
            for (int column = x0; column <= x1; ++column) {
                const double x = column + 0.5, y = row + 0.5;
                const double ab = side(a, b, x, y), bc = side(b, c, x, y), ca = side(c, a, x, y);
                const bool inside = (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
                if (inside) pixels_[place_of(column, row, width_)] = color;
            }
        }
    }

    const PixelColor& at(int column, int row) const { return pixels_[place_of(column, row, width_)]; }

  private:
    int width_, height_;
    std::vector<PixelColor> pixels_;
};

/// The surface in small cells, painted from far to near.
class SurfacePainter {
  public:
    SurfacePainter(const SurfaceGrid& grid, const HeightScale& scale, const std::array<Color, 256>& colors)
        : grid_(grid), scale_(scale), colors_(colors) {}

    void paint(Canvas& canvas, int width, int height) const {
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
    std::size_t index(int column, int row) const { return place_of(column, row, grid_.columns); }

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

std::uint8_t byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
}

/// Averages the canvas down to the picture.
void reduce(const Canvas& canvas, Thumbnail& picture) {
    constexpr int n = canvas_pixels_per_pixel;
    std::uint8_t* pixel = picture.pixels.data();
    for (int row = 0; row < picture.height; ++row) {
        for (int column = 0; column < picture.width; ++column, pixel += 4) {
            PixelColor sum;
            for (int k = 0; k < n * n; ++k) {
                const PixelColor& p = canvas.at(column * n + k % n, row * n + k / n);
                sum.r += p.r;
                sum.g += p.g;
                sum.b += p.b;
                sum.a += p.a;
            }
            if (sum.a == 0) continue;
            pixel[0] = byte(sum.r / sum.a);
            pixel[1] = byte(sum.g / sum.a);
            pixel[2] = byte(sum.b / sum.a);
            pixel[3] = byte(sum.a / (n * n));
        }
    }
}

}  // namespace

Thumbnail make_thumbnail(const LandscapeChoice& choice, Colormap map, int width, int height) {
    Thumbnail picture{.width = std::max(width, 1), .height = std::max(height, 1), .pixels = {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    LandscapeMaker maker;
    maker.update(choice);
    if (maker.part().landscape == nullptr) return picture;

    const SurfaceGrid grid = sample_grid(*maker.part().landscape, maker.part().domain, samples_per_side,
                                         samples_per_side, Derivatives::with);
    const HeightScale scale = fit_height_scale(choice.height_scale, grid.values);
    const int canvas_width = picture.width * canvas_pixels_per_pixel;
    const int canvas_height = picture.height * canvas_pixels_per_pixel;
    Canvas canvas(canvas_width, canvas_height);
    SurfacePainter(grid, scale, colormap(map)).paint(canvas, canvas_width, canvas_height);
    reduce(canvas, picture);
    return picture;
}

}  // namespace thalweg

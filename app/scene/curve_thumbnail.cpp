#include "app/scene/curve_thumbnail.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/curve/sample_curve.h"

namespace thalweg {
namespace {

/// Shares of the raster's height.
constexpr double margin = 0.12, half_line = 0.02;
constexpr float ground_alpha = 0.2F;

class CurvePainter {
  public:
    CurvePainter(Raster& raster, const Box& domain, const HeightScale& scale, const std::array<Color, 256>& colors)
        : raster_(raster), domain_(domain), scale_(scale), colors_(colors) {}

    void paint_ground(const CurvePiece& piece) {
        const double floor = raster_.height();
        each_part(piece, [&](const Corner& a, const Corner& b, const PixelColor& color) {
            const float share = ground_alpha;
            const PixelColor faint{share * color.r, share * color.g, share * color.b, share};
            raster_.fill(a, b, {b.x, floor}, faint);
            raster_.fill(a, {b.x, floor}, {a.x, floor}, faint);
        });
    }

    void paint_line(const CurvePiece& piece) {
        const double reach = half_line * raster_.height();
        each_part(piece, [&](const Corner& a, const Corner& b, const PixelColor& color) {
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            if (length <= 0) return;
            const double x = -reach * (b.y - a.y) / length, y = reach * (b.x - a.x) / length;
            raster_.fill({a.x + x, a.y + y}, {b.x + x, b.y + y}, {b.x - x, b.y - y}, color);
            raster_.fill({a.x + x, a.y + y}, {b.x - x, b.y - y}, {a.x - x, a.y - y}, color);
            paint_joint(b, reach, color);
        });
    }

  private:
    void paint_joint(const Corner& at, double radius, const PixelColor& color) {
        constexpr int corners = 8;
        const auto rim = [&](int i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            return Corner{at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)};
        };
        for (int i = 0; i < corners; ++i) raster_.fill(at, rim(i), rim(i + 1), color);
    }

    /// Calls draw(a, b, color) for what is within the scale's heights between neighbouring points.
    template <class Draw>
    void each_part(const CurvePiece& piece, const Draw& draw) const {
        for (std::size_t i = 0; i + 1 < piece.x.size(); ++i) {
            double x0 = piece.x[i], x1 = piece.x[i + 1];
            double h0 = scale_.height(piece.y[i]), h1 = scale_.height(piece.y[i + 1]);
            if (std::max(h0, h1) < 0 || std::min(h0, h1) > 1 || !std::isfinite(h0 - h1)) continue;
            cut(x0, h0, x1, h1);
            cut(x1, h1, x0, h0);
            const double height = std::clamp((h0 + h1) / 2, 0.0, 1.0);
            const Color& color = colors_[static_cast<std::size_t>(std::lround(255 * height))];
            draw(corner(x0, h0), corner(x1, h1), PixelColor{color.r, color.g, color.b, 1});
        }
    }

    /// Moves the first end of a line to where it enters the heights 0..1.
    static void cut(double& x, double& h, double other_x, double other_h) {
        const double edge = std::clamp(h, 0.0, 1.0);
        if (edge == h) return;
        x = std::lerp(x, other_x, (edge - h) / (other_h - h));
        h = edge;
    }

    Corner corner(double x, double height) const {
        const double share = (x - domain_.x0) / domain_.width();
        return {share * raster_.width(), raster_.height() * std::lerp(1 - margin, margin, height)};
    }

    Raster& raster_;
    const Box& domain_;
    const HeightScale& scale_;
    const std::array<Color, 256>& colors_;
};

}  // namespace

void paint_curve(Raster& raster, const LandscapePart& part, HeightScaleKind kind,
                 const std::array<Color, 256>& colors) {
    const Box& domain = part.domain;
    const auto pieces = sample_curve(*part.landscape, domain.x0, domain.x1, raster.width() / Raster::fineness);
    std::vector<double> values;
    for (const CurvePiece& piece : pieces) values.insert(values.end(), piece.y.begin(), piece.y.end());
    const HeightScale scale = fit_height_scale(kind, values);
    CurvePainter painter(raster, domain, scale, colors);
    for (const CurvePiece& piece : pieces) painter.paint_ground(piece);
    for (const CurvePiece& piece : pieces) painter.paint_line(piece);
}

}  // namespace thalweg

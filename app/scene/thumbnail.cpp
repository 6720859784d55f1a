#include "app/scene/thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/scene/landscape_part.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

constexpr int samples_per_pixel_side = 2;
/// Heights of 0..1 over a domain of side 1 look this steep.
constexpr double relief = 0.6;
/// Towards the light: from the upper left, well above the ground.
constexpr std::array<double, 3> light = {-0.46, 0.46, 0.76};
constexpr double ambient = 0.35;

struct Sample {
    Color color;
    double brightness = 0;
};

/// nullopt where there is nothing to see.
std::optional<Sample> shade(const SurfaceGrid& grid, const HeightScale& scale, const std::array<Color, 256>& colors,
                            std::size_t i) {
    const double value = grid.values[i];
    const double height = std::clamp(scale.height(value), 0.0, 1.0);
    if (std::isnan(height)) return std::nullopt;
    const double slope = scale.slope(value) * relief;
    double across = -slope * grid.dx[i] * grid.box.width();
    double up = -slope * grid.dy[i] * grid.box.height();
    if (!std::isfinite(across) || !std::isfinite(up)) across = up = 0;
    const double facing = (across * light[0] + up * light[1] + light[2]) / std::hypot(across, up, 1.0);
    const double brightness = ambient + (1.0 - ambient) * std::max(facing, 0.0) / light[2];
    return Sample{colors[static_cast<std::size_t>(std::lround(height * 255))], std::min(brightness, 1.25)};
}

std::uint8_t byte(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

}  // namespace

Thumbnail make_thumbnail(const LandscapeChoice& choice, Colormap map, int width, int height) {
    Thumbnail picture{.width = std::max(width, 1), .height = std::max(height, 1), .pixels = {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    LandscapeMaker maker;
    maker.update(choice);
    if (maker.part().landscape == nullptr) return picture;

    constexpr int n = samples_per_pixel_side;
    const SurfaceGrid grid = sample_grid(*maker.part().landscape, maker.part().domain, picture.width * n,
                                         picture.height * n, Derivatives::with);
    const HeightScale scale = fit_height_scale(choice.height_scale, grid.values);
    const auto& colors = colormap(map);
    for (int row = 0; row < picture.height; ++row) {
        for (int column = 0; column < picture.width; ++column) {
            std::array<double, 4> sum = {};
            for (int k = 0; k < n * n; ++k) {
                const int up = grid.rows - 1 - (row * n + k / n);
                const int across = column * n + k % n;
                const auto sample = shade(grid, scale, colors, static_cast<std::size_t>(up * grid.columns + across));
                if (!sample) continue;
                sum[0] += sample->color.r * sample->brightness;
                sum[1] += sample->color.g * sample->brightness;
                sum[2] += sample->color.b * sample->brightness;
                sum[3] += 1;
            }
            if (sum[3] == 0) continue;
            std::uint8_t* pixel = &picture.pixels[static_cast<std::size_t>(row * picture.width + column) * 4];
            for (std::size_t c = 0; c < 3; ++c) pixel[c] = byte(sum[c] / sum[3]);
            pixel[3] = byte(sum[3] / (n * n));
        }
    }
    return picture;
}

}  // namespace thalweg

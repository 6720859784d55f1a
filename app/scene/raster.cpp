#include "app/scene/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace thalweg {
namespace {

std::uint8_t byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
}

}  // namespace

Raster::Raster(int width, int height)
    : width_(width * fineness),
      height_(height * fineness),
      pixels_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {}

void Raster::fill(const Corner& a, const Corner& b, const Corner& c, const PixelColor& color) {
    const auto first = [](double low) { return static_cast<int>(std::ceil(low - 0.5)); };
    const int x0 = std::max(first(std::min({a.x, b.x, c.x})), 0), y0 = std::max(first(std::min({a.y, b.y, c.y})), 0);
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

void Raster::reduce_to(Thumbnail& picture) const {
    constexpr int n = fineness;
    std::uint8_t* pixel = picture.pixels.data();
    for (int row = 0; row < picture.height; ++row) {
        for (int column = 0; column < picture.width; ++column, pixel += 4) {
            PixelColor sum;
            for (int k = 0; k < n * n; ++k) {
                const PixelColor& p = at(column * n + k % n, row * n + k / n);
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

}  // namespace thalweg

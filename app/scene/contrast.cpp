#include "app/scene/contrast.h"

#include <algorithm>
#include <cmath>

namespace thalweg {
namespace {

Color mixed(const Color& a, const Color& b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share), a.a};
}

}  // namespace

double luminance(const Color& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(const Color& a, const Color& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Color told_from(const Color& color, const Color& ground, double least) {
    if (contrast(color, ground) >= least) return color;
    const Color black = rgb(0x000000), white = rgb(0xFFFFFF);
    const Color& end = contrast(black, ground) > contrast(white, ground) ? black : white;
    float near = 0.0F, far = 1.0F;
    for (int i = 0; i < 12; ++i) {
        const float middle = 0.5F * (near + far);
        (contrast(mixed(color, end, middle), ground) < least ? near : far) = middle;
    }
    return mixed(color, end, far);
}

Color optimizer_ink(int index, const ThemeColors& theme) {
    return told_from(optimizer_color(index), theme.panel);
}

}  // namespace thalweg

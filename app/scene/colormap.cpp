#include <algorithm>
#include <span>

#include "app/scene/palette.h"

namespace thalweg {
namespace {

// Each map is given by colours at equal distances and a smooth curve through them, which stays within 1/255 of the
// published table of 256 (cividis: 5/255, at the one kink where its blue is clipped).

// Viridis: Smith, van der Walt and Firing, 2015, dedicated to the public domain (CC0).
constexpr std::array<std::uint32_t, 33> viridis = {
    0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453681, 0x424086, 0x3F4989, 0x3B528B, 0x375A8D, 0x33638D,
    0x2F6A8E, 0x2C728E, 0x297A8E, 0x26818E, 0x23898E, 0x21908C, 0x1F988B, 0x1F9F88, 0x21A685, 0x28AE80, 0x31B57B,
    0x3EBC74, 0x4CC26C, 0x5DC963, 0x6ECE58, 0x82D34C, 0x96D83F, 0xABDC32, 0xC0DF24, 0xD5E21A, 0xEAE51A, 0xFDE725};

// Cividis: Nuñez, Anderton and Renslow, 2018, doi:10.1371/journal.pone.0199239 (CC0); nearly the same with and without
// colour blindness.
constexpr std::array<std::uint32_t, 33> cividis = {
    0x00224E, 0x00285B, 0x002E6A, 0x043371, 0x1A386F, 0x273E6E, 0x32436D, 0x3B496C, 0x434E6C, 0x4B546C, 0x52596D,
    0x5A5F6E, 0x61656F, 0x686A71, 0x6F7073, 0x757676, 0x7C7B78, 0x848179, 0x8B8778, 0x938D78, 0x9B9376, 0xA39A75,
    0xABA072, 0xB3A670, 0xBBAD6C, 0xC3B469, 0xCCBA64, 0xD4C15F, 0xDDC958, 0xE6D051, 0xEFD748, 0xF8DF3C, 0xFEE838};

// Turbo: Mikhailov, 2019. Vivid, and therefore not monotone in lightness.
constexpr std::array<std::uint32_t, 33> turbo = {
    0x30123B, 0x392A73, 0x4040A1, 0x4456C7, 0x466BE3, 0x467FF6, 0x4293FF, 0x37A7FA, 0x29BBEC, 0x1DCDD8, 0x18DCC3,
    0x1EE8B0, 0x31F299, 0x4CF97E, 0x6BFD64, 0x8AFF4D, 0xA3FD3C, 0xB8F735, 0xCCED34, 0xDEE037, 0xEDD03A, 0xF8C03A,
    0xFDAE35, 0xFE982C, 0xFB8022, 0xF56817, 0xEC520F, 0xE04009, 0xD23105, 0xC02302, 0xAC1701, 0x950D01, 0x7A0403};

// Valley to peak: water blue, through sand, to red.
constexpr std::array<std::uint32_t, 9> blue_to_red = {0x1D3C8F, 0x2B69BD, 0x559FD6, 0x9BCBDF, 0xEDE7C9,
                                                      0xF4C07C, 0xE88A4C, 0xCF4A31, 0x98152A};

/// Catmull-Rom spline through p1 (f = 0) and p2 (f = 1).
float spline(float p0, float p1, float p2, float p3, float f) {
    const float slope1 = (p2 - p0) / 2;
    const float slope2 = (p3 - p1) / 2;
    const float curve = slope1 + slope2 - 2 * (p2 - p1);
    const float value = p1 + f * (slope1 + f * ((p2 - p1) - slope1 - curve + f * curve));
    return std::clamp(value, 0.0F, 1.0F);
}

/// Beyond the ends the curve goes on straight, so that it has a slope there.
Color anchor(std::span<const std::uint32_t> anchors, std::ptrdiff_t i) {
    const auto last = static_cast<std::ptrdiff_t>(anchors.size()) - 1;
    if (i >= 0 && i <= last) return rgb(anchors[static_cast<std::size_t>(i)]);
    const Color end = rgb(i < 0 ? anchors.front() : anchors.back());
    const Color inner = rgb(i < 0 ? anchors[1] : anchors[anchors.size() - 2]);
    return {2 * end.r - inner.r, 2 * end.g - inner.g, 2 * end.b - inner.b, 1};
}

std::array<Color, 256> sample(std::span<const std::uint32_t> anchors) {
    std::array<Color, 256> colors;
    for (std::size_t k = 0; k < colors.size(); ++k) {
        const float position = static_cast<float>(k * (anchors.size() - 1)) / 255.0F;
        const auto i = static_cast<std::ptrdiff_t>(std::min(static_cast<std::size_t>(position), anchors.size() - 2));
        const float f = position - static_cast<float>(i);
        const Color p0 = anchor(anchors, i - 1), p1 = anchor(anchors, i);
        const Color p2 = anchor(anchors, i + 1), p3 = anchor(anchors, i + 2);
        colors[k] = {spline(p0.r, p1.r, p2.r, p3.r, f), spline(p0.g, p1.g, p2.g, p3.g, f),
                     spline(p0.b, p1.b, p2.b, p3.b, f), 1};
    }
    return colors;
}

}  // namespace

const std::array<Color, 256>& colormap(Colormap map) {
    static const std::array<std::array<Color, 256>, 4> maps = {sample(viridis), sample(cividis), sample(turbo),
                                                               sample(blue_to_red)};
    return maps[static_cast<std::size_t>(map)];
}

}  // namespace thalweg

#include "app/export/basin_picture.h"

#include <algorithm>
#include <cmath>

#include "app/scene/palette.h"

namespace thalweg {
namespace {

constexpr Color unfinished = rgb(0x9a9a9a), diverged = rgb(0x2a2a2e);

Color color_of(const BasinMap& map, int destination) {
    switch (map.destinations[static_cast<std::size_t>(destination)].kind) {
        case DestinationKind::unfinished:
            return unfinished;
        case DestinationKind::diverged:
            return diverged;
        default:
            return optimizer_color(destination % optimizer_colors);
    }
}

/// 1 for a start that is there already, falling with the logarithm of the steps.
float brightness(std::int32_t steps, std::int32_t most) {
    constexpr float darkest = 0.4F;
    const double share = std::log1p(steps) / std::log1p(std::max(most, 1));
    return 1.0F - (1.0F - darkest) * static_cast<float>(share);
}

std::uint8_t byte(float channel) {
    return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(channel, 0.0F, 1.0F)));
}

}  // namespace

Picture basin_picture(const BasinMap& map) {
    Picture picture{.width = map.columns, .height = map.rows, .rgb = {}};
    picture.rgb.reserve(3 * map.steps.size());
    const std::int32_t most = map.steps.empty() ? 0 : *std::ranges::max_element(map.steps);
    for (int row = map.rows - 1; row >= 0; --row) {
        for (int column = 0; column < map.columns; ++column) {
            const auto i = static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns) +
                           static_cast<std::size_t>(column);
            const Color color = color_of(map, map.destination[i]);
            const float light = brightness(map.steps[i], most);
            for (const float channel : {color.r, color.g, color.b}) picture.rgb.push_back(byte(light * channel));
        }
    }
    return picture;
}

}  // namespace thalweg

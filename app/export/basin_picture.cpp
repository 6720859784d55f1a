#include "app/export/basin_picture.h"

#include <algorithm>
#include <cstddef>

#include "app/scene/basin_colors.h"

namespace thalweg {
namespace {

/// Pixels; between them a curve's strip is an eighth of its width high.
constexpr int least_strip = 16, most_strip = 256;

}  // namespace

Picture basin_picture(const BasinMap& map) {
    const int repeated = map.of_a_curve() ? std::clamp(map.columns / 8, least_strip, most_strip) : 1;
    Picture picture{.width = map.columns, .height = repeated * map.rows, .rgb = {}};
    const std::vector<std::uint8_t> colors = basin_colors(map, BasinRegister().tags(map), step_range(map));
    const auto width = 3 * static_cast<std::ptrdiff_t>(map.columns);
    picture.rgb.reserve(colors.size() * static_cast<std::size_t>(repeated));
    for (int line = picture.height - 1; line >= 0; --line) {
        const int row = line / repeated;
        const auto first = colors.begin() + row * width;
        picture.rgb.insert(picture.rgb.end(), first, first + width);
    }
    return picture;
}

}  // namespace thalweg

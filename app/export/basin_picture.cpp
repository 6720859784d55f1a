#include "app/export/basin_picture.h"

#include <cstddef>

#include "app/scene/basin_colors.h"

namespace thalweg {

Picture basin_picture(const BasinMap& map) {
    Picture picture{.width = map.columns, .height = map.rows, .rgb = {}};
    const std::vector<std::uint8_t> colors = basin_colors(map, BasinRegister().tags(map));
    const auto width = 3 * static_cast<std::ptrdiff_t>(map.columns);
    picture.rgb.reserve(colors.size());
    for (int row = map.rows - 1; row >= 0; --row) {
        const auto first = colors.begin() + row * width;
        picture.rgb.insert(picture.rgb.end(), first, first + width);
    }
    return picture;
}

}  // namespace thalweg

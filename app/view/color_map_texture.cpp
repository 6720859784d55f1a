#include "app/view/color_map_texture.h"

#include <vector>

namespace thalweg {

void ColorMapTexture::update(Colormap map) {
    if (shown_ == map) return;
    shown_ = map;
    std::vector<float> samples;
    for (const Color& color : colormap(map)) samples.insert(samples.end(), {color.r, color.g, color.b});
    texture_.upload(static_cast<int>(samples.size() / 3), 1, 3, samples);
}

}  // namespace thalweg

#include "app/view/basin_texture.h"

namespace thalweg {

void BasinTexture::update(const std::shared_ptr<const ColoredBasins>& basins) {
    if (basins_ == basins) return;
    basins_ = basins;
    if (basins_ != nullptr) texture_.upload(basins_->map.columns, basins_->map.rows, 3, basins_->colors);
}

void BasinTexture::set(const gl::Program& program, int unit, float scale_x, float scale_y, float offset_x,
                       float offset_y) const {
    texture_.bind(unit);
    program.set("basins", unit);
    program.set("basins_from_place", scale_x, scale_y, offset_x, offset_y);
}

}  // namespace thalweg

#include "app/view/basin_texture.h"

namespace thalweg {
namespace {

/// From a place of `seen` to shares 0..1 of the map's box.
void set_place(const gl::Program& program, const char* name, const Box& seen, const Box& map) {
    program.set(name, static_cast<float>(seen.width() / map.width()), static_cast<float>(seen.height() / map.height()),
                static_cast<float>((seen.x0 - map.x0) / map.width()),
                static_cast<float>((seen.y0 - map.y0) / map.height()));
}

}  // namespace

void BasinTexture::Sheet::update(const std::shared_ptr<const ColoredBasins>& wanted) {
    if (basins == wanted) return;
    basins = wanted;
    if (basins != nullptr) texture.upload(basins->map.columns, basins->map.rows, 3, basins->colors);
}

void BasinTexture::update(const std::shared_ptr<const ColoredBasins>& basins,
                          const std::shared_ptr<const ColoredBasins>& nearer) {
    whole_.update(basins);
    nearer_.update(nearer);
}

void BasinTexture::set(const gl::Program& program, int unit, const Box& seen) const {
    whole_.texture.bind(unit);
    program.set("basins", unit);
    set_place(program, "basins_from_place", seen, whole_.basins->map.box);
    const bool has_nearer = nearer_.basins != nullptr;
    (has_nearer ? nearer_ : whole_).texture.bind(unit + 1);
    program.set("nearer", unit + 1);
    if (has_nearer)
        set_place(program, "nearer_from_place", seen, nearer_.basins->map.box);
    else
        program.set("nearer_from_place", 0.0F, 0.0F, -1.0F, -1.0F);  // lies nowhere
}

}  // namespace thalweg

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/panels/panel.h"

namespace thalweg {

/// What a line drawn over the views in this colour means.
void draw_key(const Panel& panel, const Color& color, std::string_view words);

/// A line's colour and what it is; with a marker: that of the marks on ground of this colour.
struct Key {
    Color color;
    std::string_view words;
    std::optional<Marker> marker = {};
};
/// How strong the ground is that marks stand on.
inline constexpr float marked_ground = 0.24F;

/// Short keys side by side, on as many lines as they need.
void draw_keys(const Panel& panel, std::span<const Key> keys);

}  // namespace thalweg

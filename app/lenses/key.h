#pragma once

#include <span>
#include <string_view>

#include "app/panels/panel.h"

namespace thalweg {

/// What a line drawn over the views in this colour means.
void draw_key(const Panel& panel, const Color& color, std::string_view words);

/// A line's colour and what it is.
struct Key {
    Color color;
    std::string_view words;
};
/// Short keys side by side, on as many lines as they need.
void draw_keys(const Panel& panel, std::span<const Key> keys);

}  // namespace thalweg

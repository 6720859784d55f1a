#pragma once

#include <string_view>

#include "app/panels/panel.h"

namespace thalweg {

/// What a line drawn over the views in this colour means.
void draw_key(const Panel& panel, const Color& color, std::string_view words);

}  // namespace thalweg

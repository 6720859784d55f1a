#pragma once

#include <string_view>

#include "app/panels/hanging.h"
#include "app/panels/panel.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// Rows close together, as long as it lives.
class CloseRows {
  public:
    explicit CloseRows(const Panel& panel);
    ~CloseRows();
    CloseRows(const CloseRows&) = delete;
    CloseRows& operator=(const CloseRows&) = delete;
};

/// A gap between groups, in design pixels.
void gap(const Panel& panel, float height = 6);

/// Says that straight lines look bent in the surface view, where its heights are not linear; else nothing.
void draw_scale_note(const Panel& panel, HeightScaleKind kind);

}  // namespace thalweg

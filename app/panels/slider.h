#pragma once

#include <string>
#include <string_view>

#include "app/panels/panel.h"
#include "core/setting/setting.h"

namespace thalweg {

/// A number to be typed exactly; taken as soon as it can be read and lies within the limits, marked in the error colour
/// until then. width in pixels; whole: integers alone. True when the value changed.
bool number_field(Panel& panel, const char* id, double& value, float width, const Limits& limits = {},
                  bool whole = false);

struct SliderLook {
    float label_width = 96;   ///< design pixels; 0: no label
    float number_width = 64;  ///< design pixels
    float width = 0;          ///< of all, in pixels; 0: to the right edge
    bool whole = false;       ///< integers alone
    bool spoken = false;      ///< "Interface scale", not "interface_scale"
};

/// One row: name, track with a grab, number. The track runs over the setting's range in its scale; a click on the
/// number, or a double click or a click with Ctrl on the track, lets one type it exactly. True when the value changed.
bool slider(Panel& panel, const Setting& setting, double& value, const SliderLook& look = {});

/// "level_lines" as people read it: "Level lines".
std::string spoken(std::string_view name);

/// Where a value lies on a setting's track, 0..1, and back.
double track_share(const Setting& setting, double value);
double track_value(const Setting& setting, double share);

}  // namespace thalweg

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/panels/slider.h"
#include "app/panels/widgets.h"

namespace thalweg {

/// The names of an enumeration's values, as people read them.
std::vector<std::string> spoken_choices(std::string_view choices);

/// A visitor for describe(): one row for each setting that can be shown, made of the widget that fits its kind. Fields
/// of other kinds, and those named in `skipped`, are left to whoever shows them otherwise.
class SettingRows {
  public:
    explicit SettingRows(Panel& panel, std::vector<std::string_view> skipped = {}, SliderLook look = {})
        : panel_(panel), skipped_(std::move(skipped)), look_(look) {}

    template <class Field>
    void operator()(Field& field, const Setting& setting) {
        if (std::ranges::find(skipped_, setting.name) != skipped_.end()) return;
        const bool after_toggle = std::exchange(after_toggle_, false);
        if constexpr (std::is_same_v<Field, bool>) {
            toggle_row(field, setting, after_toggle);
        } else if constexpr (std::is_same_v<Field, double>) {
            slider(panel_, setting, field, look_);
        } else if constexpr (std::is_same_v<Field, int>) {
            auto value = static_cast<double>(field);
            SliderLook whole = look_;
            whole.whole = true;
            if (slider(panel_, setting, value, whole)) field = static_cast<int>(std::clamp(value, -2e9, 2e9));
        } else if constexpr (std::is_enum_v<Field>) {
            int chosen = static_cast<int>(field);
            choice_row(chosen, setting);
            field = static_cast<Field>(chosen);
        }
    }

  private:
    /// Switches stand side by side where there is room.
    void toggle_row(bool& value, const Setting& setting, bool after_toggle);
    void choice_row(int& chosen, const Setting& setting);

    Panel& panel_;
    std::vector<std::string_view> skipped_;
    SliderLook look_;
    bool after_toggle_ = false;
};

}  // namespace thalweg

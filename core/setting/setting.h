#pragma once

#include <limits>
#include <string_view>

namespace thalweg {

/// How a slider runs over a range.
enum class Scale { linear, logarithmic };

/// The numbers a setting may have at all: an interval, its ends included unless said otherwise. NaN is in none.
struct Limits {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool open_low = false, open_high = false;  ///< the end itself is excluded

    constexpr bool contains(double value) const {
        return (open_low ? value > low : value >= low) && (open_high ? value < high : value <= high);
    }
};

/// What there is to know about one field of a settings struct, said once. Sliders, files, command-line flags, exported
/// scripts and the tests' sweeps all read it.
///
/// A settings struct has one template `describe(visit)` that calls `visit(field, Setting{...})` for each field in
/// order; fields are double, int, bool, std::string, or an enumeration (then `choices` lists its names in order, split
/// by '|').
struct Setting {
    std::string_view name;         ///< key in files, flags and scripts: torch's own spelling where torch has it
    std::string_view symbol = {};  ///< as written in formulas: "η", "β₁"; empty: show the name
    std::string_view help = {};    ///< one sentence
    double minimum = 0.0;  ///< the slider's ends; a typed number may lie outside, within the limits, unless `strict`
    double maximum = 1.0;
    Scale scale = Scale::linear;
    bool strict = false;            ///< numbers outside [minimum, maximum] are errors, not just off the slider
    std::string_view unit = {};     ///< "px", "ms"; empty: a pure number
    std::string_view choices = {};  ///< for enumerations: "linear|logarithmic|clipped"
    Limits limits = {};             ///< numbers outside are errors
};

}  // namespace thalweg

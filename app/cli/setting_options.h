#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/setting/settings_text.h"

namespace thalweg {

/// Settings as they were given on the command line: "type=9".
using GivenSettings = std::vector<std::string>;

/// Adds `--type VALUE` for a setting, with its own help, choices and default, and `--steps-a-frame` for steps_a_frame.
/// What is given is collected.
void add_setting_options(CLI::App& command, const std::vector<Field>& fields, GivenSettings& given);

/// Puts what was given into those of the fields that have its name. The error is one
/// sentence.
std::expected<void, std::string> take_settings(const GivenSettings& given, const std::vector<Field>& into);

/// Those of these names.
std::vector<Field> only(const std::vector<Field>& fields, const std::vector<std::string_view>& names);

}  // namespace thalweg

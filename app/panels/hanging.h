#pragma once

#include <string_view>

#include "app/panels/widgets.h"

namespace thalweg {

/// A quiet name and its value, in columns that align from row to row; of a long value further lines begin under the
/// first. name_width: in design pixels.
void value_row(const Panel& panel, std::string_view name, std::string_view value, float name_width = 74);

/// A lead (not empty) and what follows it, whose further lines begin under its first: "m ← " and a long formula.
/// font: nullptr is the body's.
void hanging_paragraph(const Panel& panel, std::string_view lead, std::string_view words, Tone tone = Tone::normal,
                       ImFont* font = nullptr);

}  // namespace thalweg

#pragma once

#include <string_view>

#include "app/panels/widgets.h"

namespace thalweg {

/// A lead and what follows it, whose further lines begin under its first: "m ← " and a long formula.
void hanging_paragraph(const Panel& panel, std::string_view lead, std::string_view words, Tone tone = Tone::normal,
                       ImFont* font = nullptr);

}  // namespace thalweg

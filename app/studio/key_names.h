#pragma once

#include <span>
#include <string_view>

#include "app/studio/events.h"

namespace thalweg {

/// Whether a key is the one of this name: "Ctrl Shift Z", "Page Up", "←", ",". exactly: with Shift if and only if the
/// name says so; otherwise Shift may be held besides.
bool is_key(std::string_view name, const KeyPressed& event, bool exactly);

/// Whether the name is that of a key: all but "?", which is a character.
bool names_key(std::string_view name);

}  // namespace thalweg

#pragma once

#include <string>
#include <string_view>

namespace thalweg {

/// Words with their numbers as people write them: "5.6e-06" becomes "5.6×10⁻⁶", "-2" gets a true minus sign.
std::string typeset(std::string_view words);

}  // namespace thalweg

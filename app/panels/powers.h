#pragma once

#include <string>
#include <string_view>

namespace thalweg {

/// Words with simple powers as people write them: "β₁^t" becomes "β₁ᵗ", "0.9^31" 0.9³¹. What stands in brackets after
/// the sign, or behind a decimal point, stays as it is.
std::string raised_powers(std::string_view words);

}  // namespace thalweg

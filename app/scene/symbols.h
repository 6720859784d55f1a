#pragma once

#include <string>
#include <string_view>

namespace thalweg {

/// A name as it is set in mathematics: digits behind it stand lower, "w1" as "w₁".
std::string as_symbol(std::string_view name);

}  // namespace thalweg

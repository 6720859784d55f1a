#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thalweg {

/// A number as a person types it: "0.05", "−2", "1e-3", or any formula without variables, as "pi/2" or "1/3".
/// nullopt when it cannot be read or is not finite.
std::optional<double> read_number(std::string_view text);

/// The shortest text that read_number reads back as the very same number.
std::string exact_text(double value);

}  // namespace thalweg

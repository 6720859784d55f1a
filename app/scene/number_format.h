#pragma once

#include <string>

namespace thalweg {

/// A number for people, rounded to `digits` significant digits: "−0.6", "1234.5" (digits = 5), "2.5×10⁻⁶".
/// A true minus sign, no trailing zeros, powers of ten below 0.001 and from a million on; "undefined" for NaN, "∞",
/// "−∞".
std::string format_number(double value, int digits = 4);

/// A number for columns, with so many decimals always: "13.00", "−0.60". From ten thousand million on (and below minus
/// that) as format_number. A value that rounds to zero has no sign.
std::string format_fixed(double value, int decimals);

/// "(3.000, −1.848)".
std::string format_point(double x, double y, int decimals = 3);

/// 12 as "¹²", -6 as "⁻⁶".
std::string superscript(int number);

}  // namespace thalweg

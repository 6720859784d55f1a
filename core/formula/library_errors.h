#pragma once

#include <string>
#include <string_view>

/// How far the functions of the C library may be from the truth, which every proof of this program rests on. Nobody has
/// proved such bounds for glibc; it publishes the largest errors that its tests have met.
namespace thalweg::library_errors {

/// Where the figures below were published: GNU C Library manual, version 2.36, section "Known Maximum Errors in Math
/// Functions", column x86_64.
inline constexpr std::string_view published_for = "glibc 2.36 (x86_64)";

/// Twice what is published, in units in the last place of double.
inline constexpr double exp = 2.0, log = 2.0, log1p = 2.0, pow = 2.0, erf = 2.0, hypot = 2.0;
inline constexpr double sin = 2.0, cos = 2.0, asin = 2.0, acos = 2.0, atan = 2.0;
inline constexpr double log2 = 4.0, log10 = 4.0, sinh = 4.0, cosh = 4.0, tanh = 4.0;
inline constexpr double cbrt = 8.0;
/// Nothing beyond rounding is known of these two; they are given the same margin.
inline constexpr double tan = 2.0, atan2 = 2.0;

/// The library that is in use now, in the words of `published_for`; "the C library" where it is not glibc.
std::string library_in_use();

}  // namespace thalweg::library_errors

#pragma once

#include <cmath>
#include <limits>

namespace thalweg::rounding {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double tiniest = std::numeric_limits<double>::denorm_min();

/// A double below every real number that rounds to x (to nearest); at most two neighbours below x. NaN stays NaN.
///   x - (φ|x| + η) with φ = 2⁻⁵³(1 + 2⁻⁵²) and η the smallest subnormal number:
///   Rump, Zimmermann, Boldo & Melquiond, 2009, "Computing predecessor and successor in rounding to nearest", BIT 49.
/// The rounding mode is never touched, since the compiler and the C library both assume the usual one.
inline double down(double x) {
    constexpr double phi = 0x1.0000000000001p-53;
    const double lower = x - (phi * std::abs(x) + tiniest);
    return x > largest ? largest : lower;
}

/// A double above every real number that rounds to x.
inline double up(double x) {
    return -down(-x);
}

/// A double below every real number within `ulps` units in the last place of x: 1 ulp <= 2⁻⁵²|x| + η, and one more unit
/// pays for the roundings of this very line.
inline double down(double x, double ulps) {
    const double lower = x - (std::abs(x) * ((ulps + 1.0) * 0x1p-52) + (ulps + 1.0) * tiniest);
    return x > largest ? largest : lower;
}

/// A double above every real number within `ulps` units in the last place of x.
inline double up(double x, double ulps) {
    return -down(-x, ulps);
}

}  // namespace thalweg::rounding

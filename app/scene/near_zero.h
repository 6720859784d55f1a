#pragma once

#include <cmath>

namespace thalweg {

/// A number as it is to be read in a picture that extends so far: 0 where it is no more than rounding beside that, a
/// millionth of a millionth; otherwise itself. For words only: what is computed or written to files stays as it is.
inline double zero_if_tiny(double value, double extent) {
    return std::abs(value) <= 1e-12 * extent ? 0.0 : value;
}

}  // namespace thalweg

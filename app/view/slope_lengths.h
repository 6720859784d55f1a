#pragma once

#include <vector>

namespace thalweg {

/// Slopes of very different sizes as lengths of arrows: logarithmic about the middle one.
class SlopeLengths {
  public:
    SlopeLengths() = default;
    /// The sizes that are to be told apart; those that are not positive numbers are left out.
    explicit SlopeLengths(std::vector<double> sizes);

    /// Design pixels: `longest` for the steepest slope.
    float length(double size, float longest) const;

  private:
    double middle_ = 1.0, whole_ = 0.0;
};

inline constexpr float longest_slope_arrow = 48.0F;

}  // namespace thalweg

#pragma once

#include <span>

namespace thalweg {

/// How values become heights, so that landscapes of very different sizes stay readable.
enum class HeightScaleKind { linear, logarithmic, clipped };

/// Maps a value f to a height in [0, 1]: monotone, differentiable inside the range.
///   linear:       (f - low) / (high - low)
///   logarithmic:  log1p((f - low) / knee) / log1p((high - low) / knee), mirrored about low for f < low
///   clipped:      as linear, but between two quantiles instead of the extremes, and clamped outside
struct HeightScale {
    HeightScaleKind kind = HeightScaleKind::linear;
    double low = 0.0, high = 1.0;
    double knee = 1.0;  ///< logarithmic only: about here the scale turns from linear to logarithmic

    /// Height of value f; clamped to [0, 1] for clipped only (the others go on beyond). NaN stays NaN.
    double height(double f) const;
    /// d height / d f.
    double slope(double f) const;
    /// The value at height h: inverse of height() on [0, 1].
    double value(double h) const;

    bool operator==(const HeightScale&) const = default;
};

/// The scale of a given kind that fits these values (NaN and infinities are left out). Always low < high, both finite:
/// values that differ by rounding alone lie flat at half height.
///   logarithmic: low and high are the extremes, the knee lies 1 % of the way up the sorted values above low
///   clipped:     high is the 95 % quantile; low is the smallest value, but cut where it lies as far below the 5 %
///                quantile as that lies below the 95 % one; where poles go both ways it is the 5 % quantile itself
HeightScale fit_height_scale(HeightScaleKind kind, std::span<const double> values);

/// A kind that shows these values well: clipped at poles, logarithmic when a few large values would flatten the rest
/// (the median lies in the lowest fifteenth of the range), else linear.
HeightScaleKind choose_height_scale(std::span<const double> values);

}  // namespace thalweg

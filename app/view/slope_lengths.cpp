#include "app/view/slope_lengths.h"

#include <algorithm>
#include <cmath>

namespace thalweg {
namespace {

constexpr float shortest_arrow = 8.0F;

}  // namespace

SlopeLengths::SlopeLengths(std::vector<double> sizes) {
    std::erase_if(sizes, [](double size) { return !std::isfinite(size) || size <= 0.0; });
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + std::ssize(sizes) / 2;
    std::ranges::nth_element(sizes, middle);
    middle_ = *middle;
    whole_ = std::log1p(std::ranges::max(sizes) / middle_);
}

float SlopeLengths::length(double size, float longest) const {
    const double share = whole_ > 0.0 ? std::log1p(size / middle_) / whole_ : 1.0;
    const float shortest = std::min(shortest_arrow, longest);
    return shortest + (longest - shortest) * static_cast<float>(std::clamp(share, 0.0, 1.0));
}

}  // namespace thalweg

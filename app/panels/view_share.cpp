#include "app/panels/view_share.h"

#include <algorithm>
#include <cmath>

#include "app/document/session.h"

namespace thalweg {
namespace {

constexpr double own_place = Display{}.divider, least = 0.2, greatest = 0.8;
/// Width to height of the views from which on the divider's place is the share, and below which it means halves.
constexpr double roomy = 2.2, tight = 2.0;

/// The surface's share while the divider is where it is at first.
double share_at_first(float width, float height) {
    const double shape = static_cast<double>(width) / std::max(height, 1.0F);
    return std::lerp(0.5, own_place, std::clamp((shape - tight) / (roomy - tight), 0.0, 1.0));
}

}  // namespace

double surface_share(double divider, float width, float height) {
    const double middle = share_at_first(width, height), at = std::clamp(divider, least, greatest);
    return at < own_place ? std::lerp(least, middle, (at - least) / (own_place - least))
                          : std::lerp(middle, greatest, (at - own_place) / (greatest - own_place));
}

double divider_at(double share, float width, float height) {
    const double middle = share_at_first(width, height), at = std::clamp(share, least, greatest);
    return at < middle ? std::lerp(least, own_place, (at - least) / (middle - least))
                       : std::lerp(own_place, greatest, (at - middle) / (greatest - middle));
}

}  // namespace thalweg

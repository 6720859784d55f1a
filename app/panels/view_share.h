#pragma once

namespace thalweg {

/// The surface's share of the width of two views beside each other: the divider's, 0.2 to 0.8, where there is room for
/// both (width and height of the two together, without the bar between them). Where the views are less than twice as
/// wide as they are high, as beside a lens, both are as wide as each other at the divider's own place, 0.6, so that
/// neither is much smaller than it could be; on either side of that the share goes evenly with the divider.
double surface_share(double divider, float width, float height);

/// The divider that gives the surface this share.
double divider_at(double share, float width, float height);

}  // namespace thalweg

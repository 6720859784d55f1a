#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/scene/palette.h"
#include "core/descent/basins.h"

namespace thalweg {

/// What a destination is known by.
struct BasinTag {
    int number = 0;  ///< from 1, in tables and beside the point; 0 for what is no point
    int hue = 0;     ///< which of the colours of its kind
    bool operator==(const BasinTag&) const = default;
};

/// Gives tags to the destinations of maps; what several maps have in common has the same one in all of them. New ones
/// are tagged from left to right, and not by their share of the starts, so that colours stay while settings change.
class BasinRegister {
  public:
    /// One for each of the map's destinations, in their order.
    std::vector<BasinTag> tags(const BasinMap& map);

  private:
    BasinTag tag(const Destination& destination, double near);

    std::vector<Destination> known_;
    std::vector<BasinTag> tags_;  ///< of those that are known
    int numbers_ = 0;
};

/// Minima have strong colours, saddles and maxima pale ones, and what comes nowhere is grey or dark.
Color basin_color(DestinationKind kind, const BasinTag& tag);

/// Between which numbers of steps shades run, as ln(1 + steps): what the quickest 2 % of those that arrive need, and
/// what 98 % do.
struct StepRange {
    double quick = 0.0, slow = 0.0;
};
StepRange step_range(const BasinMap& map);

/// The colours of a map's starts, rows × columns × 3 bytes of sRGB from (x0, y0): by destination, the darker the more
/// steps. Darkness follows their logarithm within the range. What comes nowhere is striped, for eyes that cannot tell
/// its grey from a colour: diverged runs upwards, unfinished ones downwards.
std::vector<std::uint8_t> basin_colors(const BasinMap& map, std::span<const BasinTag> tags, const StepRange& range);

}  // namespace thalweg

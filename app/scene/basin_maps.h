#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/scene/basin_colors.h"
#include "app/scene/ensemble.h"
#include "core/landscape/landscape.h"
#include "core/optimizer/optimizer.h"

namespace thalweg {

/// The part of the domain that the map shows, or the curve's view; nullopt: all of it, or none. shown: what is in the
/// view.
std::optional<Box> part_in_view(const Box& shown, const Box& domain);

/// What maps of basins are made of.
struct BasinOrder {
    std::shared_ptr<const Landscape> landscape = {};
    Box domain = {};
    std::optional<Box> window = {};          ///< see part_in_view()
    std::vector<Optimizer> optimizers = {};  ///< one, or two to compare
    int steps = 0;
};

/// Those that there are, by optimizer; see EnsemblePart.
struct BasinMaps {
    std::array<std::shared_ptr<const ColoredBasins>, 2> whole = {}, nearer = {};
    BasinRegister known = {};  ///< the destinations of all of them
};

/// Makes finer and finer maps, up to a start for each pixel of a view. made: what there is of this order already, but
/// for its window, which may have been another; what is finer than it is made, nothing anew.
void make_basin_maps(const BasinOrder& order, BasinMaps made, const std::stop_token& stop,
                     const std::function<void(const BasinMaps&)>& hand_over,
                     const std::function<void(double)>& progress);

}  // namespace thalweg

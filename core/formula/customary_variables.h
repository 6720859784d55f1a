#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// Letters that may be variables of a formula whose heading names none, so that runs of them are taken apart: x, y, z,
/// w.
const std::vector<std::string>& customary_letters();

/// The variables of a formula whose heading names none, in the order of coordinates, from the names that are in it
/// (runs of letters taken apart):
///   with x and y: x, y, then z if it is there, then w if it is there besides z;
///   with x and no y: x, a curve;
///   with neither: x1, x2, … by rising number, else θ1, θ2, …, else w1, w2, …;
///   else x and y, on which a formula need not depend.
/// All other names are parameters.
std::vector<std::string> customary_variables(const std::set<std::string>& names);

}  // namespace thalweg

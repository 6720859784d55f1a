#pragma once

#include <tbb/global_control.h>

#include <string_view>
#include <utility>
#include <vector>

#include "core/landscape/formula_landscape.h"

namespace thalweg::bench {

inline constexpr std::string_view himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
inline constexpr std::string_view ackley =
    "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + e + 20";
inline constexpr std::string_view rosenbrock = "(1 - x)^2 + 100(y - x^2)^2";

/// A formula without parameters as a surface.
inline FormulaLandscape landscape_of(std::string_view text) {
    return {Formula::parse(text).value(), {}};
}

/// As long as this lives, loops that are shared among the cores have at most so many threads.
inline tbb::global_control at_most(std::size_t threads) {
    return {tbb::global_control::max_allowed_parallelism, threads};
}

}  // namespace thalweg::bench

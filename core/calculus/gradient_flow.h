#pragma once

#include <array>
#include <vector>

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// A way straight down: points (x, y) along a line of steepest descent, with f there.
struct FlowLine {
    std::vector<std::array<double, 2>> points;
    std::vector<double> values;    ///< strictly falling after the first
    std::vector<double> distance;  ///< way walked from the first point on, in the plane's units
};

struct FlowSettings {
    double step = 1e-3;        ///< length of one step at most, in the plane's units
    double smallest = 1e-9;    ///< the line ends where no step of at least this length leads down any more
    int most_points = 20'000;  ///< … or after so many points, or where it leaves `within`
    Box within;
};

/// The line that water, or gradient descent with steps that vanish, would take from (x, y): x' = -∇f/‖∇f‖, by the
/// classical Runge-Kutta method; steps that do not lead down are halved. Ends in a minimum's hollow, at the edge of
/// the box, or where f is undefined. At a point whose gradient vanishes it ends at once: begin a little beside it.
FlowLine flow_line(Evaluator& f, std::array<double, 2> from, const FlowSettings& settings);

}  // namespace thalweg

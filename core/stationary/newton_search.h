#pragma once

#include "core/stationary/stationary.h"

namespace thalweg {

/// Stationary points of a surface of which only values, gradients and Hessians can be asked: those that Newton's method
/// comes to from the nodes of a grid over the box, each listed once. Nothing is proved: the box is one undecided region
/// that says so.
StationaryReport newton_search(const Landscape& landscape, const Box& box, const std::stop_token& stop = {},
                               const std::function<void(double)>& progress = {});

}  // namespace thalweg

#pragma once

#include <optional>
#include <vector>

#include "core/calculus/classification.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// A stationary point found by Newton's method; not proved, unlike those of core/stationary.
struct RestPoint {
    double x = 0.0, y = 0.0, value = 0.0;
    StationaryClass kind = StationaryClass::degenerate;
};

/// The stationary point that Newton's method finds from (x, y) without leaving the circle of radius `reach` around it;
/// none if it leaves. Where the method is slow the Hessian is singular at its goal, and the point is called degenerate.
/// The landscape has two dimensions; variables: on how many of them f depends, 2 or, of a curve, 1.
std::optional<RestPoint> rest_point_near(Evaluator& evaluator, double x, double y, double reach, int variables = 2);

/// The different ones of these: simple points nearer to each other than `same` are one, and degenerate points that
/// hang together by distances of at most `reach` are one as well (a valley floor that is level, say).
/// Returns for each of `points` the index of its representative, which is the first of its set.
std::vector<int> representatives(const std::vector<RestPoint>& points, double same, double reach);

}  // namespace thalweg

#pragma once

#include "app/document/session.h"

namespace thalweg {

// Where one looks from, and at what: the same whether the hand is on a mouse or on the keys.

/// Turns the eye about the camera's target, in radians: to the right and up. It stays above the floor.
void turn(CameraPose& camera, double right, double up);

/// Looks straight down, with y upwards, as the map does.
void look_from_above(CameraPose& camera);

/// So many times the distance from the target, as far as one may come near or go away.
double distance_at(const CameraPose& camera, double times);

/// Moves the part of the plane that the map shows, in shares of its sides.
void move_map(Display& display, double right, double up);

/// Shows so many times as much of the plane, about the same middle; from a speck of the domain up to a thousand times
/// as much.
void widen_map(Display& display, const Box& domain, double times);

}  // namespace thalweg

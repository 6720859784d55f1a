#pragma once

#include <array>
#include <cstddef>
#include <span>

/// What a programmer would write who knows the function beforehand: the measure of what formulas cost that are only
/// known at run time. Compiled for the same instruction sets as core/formula/block.cpp, and with -ffast-math.
namespace thalweg::hand_written {

/// f along one row of a grid: n values of x, one of y.
void himmelblau(std::span<const double> x, double y, std::span<double> f);
void ackley(std::span<const double> x, double y, std::span<double> f);

/// f, fx, fy, fxx, fxy, fyy along one row; n values each.
using Derivatives = std::array<std::span<double>, 6>;
void himmelblau(std::span<const double> x, double y, const Derivatives& out);
void ackley(std::span<const double> x, double y, const Derivatives& out);

/// So many steps of Adam on Rosenbrock's function with f at each point, torch's defaults but for the rate; the sum of
/// all f, so that none is left out.
double adam_on_rosenbrock(std::array<double, 2> start, double learning_rate, int steps);

}  // namespace thalweg::hand_written

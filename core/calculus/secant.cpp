#include "core/calculus/secant.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace thalweg {

Secant secant(Evaluator& f, std::span<const double> point, std::span<const double> direction, double run) {
    std::vector<double> other(point.begin(), point.end()), gradient(point.size());
    for (std::size_t i = 0; i < other.size(); ++i) other[i] += run * direction[i];
    Secant line{.run = run, .from = f.gradient(point, gradient), .to = f.value(other)};
    for (std::size_t i = 0; i < gradient.size(); ++i) line.tangent += gradient[i] * direction[i];
    line.slope = run == 0.0 ? std::numeric_limits<double>::quiet_NaN() : (line.to - line.from) / run;
    return line;
}

std::vector<Secant> shrinking_secants(Evaluator& f, std::span<const double> point, std::span<const double> direction,
                                      double run, int count) {
    std::vector<Secant> lines;
    for (int i = 0; i < count; ++i) lines.push_back(secant(f, point, direction, run / std::pow(10.0, i)));
    return lines;
}

}  // namespace thalweg

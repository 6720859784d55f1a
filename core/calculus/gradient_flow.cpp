#include "core/calculus/gradient_flow.h"

#include <cmath>
#include <optional>

namespace thalweg {
namespace {

using Point = std::array<double, 2>;

/// The direction of steepest descent, of length 1; nullopt where there is none.
std::optional<Point> downhill(Evaluator& f, const Point& at) {
    Point gradient{};
    f.gradient(at, gradient);
    const double size = std::hypot(gradient[0], gradient[1]);
    if (!std::isfinite(size) || size == 0) return std::nullopt;
    return Point{-gradient[0] / size, -gradient[1] / size};
}

Point moved(const Point& from, const Point& direction, double length) {
    return {from[0] + length * direction[0], from[1] + length * direction[1]};
}

std::optional<Point> runge_kutta(Evaluator& f, const Point& from, double h) {
    const auto k1 = downhill(f, from);
    if (!k1) return std::nullopt;
    const auto k2 = downhill(f, moved(from, *k1, h / 2));
    if (!k2) return std::nullopt;
    const auto k3 = downhill(f, moved(from, *k2, h / 2));
    if (!k3) return std::nullopt;
    const auto k4 = downhill(f, moved(from, *k3, h));
    if (!k4) return std::nullopt;
    const auto mean = [&](std::size_t i) { return ((*k1)[i] + 2 * (*k2)[i] + 2 * (*k3)[i] + (*k4)[i]) / 6; };
    return Point{from[0] + h * mean(0), from[1] + h * mean(1)};
}

}  // namespace

FlowLine flow_line(Evaluator& f, Point from, const FlowSettings& settings) {
    FlowLine line{.points = {from}, .values = {f.value(from)}, .distance = {0}};
    double h = settings.step;
    while (static_cast<int>(line.points.size()) < settings.most_points && h >= settings.smallest) {
        const Point& here = line.points.back();
        if (!settings.within.contains(here[0], here[1])) break;
        const auto next = runge_kutta(f, here, h);
        const double value = next ? f.value(*next) : NAN;
        if (!(value < line.values.back())) {
            h /= 2;
            continue;
        }
        line.distance.push_back(line.distance.back() + std::hypot((*next)[0] - here[0], (*next)[1] - here[1]));
        line.points.push_back(*next);
        line.values.push_back(value);
        h = std::fmin(2 * h, settings.step);
    }
    return line;
}

}  // namespace thalweg

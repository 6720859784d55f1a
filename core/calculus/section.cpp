#include "core/calculus/section.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace thalweg {

Section section(Evaluator& f, std::span<const double> point, std::span<const double> u, double from, double to,
                int count) {
    Section result;
    std::vector<double> x(point.size());
    for (int i = 0; i < count; ++i) {
        const double t = std::lerp(from, to, static_cast<double>(i) / (count - 1));
        for (std::size_t k = 0; k < x.size(); ++k) x[k] = point[k] + t * u[k];
        result.t.push_back(t);
        result.f.push_back(f.value(x));
    }
    return result;
}

Reach reach_in(const Box& box, const std::array<double, 2>& point, const std::array<double, 2>& u, double longest) {
    const Reach all{.from = -longest, .to = longest};
    Reach inside = all;
    const auto cut = [&](double p, double direction, double low, double high) {
        if (direction == 0.0) return;
        const double a = (low - p) / direction, b = (high - p) / direction;
        inside.from = std::max(inside.from, std::min(a, b));
        inside.to = std::min(inside.to, std::max(a, b));
    };
    cut(point[0], u[0], box.x0, box.x1);
    cut(point[1], u[1], box.y0, box.y1);
    return box.contains(point[0], point[1]) && inside.from < 0.0 && inside.to > 0.0 ? inside : all;
}

}  // namespace thalweg

#include "core/landscape/spline_axis.h"

#include <algorithm>
#include <utility>

namespace thalweg {
namespace {

constexpr std::size_t order = 4;

/// Every node but the second and the last but one, the ends fourfold.
std::vector<double> not_a_knot(const std::vector<double>& nodes) {
    std::vector<double> knots(order, nodes.front());
    knots.insert(knots.end(), nodes.begin() + 2, nodes.end() - 2);
    knots.insert(knots.end(), order, nodes.back());
    return knots;
}

/// B-splines of one degree more at x, from those that are not zero between knots t[k] and t[k+1].
template <std::size_t n>
std::array<double, 4> raised(const std::array<double, 4>& lower, const double* t, double x) {
    std::array<double, 4> higher = {};
    for (std::size_t i = 0; i < n; ++i) {
        const double left = *(t + 1 + i - n), right = *(t + 1 + i), width = right - left;
        higher[i] += lower[i] * ((right - x) / width);
        higher[i + 1] += lower[i] * ((x - left) / width);
    }
    return higher;
}

/// The derivative of the B-splines of degree n, from values or derivatives of those of degree n - 1.
template <std::size_t n>
std::array<double, 4> derivative(const std::array<double, 4>& lower, const double* t) {
    std::array<double, 4> slopes = {};
    for (std::size_t i = 0; i < n; ++i) {
        const double part = lower[i] * (static_cast<double>(n) / (*(t + 1 + i) - *(t + 1 + i - n)));
        slopes[i] -= part;
        slopes[i + 1] += part;
    }
    return slopes;
}

}  // namespace

SplineAxis::SplineAxis(std::vector<double> nodes) : nodes_(std::move(nodes)), knots_(not_a_knot(nodes_)) {
    factorize();
}

std::optional<std::size_t> SplineAxis::cell(double x) const {
    if (!(x >= nodes_.front() && x <= nodes_.back())) return std::nullopt;
    const auto above = std::upper_bound(nodes_.begin() + 1, nodes_.end() - 1, x);
    return static_cast<std::size_t>(above - nodes_.begin()) - 1;
}

SplineAxis::Weights SplineAxis::weights(double x) const {
    const auto begin = knots_.begin() + order, end = knots_.end() - order;
    const auto first = static_cast<std::size_t>(std::upper_bound(begin, end, x) - begin);
    const double* t = knots_.data() + first + order - 1;  // x lies between t[0] and t[1]
    const std::array<double, 4> line = raised<1>({1.0}, t, x), parabola = raised<2>(line, t, x);
    return {first, raised<3>(parabola, t, x), derivative<3>(parabola, t), derivative<3>(derivative<2>(line, t), t)};
}

void SplineAxis::factorize() {
    const std::size_t n = nodes_.size();
    factors_.assign(n, {});
    for (std::size_t i = 0; i < n; ++i) {
        const Weights w = weights(nodes_[i]);
        for (std::size_t k = 0; k < order; ++k) {
            const std::size_t column = w.first + k + 2;
            if (column >= i && column - i < 5) factors_[i][column - i] = w.value[k];
        }
    }
    // The matrix is totally positive: elimination needs no exchange of rows (de Boor & Pinkus, 1977).
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t below = i + 1; below < std::min(i + 3, n); ++below) {
            std::array<double, 5>& row = factors_[below];
            const std::size_t at = i + 2 - below;
            row[at] /= factors_[i][2];
            for (std::size_t k = 1; k < 3; ++k) row[at + k] -= row[at] * factors_[i][2 + k];
        }
    }
}

void SplineAxis::solve(std::span<double> rows, std::size_t lanes) const {
    const std::size_t n = nodes_.size();
    const auto subtract = [&](std::size_t to, std::size_t from, double factor) {
        double* a = rows.data() + to * lanes;
        const double* b = rows.data() + from * lanes;
        for (std::size_t k = 0; k < lanes; ++k) a[k] -= factor * b[k];
    };
    for (std::size_t i = 1; i < n; ++i) {
        if (i > 1) subtract(i, i - 2, factors_[i][0]);
        subtract(i, i - 1, factors_[i][1]);
    }
    for (std::size_t i = n; i-- > 0;) {
        if (i + 1 < n) subtract(i, i + 1, factors_[i][3]);
        if (i + 2 < n) subtract(i, i + 2, factors_[i][4]);
        double* a = rows.data() + i * lanes;
        for (std::size_t k = 0; k < lanes; ++k) a[k] /= factors_[i][2];
    }
}

}  // namespace thalweg

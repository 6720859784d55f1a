#include "core/stationary/grid_model.h"

#include <algorithm>
#include <array>

namespace thalweg {
namespace {

using Spline = GridLandscape::Spline;

template <std::size_t rows, std::size_t columns>
using Matrix = std::array<std::array<Interval, columns>, rows>;

/// One part of a rectangle along an axis: within one cell, from a to b. `t` points at the knot at or before a, `first`
/// is the first of the four B-splines that are not zero there.
struct Part {
    std::size_t cell = 0, first = 0;
    const double* t = nullptr;
    double a = 0.0, b = 0.0;
};

/// The parts of a range within the cells of an axis. A single place between two cells belongs to both.
std::vector<Part> parts_of(const SplineAxis& axis, const Interval& range) {
    std::vector<Part> parts;
    const auto nodes = axis.nodes();
    const double low = std::max(range.lower, nodes.front()), high = std::min(range.upper, nodes.back());
    if (!(low <= high)) return parts;
    std::size_t first = *axis.cell(low), last = *axis.cell(high);
    if (low < high && last > first && nodes[last] == high) --last;
    if (low == high && first > 0 && nodes[first] == low) --first;
    for (std::size_t cell = first; cell <= last; ++cell) {
        const std::size_t spline = axis.first_spline(cell);
        const double* t = axis.knots().data() + spline + 3;
        parts.push_back({cell, spline, t, std::max(low, nodes[cell]), std::min(high, nodes[cell + 1])});
    }
    return parts;
}

/// The step of de Boor's algorithm that makes weights of degree n of those of degree n - 1.
template <std::size_t n>
std::array<Interval, 4> raised(const std::array<Interval, 4>& lower, const double* t, double x) {
    std::array<Interval, 4> higher = {};
    for (std::size_t i = 0; i < n; ++i) {
        const Interval left = *(t + 1 + i - n), right = *(t + 1 + i), width = right - left;
        higher[i] = higher[i] + lower[i] * ((right - x) / width);
        higher[i + 1] = higher[i + 1] + lower[i] * ((Interval(x) - left) / width);
    }
    return higher;
}

/// [k][i]: what the coefficient of B-spline i of degree n adds to the k-th Bernstein coefficient on the part, which is
/// the blossom at n - k times a and k times b.
template <std::size_t n>
Matrix<n + 1, n + 1> bernstein_weights(const Part& part) {
    Matrix<n + 1, n + 1> weights;
    for (std::size_t k = 0; k <= n; ++k) {
        const auto argument = [&](std::size_t level) { return level <= k ? part.b : part.a; };
        std::array<Interval, 4> w = raised<1>({1.0}, part.t, argument(1));
        if constexpr (n > 1) w = raised<2>(w, part.t, argument(2));
        if constexpr (n > 2) w = raised<3>(w, part.t, argument(3));
        std::copy_n(w.begin(), n + 1, weights[k].begin());
    }
    return weights;
}

/// All that an axis has to say about a part, for f and its first and second derivative along it.
struct AxisPart {
    explicit AxisPart(const Part& part) : cubic(bernstein_weights<3>(part)), t(part.t) {}

    void with_slopes(const Part& part) { quadratic = bernstein_weights<2>(part); }
    void with_curvatures(const Part& part) { linear = bernstein_weights<1>(part); }

    Matrix<4, 4> cubic;
    Matrix<3, 3> quadratic;
    Matrix<2, 2> linear;
    const double* t;
};

/// The coefficients of a spline's derivative, of degree n - 1, along one axis.
template <std::size_t n>
std::array<Interval, n> differentiated(const std::array<Interval, n + 1>& c, const double* t) {
    std::array<Interval, n> d;
    for (std::size_t i = 0; i < n; ++i) {
        const Interval width = Interval(*(t + 1 + i)) - *(t + 1 + i - n);
        d[i] = Interval(static_cast<double>(n)) * (c[i + 1] - c[i]) / width;
    }
    return d;
}

/// Every row differentiated.
template <std::size_t rows, std::size_t columns>
Matrix<rows, columns - 1> along_x(const Matrix<rows, columns>& c, const double* t) {
    Matrix<rows, columns - 1> d;
    for (std::size_t row = 0; row < rows; ++row) d[row] = differentiated<columns - 1>(c[row], t);
    return d;
}

/// Every column differentiated.
template <std::size_t rows, std::size_t columns>
Matrix<rows - 1, columns> along_y(const Matrix<rows, columns>& c, const double* t) {
    Matrix<rows - 1, columns> d;
    for (std::size_t column = 0; column < columns; ++column) {
        std::array<Interval, rows> one;
        for (std::size_t row = 0; row < rows; ++row) one[row] = c[row][column];
        const auto differences = differentiated<rows - 1>(one, t);
        for (std::size_t row = 0; row + 1 < rows; ++row) d[row][column] = differences[row];
    }
    return d;
}

/// Between the smallest and the largest Bernstein coefficient.
template <std::size_t rows, std::size_t columns>
Interval range(const Matrix<rows, rows>& wy, const Matrix<rows, columns>& c, const Matrix<columns, columns>& wx) {
    Matrix<rows, columns> half;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t k = 0; k < columns; ++k) {
            Interval sum = wx[k][0] * c[row][0];
            for (std::size_t i = 1; i < columns; ++i) sum = sum + wx[k][i] * c[row][i];
            half[row][k] = sum;
        }
    }
    Interval all = Interval::empty();
    bool first = true;
    for (std::size_t l = 0; l < rows; ++l) {
        for (std::size_t k = 0; k < columns; ++k) {
            Interval sum = wy[l][0] * half[0][k];
            for (std::size_t row = 1; row < rows; ++row) sum = sum + wy[l][row] * half[row][k];
            all = first ? sum : Interval(std::min(all.lower, sum.lower), std::max(all.upper, sum.upper));
            first = false;
        }
    }
    return all;
}

Matrix<4, 4> coefficients(const Spline& spline, const Part& x, const Part& y) {
    Matrix<4, 4> c;
    const std::size_t columns = spline.x.coefficients();
    for (std::size_t row = 0; row < 4; ++row) {
        const double* from = spline.coefficients.data() + (y.first + row) * columns + x.first;
        for (std::size_t column = 0; column < 4; ++column) c[row][column] = from[column];
    }
    return c;
}

/// How much of an enclosure is asked for.
enum class Depth { value, gradient, hessian };

/// Collects what the cells say.
void add(Interval& all, const Interval& one, bool first) {
    all = first ? one : Interval(std::min(all.lower, one.lower), std::max(all.upper, one.upper));
}

DerivativeEnclosure enclose(const Spline& spline, const Rectangle& r, Depth depth) {
    DerivativeEnclosure all;
    const std::vector<Part> across = parts_of(spline.x, r.x), up = parts_of(spline.y, r.y);
    // Over so many cells bounds are too wide to tell anything: whoever asks divides the rectangle.
    constexpr std::size_t most_cells = 256;
    if (across.size() * up.size() > most_cells) {
        const Interval any = Interval::everything(decoration::gap);
        return {{any, any, any}, {any, any, any}};
    }
    bool gap = r.x.lower < spline.x.nodes().front() || r.x.upper > spline.x.nodes().back() ||
               r.y.lower < spline.y.nodes().front() || r.y.upper > spline.y.nodes().back();
    const bool thin = r.x.is_point() || r.y.is_point();  // the rim of a hole is defined
    bool first = true;
    for (const Part& y : up) {
        for (const Part& x : across) {
            if (!spline.holes.empty() && spline.holes[y.cell * (spline.x.nodes().size() - 1) + x.cell] != 0) {
                gap |= !thin;
                continue;
            }
            AxisPart wx(x), wy(y);
            const Matrix<4, 4> c = coefficients(spline, x, y);
            add(all.gradient.value, range(wy.cubic, c, wx.cubic), first);
            if (depth != Depth::value) {
                wx.with_slopes(x);
                wy.with_slopes(y);
                const Matrix<4, 3> cx = along_x(c, x.t);
                const Matrix<3, 4> cy = along_y(c, y.t);
                add(all.gradient.x, range(wy.cubic, cx, wx.quadratic), first);
                add(all.gradient.y, range(wy.quadratic, cy, wx.cubic), first);
                if (depth == Depth::hessian) {
                    wx.with_curvatures(x);
                    wy.with_curvatures(y);
                    add(all.hessian.xx, range(wy.cubic, along_x(cx, x.t), wx.linear), first);
                    add(all.hessian.xy, range(wy.quadratic, along_y(cx, y.t), wx.quadratic), first);
                    add(all.hessian.yy, range(wy.linear, along_y(cy, y.t), wx.cubic), first);
                }
            }
            first = false;
        }
    }
    if (first) {
        const Interval nothing = Interval::empty();
        return {{nothing, nothing, nothing}, {nothing, nothing, nothing}};
    }
    if (gap) all.gradient.value.decoration = decoration::gap;
    return all;
}

}  // namespace

GridModel::GridModel(const GridLandscape& landscape) : spline_(landscape.spline()), evaluator_(landscape.evaluator()) {}

Interval GridModel::value(const Rectangle& r) {
    return enclose(spline_, r, Depth::value).gradient.value;
}

GradientEnclosure GridModel::gradient(const Rectangle& r) {
    return enclose(spline_, r, Depth::gradient).gradient;
}

DerivativeEnclosure GridModel::derivatives(const Rectangle& r) {
    return enclose(spline_, r, Depth::hessian);
}

LocalDerivatives GridModel::at(double x, double y) {
    std::array<double, 2> gradient{};
    std::array<double, 4> hessian{};
    const double f = evaluator_->hessian(std::array{x, y}, gradient, hessian);
    return {f, gradient[0], gradient[1], hessian[0], hessian[1], hessian[3]};
}

}  // namespace thalweg

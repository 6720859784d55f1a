#include "core/landscape/grid_landscape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/landscape/few_nodes.h"
#include "core/landscape/fill_holes.h"

namespace thalweg {
namespace {

using Spline = GridLandscape::Spline;
using Weights = SplineAxis::Weights;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<std::uint8_t> cells_with_holes(const std::vector<double>& values, std::size_t columns) {
    if (std::ranges::none_of(values, [](double value) { return std::isnan(value); })) return {};
    const std::size_t rows = values.size() / columns;
    std::vector<std::uint8_t> holes((rows - 1) * (columns - 1), 0);
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        for (std::size_t column = 0; column + 1 < columns; ++column) {
            const double* corner = values.data() + row * columns + column;
            const bool hole = std::isnan(corner[0] + corner[1] + corner[columns] + corner[columns + 1]);
            holes[row * (columns - 1) + column] = hole ? 1 : 0;
        }
    }
    return holes;
}

/// Values at the nodes become coefficients: along y for whole rows side by side, along x row by row.
void solve(Spline& spline) {
    const std::size_t columns = spline.x.coefficients();
    spline.y.solve(spline.coefficients, columns);
    for (std::size_t first = 0; first < spline.coefficients.size(); first += columns) {
        spline.x.solve(std::span(spline.coefficients).subspan(first, columns), 1);
    }
}

using Parts = std::array<double, 4>;

double combined(const Spline& spline, const Weights& x, const Parts& of_x, const Weights& y, const Parts& of_y) {
    const std::size_t columns = spline.x.coefficients();
    double total = 0.0;
    for (std::size_t row = 0; row < 4; ++row) {
        const double* c = spline.coefficients.data() + (y.first + row) * columns + x.first;
        total += of_y[row] * (((of_x[0] * c[0] + of_x[1] * c[1]) + of_x[2] * c[2]) + of_x[3] * c[3]);
    }
    return total;
}

class GridEvaluator final : public Evaluator {
  public:
    explicit GridEvaluator(std::shared_ptr<const Spline> spline) : spline_(std::move(spline)) {}

    double value(std::span<const double> x) override {
        if (!place(x)) return undefined;
        return combined(*spline_, x_, x_.value, y_, y_.value);
    }

    double gradient(std::span<const double> x, std::span<double> gradient) override {
        if (!place(x)) {
            std::ranges::fill(gradient, undefined);
            return undefined;
        }
        gradient[0] = combined(*spline_, x_, x_.slope, y_, y_.value);
        gradient[1] = combined(*spline_, x_, x_.value, y_, y_.slope);
        return combined(*spline_, x_, x_.value, y_, y_.value);
    }

    double hessian(std::span<const double> x, std::span<double> gradient, std::span<double> hessian) override {
        const double f = this->gradient(x, gradient);
        if (std::isnan(f)) {
            std::ranges::fill(hessian, undefined);
            return f;
        }
        hessian[0] = combined(*spline_, x_, x_.curvature, y_, y_.value);
        hessian[1] = hessian[2] = combined(*spline_, x_, x_.slope, y_, y_.slope);
        hessian[3] = combined(*spline_, x_, x_.value, y_, y_.curvature);
        return f;
    }

    /// Everywhere that it is defined; one-sidedly at the rims.
    bool differentiable(std::span<const double> x) override { return spline_->is_defined(x[0], x[1]); }

  private:
    bool place(std::span<const double> x) {
        if (!spline_->is_defined(x[0], x[1])) return false;
        x_ = spline_->x.weights(x[0]);
        y_ = spline_->y.weights(x[1]);
        return true;
    }

    std::shared_ptr<const Spline> spline_;
    Weights x_, y_;
};

/// Weights of a picture's rows or columns; those outside are of the nearest node and not used.
std::vector<Weights> all_weights(const SplineAxis& axis, std::span<const double> places) {
    std::vector<Weights> weights;
    weights.reserve(places.size());
    for (const double place : places) {
        const double inside = axis.cell(place) ? place : axis.nodes().front();
        weights.push_back(axis.weights(inside));
    }
    return weights;
}

}  // namespace

bool GridLandscape::Spline::is_defined(double at_x, double at_y) const {
    const auto column = x.cell(at_x), row = y.cell(at_y);
    if (!column || !row) return false;
    if (holes.empty()) return true;
    // A place on a line between cells belongs to both.
    const std::size_t columns = x.nodes().size() - 1;
    const std::size_t left = *column - (*column > 0 && at_x == x.nodes()[*column] ? 1 : 0);
    const std::size_t below = *row - (*row > 0 && at_y == y.nodes()[*row] ? 1 : 0);
    for (std::size_t r = below; r <= *row; ++r) {
        for (std::size_t c = left; c <= *column; ++c) {
            if (holes[r * columns + c] == 0) return true;
        }
    }
    return false;
}

GridLandscape::GridLandscape(std::vector<double> x, std::vector<double> y, std::vector<double> values) {
    raise_to_four_nodes(x, y, values);
    Spline spline{SplineAxis(std::move(x)), SplineAxis(std::move(y)), std::move(values), {}};
    spline.holes = cells_with_holes(spline.coefficients, spline.x.coefficients());
    if (!spline.holes.empty()) fill_holes(spline.coefficients, spline.x.coefficients());
    solve(spline);
    spline_ = std::make_shared<const Spline>(std::move(spline));
}

std::unique_ptr<Evaluator> GridLandscape::evaluator() const {
    return std::make_unique<GridEvaluator>(spline_);
}

void GridLandscape::grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const {
    const std::vector<Weights> columns = all_weights(spline_->x, x), rows = all_weights(spline_->y, y);
    for (std::size_t row = 0; row < y.size(); ++row) {
        for (std::size_t column = 0; column < x.size(); ++column) {
            const Weights &wx = columns[column], &wy = rows[row];
            const bool defined = spline_->is_defined(x[column], y[row]);
            f[row * x.size() + column] = defined ? combined(*spline_, wx, wx.value, wy, wy.value) : undefined;
        }
    }
}

void GridLandscape::grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                                   std::span<double> fx, std::span<double> fy) const {
    const std::vector<Weights> columns = all_weights(spline_->x, x), rows = all_weights(spline_->y, y);
    for (std::size_t row = 0; row < y.size(); ++row) {
        for (std::size_t column = 0; column < x.size(); ++column) {
            const std::size_t node = row * x.size() + column;
            const Weights &wx = columns[column], &wy = rows[row];
            const bool defined = spline_->is_defined(x[column], y[row]);
            f[node] = defined ? combined(*spline_, wx, wx.value, wy, wy.value) : undefined;
            fx[node] = defined ? combined(*spline_, wx, wx.slope, wy, wy.value) : undefined;
            fy[node] = defined ? combined(*spline_, wx, wx.value, wy, wy.slope) : undefined;
        }
    }
}

}  // namespace thalweg

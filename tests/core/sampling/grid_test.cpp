#include "core/sampling/grid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <stdexcept>

namespace thalweg {
namespace {

/// f = x² + 3y, undefined left of x = −1.
class Slope final : public Landscape {
  public:
    int dimensions() const override { return 2; }
    std::unique_ptr<Evaluator> evaluator() const override { return nullptr; }
    std::unique_ptr<BatchEvaluator> batch_evaluator() const override {
        throw std::logic_error("grids have functions of their own");
    }
    void grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const override {
        for (std::size_t i = 0; i < f.size(); ++i) {
            const double at = x[i % x.size()];
            f[i] = at < -1 ? std::nan("") : at * at + 3 * y[i / x.size()];
        }
    }
    void grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                        std::span<double> fy) const override {
        grid_values(x, y, f);
        for (std::size_t i = 0; i < f.size(); ++i) {
            fx[i] = 2 * x[i % x.size()];
            fy[i] = 3;
        }
    }
};

TEST(SampleGrid, has_the_nodes_that_the_header_promises) {
    const Box box{.x0 = -2.1, .x1 = 3.7, .y0 = 0.3, .y1 = 4.9};
    for (const auto& [columns, rows] : {std::pair{2, 2}, {17, 5}, {3, 401}, {3000, 3}}) {
        const SurfaceGrid grid = sample_grid(Slope(), box, columns, rows, Derivatives::with);
        ASSERT_EQ(grid.values.size(), static_cast<std::size_t>(columns * rows));
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                const auto i = static_cast<std::size_t>(r * columns + c);
                const double x = c == columns - 1 ? box.x1 : box.x0 + c * box.width() / (columns - 1);
                const double y = r == rows - 1 ? box.y1 : box.y0 + r * box.height() / (rows - 1);
                if (x < -1) {
                    EXPECT_TRUE(std::isnan(grid.values[i]));
                } else {
                    EXPECT_NEAR(grid.values[i], x * x + 3 * y, 1e-12);
                }
                EXPECT_NEAR(grid.dx[i], 2 * x, 1e-12);
                EXPECT_EQ(grid.dy[i], 3);
            }
        }
    }
}

TEST(SampleGrid, leaves_derivatives_out_when_not_asked) {
    const SurfaceGrid grid = sample_grid(Slope(), {}, 8, 8, Derivatives::without);
    EXPECT_EQ(grid.values.size(), 64u);
    EXPECT_TRUE(grid.dx.empty());
    EXPECT_TRUE(grid.dy.empty());
}

TEST(SampleGrid, refuses_fewer_than_two_nodes_a_side) {
    EXPECT_THROW(sample_grid(Slope(), {}, 1, 8, Derivatives::without), std::invalid_argument);
    EXPECT_THROW(sample_grid(Slope(), {}, 8, 0, Derivatives::without), std::invalid_argument);
}

}  // namespace
}  // namespace thalweg

#include "core/landscape/grid_landscape.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace thalweg {
namespace {

const std::vector<double> xs = {-2.0, -1.5, -0.25, 0.0, 0.5, 1.75, 2.0};
const std::vector<double> ys = {0.0, 0.5, 0.75, 2.0, 3.0};
constexpr double hole = std::numeric_limits<double>::quiet_NaN();

/// sin(3x + y²) at the nodes.
std::vector<double> samples() {
    std::vector<double> values;
    for (const double y : ys) {
        for (const double x : xs) values.push_back(std::sin(3.0 * x + y * y));
    }
    return values;
}

// scipy 1.10.1: RectBivariateSpline(xs, ys, sin(3x + y²).T, kx=3, ky=3, s=0) and its derivatives.
struct Row {
    double x, y, f, fx, fy, fxx, fxy, fyy;
};
constexpr Row scipy[] = {
    {-1.75, 0.25, 0.948318205786041, 1.3585368938757187, 0.1073181142853502, -10.509125260505789, -1.7069252572613258,
     0.29002050735261176},
    {-1.0, 0.6, -0.08937804608569987, -1.9807120254144068, -0.3479839930632874, 1.391816053110231, 1.9528715028924708,
     0.5689745701943218},
    {-0.125, 1.0, 0.27401862156657003, 2.459431317066916, -0.02050413016894513, -0.8471108964387056,
     -3.5671259334216896, -3.054200148131787},
    {0.25, 2.5, -1.2821186086915641, -0.28601786519913, 0.36495271395646034, 9.307386240787228, -2.799155346651869,
     5.1434655956247255},
    {1.0, 2.9, -0.29258280430248074, 2.4350250723104088, -1.1095003235201253, 1.526434718366842, -0.94261256571607,
     -2.0285617224943917},
    {1.9, 0.1, -0.6706231471915817, 2.4733839113193112, -0.2852514995986851, 12.829617856616006, -0.4034937836757536,
     6.9765835081894165},
    {2.0, 3.0, 0.6502878401571168, -2.85369565467393, 4.050209070485934, -13.177730471024537, 11.945340087294435,
     7.51948097233369},
    {-2.0, 0.0, 0.27941549819892575, 4.23405572119911, -1.1884841760895644, -13.70520906273257, 5.256205087727039,
     10.080769401668997},
};

TEST(GridLandscape, AgreesWithScipy) {
    const GridLandscape landscape(xs, ys, samples());
    const auto evaluator = landscape.evaluator();
    for (const Row& row : scipy) {
        std::array<double, 2> g = {};
        std::array<double, 4> h = {};
        EXPECT_NEAR(evaluator->hessian(std::array{row.x, row.y}, g, h), row.f, 1e-12);
        EXPECT_NEAR(g[0], row.fx, 1e-11);
        EXPECT_NEAR(g[1], row.fy, 1e-11);
        EXPECT_NEAR(h[0], row.fxx, 1e-10);
        EXPECT_NEAR(h[1], row.fxy, 1e-10);
        EXPECT_EQ(h[2], h[1]);
        EXPECT_NEAR(h[3], row.fyy, 1e-10);
    }
}

TEST(GridLandscape, PicturesShowWhatIsDescended) {
    std::vector<double> values = samples();
    values[2 * xs.size() + 3] = hole;
    const GridLandscape landscape(xs, ys, values);
    const auto evaluator = landscape.evaluator();
    std::vector<double> px, py;
    for (int i = -2; i <= 34; ++i) px.push_back(-2.0 + i / 8.0);
    for (int i = -2; i <= 26; ++i) py.push_back(i / 8.0);
    std::vector<double> f(px.size() * py.size()), fx(f), fy(f), only(f);
    landscape.grid_gradients(px, py, f, fx, fy);
    landscape.grid_values(px, py, only);
    for (std::size_t i = 0; i < f.size(); ++i) {
        std::array<double, 2> g = {};
        const double value = evaluator->gradient(std::array{px[i % px.size()], py[i / px.size()]}, g);
        if (std::isnan(value)) {
            EXPECT_TRUE(std::isnan(f[i]) && std::isnan(fx[i]) && std::isnan(fy[i]) && std::isnan(only[i]));
        } else {
            EXPECT_EQ(std::tuple(f[i], fx[i], fy[i], only[i]), std::tuple(value, g[0], g[1], value));
        }
    }
}

TEST(GridLandscape, IsUndefinedOutsideAndInCellsWithAHole) {
    std::vector<double> values = samples();
    values[2 * xs.size() + 3] = hole;  // at (0, 0.75)
    const auto evaluator = GridLandscape(xs, ys, values).evaluator();
    const auto at = [&](double x, double y) { return evaluator->value(std::array{x, y}); };
    for (const auto& [x, y] : {std::array{0.0, 0.75}, {0.1, 0.8}, {-0.2, 0.6}, {-2.1, 1.0}, {0.0, 3.1}, {hole, 1.0}}) {
        EXPECT_TRUE(std::isnan(at(x, y))) << x << ' ' << y;
        EXPECT_FALSE(evaluator->differentiable(std::array{x, y}));
    }
    // The nodes around it belong to cells without holes, too, and keep their values.
    for (std::size_t row = 0; row < ys.size(); ++row) {
        for (std::size_t column = 0; column < xs.size(); ++column) {
            if (row == 2 && column == 3) continue;
            EXPECT_NEAR(at(xs[column], ys[row]), values[row * xs.size() + column], 1e-13);
        }
    }
}

TEST(GridLandscape, HasNoJumpsBesideAHole) {
    std::vector<double> values = samples();
    values[3] = hole;  // at (0, 0); the line x = -0.25 is the rim of the hole's cells for y < 0.5
    const auto evaluator = GridLandscape(xs, ys, values).evaluator();
    std::array<double, 2> g = {}, g_beyond = {};
    std::array<double, 4> h = {}, h_beyond = {};
    for (const double x : {-1.0, 0.25, 1.0}) {  // across y = 0.5, where the hole's cells end
        evaluator->hessian(std::array{x, 0.5 - 1e-9 * (x == 0.25 ? 0.0 : 1.0)}, g, h);
        evaluator->hessian(std::array{x, 0.5 + 1e-9}, g_beyond, h_beyond);
        for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(g[i], g_beyond[i], 1e-6);
        for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(h[i], h_beyond[i], 1e-6);
    }
}

TEST(GridLandscape, ContinuesAPlaneStraightIntoItsHoles) {
    std::vector<double> values;
    const std::vector<double> even = {0, 1, 2, 3, 4, 5};
    for (const double y : even) {
        for (const double x : even) values.push_back(2.0 * x - 3.0 * y + 1.0);
    }
    values[14] = values[15] = hole;
    const auto evaluator = GridLandscape(even, even, values).evaluator();
    EXPECT_NEAR(evaluator->value(std::array{0.3, 0.7}), 2.0 * 0.3 - 3.0 * 0.7 + 1.0, 1e-13);
    EXPECT_NEAR(evaluator->value(std::array{4.5, 2.5}), 2.0 * 4.5 - 3.0 * 2.5 + 1.0, 1e-13);
}

TEST(GridLandscape, OfFewNodesIsALineOrAParabola) {
    // Two nodes along x, three along y.
    const auto f = [](double x, double y) { return 2.0 * x - 3.0 * y * y + x * y + 1.0; };
    std::vector<double> values;
    for (const double y : {-1.0, 0.5, 1.0}) {
        for (const double x : {2.0, 6.0}) values.push_back(f(x, y));
    }
    const auto evaluator = GridLandscape({2.0, 6.0}, {-1.0, 0.5, 1.0}, values).evaluator();
    for (const double x : {2.0, 3.1, 5.0, 6.0}) {
        for (const double y : {-1.0, -0.2, 0.7, 1.0}) {
            std::array<double, 2> gradient = {};
            EXPECT_NEAR(evaluator->gradient(std::array{x, y}, gradient), f(x, y), 1e-12);
            EXPECT_NEAR(gradient[0], 2.0 + y, 1e-12);
            EXPECT_NEAR(gradient[1], x - 6.0 * y, 1e-12);
        }
    }
}

}  // namespace
}  // namespace thalweg

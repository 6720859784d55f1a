#include "core/landscape/spline_axis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace thalweg {
namespace {

const std::vector<double> nodes = {-2.0, -1.5, -0.25, 0.0, 0.5, 1.75, 2.0};

double sum(const SplineAxis::Weights& w, const std::array<double, 4>& parts, const std::vector<double>& coefficients) {
    double total = 0.0;
    for (std::size_t k = 0; k < 4; ++k) total += parts[k] * coefficients[w.first + k];
    return total;
}

TEST(SplineAxis, ReproducesCubicsWithTheirDerivatives) {
    const SplineAxis axis(nodes);
    std::vector<double> c;
    for (const double x : nodes) c.push_back(x * x * x - 2.0 * x * x + 3.0 * x - 1.0);
    axis.solve(c, 1);
    for (double x = -2.0; x <= 2.0; x += 1.0 / 32) {
        const SplineAxis::Weights w = axis.weights(x);
        EXPECT_NEAR(sum(w, w.value, c), x * x * x - 2.0 * x * x + 3.0 * x - 1.0, 1e-13) << x;
        EXPECT_NEAR(sum(w, w.slope, c), 3.0 * x * x - 4.0 * x + 3.0, 1e-12) << x;
        EXPECT_NEAR(sum(w, w.curvature, c), 6.0 * x - 4.0, 1e-11) << x;
    }
}

// scipy 1.10.1: CubicSpline(nodes, [1, -1, 3, 0, 2, 2, -4], bc_type="not-a-knot") and its derivatives
struct Row {
    double x, value, slope, curvature;
};
constexpr Row scipy[] = {
    {-2.0, 1.0, -13.882827277252364, 48.474948446277466},
    {-1.75, -1.0956090450117328, -3.4410225414207494, 35.05948944037545},
    {-1.0, 2.4110076086183603, 7.761203157221078, -5.18688757733058},
    {-0.125, 1.3955243813553295, -13.22512799544905, 13.372879186517807},
    {0.25, -0.09935291189646583, 5.541655407807721, 35.179293180686905},
    {1.0, 5.942302495911258, 4.685899168029584, -18.282016639408376},
    {1.8125, 0.7718977491911396, -21.035454294958406, -45.032084192561996},
    {2.0, -4.0, -30.057697504088736, -51.205176704828204},
};

TEST(SplineAxis, AgreesWithScipy) {
    const SplineAxis axis(nodes);
    std::vector<double> c = {1, -1, 3, 0, 2, 2, -4};
    axis.solve(c, 1);
    for (const Row& row : scipy) {
        const SplineAxis::Weights w = axis.weights(row.x);
        EXPECT_NEAR(sum(w, w.value, c), row.value, 1e-12) << row.x;
        EXPECT_NEAR(sum(w, w.slope, c), row.slope, 1e-11) << row.x;
        EXPECT_NEAR(sum(w, w.curvature, c), row.curvature, 1e-10) << row.x;
    }
}

TEST(SplineAxis, KnowsTheCellOfEveryPlace) {
    const SplineAxis axis(nodes);
    EXPECT_EQ(axis.cell(-2.0), 0U);
    EXPECT_EQ(axis.cell(-1.5), 1U);
    EXPECT_EQ(axis.cell(2.0), 5U);
    EXPECT_FALSE(axis.cell(std::nextafter(2.0, 3.0)));
    EXPECT_FALSE(axis.cell(std::nan("")));
}

TEST(SplineAxis, SolvesManySetsSideBySide) {
    const SplineAxis axis(nodes);
    std::vector<double> both, first = {1, -1, 3, 0, 2, 2, -4};
    for (const double value : first) both.insert(both.end(), {value, 10.0 - value});
    axis.solve(first, 1);
    axis.solve(both, 2);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        EXPECT_EQ(both[2 * i], first[i]);
        EXPECT_NEAR(both[2 * i + 1], 10.0 - first[i], 1e-12);
    }
}

}  // namespace
}  // namespace thalweg

#include "core/stationary/stationary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include "tests/core/formula/csv.h"
#include "tests/core/stationary/known_points.h"
#include "tests/core/stationary/search_for.h"

namespace thalweg {
namespace {

constexpr const char* himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

std::map<std::string, std::string> formulas() {
    std::map<std::string, std::string> all;
    for (const auto& row : read_rows("functions.csv")) all[row[0]] = row[1];
    return all;
}

TEST(StationaryPoints, AreThoseOfTheReference) {
    const auto known = known_points();
    const auto formula = formulas();
    const auto counts = read_rows("stationary_counts.csv");
    ASSERT_EQ(counts.size(), 5U);
    for (const auto& row : counts) {
        const Box box{std::stod(row[1]), std::stod(row[2]), std::stod(row[3]), std::stod(row[4])};
        const StationaryReport report = search_for(formula.at(row[0]), box);
        EXPECT_TRUE(report.complete) << row[0];
        EXPECT_EQ(report.points.size(), std::stoul(row[5])) << row[0];
        EXPECT_EQ(count(report, StationaryClass::minimum), std::stol(row[6])) << row[0];
        EXPECT_EQ(count(report, StationaryClass::maximum), std::stol(row[7])) << row[0];
        EXPECT_EQ(count(report, StationaryClass::saddle), std::stol(row[8])) << row[0];
        for (const Known& k : known.at(row[0])) {
            const auto found = std::ranges::find_if(report.points, [&](const StationaryPoint& p) {
                return std::abs(p.x - k.x) < 1e-12 && std::abs(p.y - k.y) < 1e-12;
            });
            ASSERT_NE(found, report.points.end()) << row[0] << ' ' << k.x << ' ' << k.y;
            EXPECT_EQ(name(found->kind), k.kind);
            EXPECT_NEAR(found->value, k.f, 1e-12 * std::max(1.0, std::abs(k.f)));
            EXPECT_NEAR(found->eigenvalues[0], k.smaller, 1e-11 * std::abs(k.larger) + 1e-11 * std::abs(k.smaller));
            EXPECT_NEAR(found->eigenvalues[1], k.larger, 1e-11 * std::abs(k.larger) + 1e-11 * std::abs(k.smaller));
            EXPECT_LT(found->gradient_bound, 1e-11);
        }
    }
}

TEST(StationaryPoints, AreCountedOnceWhereverTheBoxLies) {
    const auto known = known_points().at("himmelblau");
    std::mt19937 random(1);
    std::uniform_real_distribution<double> corner(-7.0, 0.0), size(1.0, 8.0);
    for (int i = 0; i < 60; ++i) {
        Box box{corner(random), 0, corner(random), 0};
        // Every third box has a root on its left edge, every fifth one on its lower edge.
        const Known& some = known[static_cast<std::size_t>(i) % known.size()];
        if (i % 3 == 0) box.x0 = some.x;
        if (i % 5 == 0) box.y0 = some.y;
        box.x1 = box.x0 + size(random);
        box.y1 = box.y0 + size(random);
        const StationaryReport report = search_for(himmelblau, box);
        EXPECT_TRUE(report.complete) << sentence(report, box);
        // The reference is exact to a rounding, so that a root on an edge may lie on either side of it.
        constexpr double rounding = 1e-14;
        const Box outer{box.x0 - rounding, box.x1 + rounding, box.y0 - rounding, box.y1 + rounding};
        const Box inner{box.x0 + rounding, box.x1 - rounding, box.y0 + rounding, box.y1 - rounding};
        std::size_t surely = 0, perhaps = 0;
        for (const Known& k : known) {
            surely += inner.contains(k.x, k.y) ? 1 : 0;
            perhaps += outer.contains(k.x, k.y) ? 1 : 0;
        }
        EXPECT_GE(report.points.size(), surely);
        EXPECT_LE(report.points.size(), perhaps);
        for (const StationaryPoint& p : report.points)
            EXPECT_EQ(p.on_edge, !inner.contains(p.x, p.y)) << p.x << ' ' << p.y;
    }
}

TEST(StationaryPoints, OnSeamsAreFoundOnce) {
    // Pieces are cut at 0.4876 of their sides: these boxes are cut through the root again and again.
    for (const double width : {1.0, 2.0, 1e-3, 1e6}) {
        for (const double share : {0.4876, 0.5, 0.25, 0.4876 * 0.4876}) {
            const Box box{-share * width, (1 - share) * width, -share * width, (1 - share) * width};
            for (const char* text : {"x^2 + 3y^2 + x y", "cos(x) cos(y)", "x^2 - y^2 + x^3"}) {
                if (width > 2.0 && text[0] == 'c') continue;
                const StationaryReport report = search_for(text, {box.x0, box.x1 > 0.6 ? 0.6 : box.x1, box.y0, box.y1});
                const auto at_origin = std::ranges::count_if(
                    report.points, [](const StationaryPoint& p) { return std::hypot(p.x, p.y) < 1e-9; });
                EXPECT_EQ(at_origin, 1) << text << ' ' << width << ' ' << share;
                EXPECT_TRUE(report.complete) << text << ' ' << width << ' ' << share;
            }
        }
    }
    // Pieces of very different sizes meet at these 14 × 14 roots.
    const StationaryReport schwefel = search_for("x sin(sqrt(abs(x))) + y sin(sqrt(abs(y)))", {-500, 500, -500, 500});
    EXPECT_EQ(schwefel.points.size(), 196U);
    // Just outside of the box is outside.
    EXPECT_TRUE(search_for(himmelblau, {3 + 1e-12, 5, 2, 5}).points.empty());
    EXPECT_TRUE(search_for(himmelblau, {3, 5, 2 + 1e-12, 5}).points.empty());
    const StationaryReport corner = search_for(himmelblau, {3, 5, 2, 5});
    ASSERT_EQ(corner.points.size(), 1U);
    EXPECT_TRUE(corner.points[0].on_edge);
    EXPECT_TRUE(corner.points[0].certified);
}

TEST(StationaryPoints, AgreeWithNewtonFromManyStarts) {
    const char* texts[] = {"sin(3x) cos(2y) + 0.1(x^2 + y^2)",
                           "exp(-x^2 - y^2)(x + 2y) + 0.05 x y",
                           "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
                           "atan(x y) + 0.2 x^2 - erf(y) + 0.1 y^2",
                           "sqrt(1 + x^2 + y^2) - sin(x - 2y)",
                           "softplus(x y) - sigmoid(3x) + 0.1 y^2 - tanh(y)",
                           "x^3 - 3x y^2 + 0.1 x^2 + 0.2 y"};
    const Box box{-3.1, 2.9, -2.8, 3.2};
    for (const char* text : texts) {
        const FormulaLandscape landscape = landscape_of(text);
        const StationaryReport report = find_stationary_points(landscape, box);
        EXPECT_TRUE(report.complete) << text << ": " << sentence(report, box);
        const auto evaluator = landscape.evaluator();
        std::mt19937 random(7);
        std::uniform_real_distribution<double> from_x(box.x0, box.x1), from_y(box.y0, box.y1);
        int converged = 0;
        for (int start = 0; start < 400; ++start) {
            std::array<double, 2> x{from_x(random), from_y(random)}, g{};
            std::array<double, 4> h{};
            bool done = false;
            for (int i = 0; i < 60 && !done; ++i) {
                evaluator->hessian(x, g, h);
                const double determinant = h[0] * h[3] - h[1] * h[2];
                const double dx = (h[3] * g[0] - h[1] * g[1]) / determinant;
                const double dy = (h[0] * g[1] - h[2] * g[0]) / determinant;
                x = {x[0] - dx, x[1] - dy};
                done = std::hypot(dx, dy) < 1e-13;
            }
            if (!done || !box.contains(x[0], x[1])) continue;
            ++converged;
            EXPECT_TRUE(knows(report, x[0], x[1], 1e-9)) << text << ' ' << x[0] << ' ' << x[1];
        }
        EXPECT_GT(converged, 20) << text;
    }
}

}  // namespace
}  // namespace thalweg

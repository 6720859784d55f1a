#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/core/stationary/known_points.h"
#include "tests/core/stationary/search_for.h"

namespace thalweg {
namespace {

constexpr const char* himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
constexpr const char* rastrigin = "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)";
constexpr const char* ackley = "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20";

TEST(StationaryPoints, OfCurvesLieOnTheAxis) {
    const FormulaLandscape curve = landscape_of("x^2 sin x", 1);
    const Box box{-10, 10, -3, 4};
    const StationaryReport report = find_stationary_points(curve, box);
    EXPECT_EQ(count(report, StationaryClass::minimum), 3);
    EXPECT_EQ(count(report, StationaryClass::maximum), 3);
    EXPECT_EQ(count(report, StationaryClass::degenerate), 1);
    for (const StationaryPoint& p : report.points) {
        EXPECT_EQ(p.y, 0.0);
        EXPECT_NEAR(2 * p.x * std::sin(p.x) + p.x * p.x * std::cos(p.x), 0.0, 1e-12);
        EXPECT_FALSE(p.on_edge);
    }
    ASSERT_EQ(report.undecided.size(), 1U);
    EXPECT_EQ(report.undecided[0].box.y0, box.y0);
    EXPECT_EQ(report.undecided[0].box.y1, box.y1);

    const StationaryReport parabola = find_stationary_points(landscape_of("x^2", 1), {0, 10, 0, 1});
    ASSERT_EQ(parabola.points.size(), 1U);
    EXPECT_TRUE(parabola.complete);
    EXPECT_TRUE(parabola.points[0].on_edge);
    EXPECT_TRUE(parabola.points[0].global_minimum);
}

TEST(StationaryPoints, AreTheGlobalMinimumOnlyWhenProved) {
    struct Case {
        const char* text;
        Box box;
        std::ptrdiff_t global;
    };
    const Case cases[] = {
        {himmelblau, {-5, 5, -5, 5}, 4},
        {rastrigin, {-5.12, 5.12, -5.12, 5.12}, 1},
        {"sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1", {-1.5, 4, -3, 4}, 1},
        {"x^3 - 3x + y^2", {-1.9, 2, -1, 1}, 1},
        {"x^3 - 3x + y^2", {-2.1, 2, -1, 1}, 0},  // smaller on the left edge
        {"x^3 - 3x + y^2", {-50, 50, -1, 1}, 0},
        {"x^2 + y^2", {0, 1, 0, 1}, 1},  // in a corner
        {"x^2 - y^2", {-1, 1, -1, 1}, 0},
        {"x^2 + y^2 - abs(x)", {-1, 1, -1, 1}, 2},
        {"x^2 + y^2 - 2 abs(x - 0.9)", {-1, 1, -1, 1}, 1},  // on the edge
        {"x + 1/x + y^2", {-2, 2, -1, 1}, 0},               // -∞ left of 0
        {"x + 1/x + y^2", {0.1, 2, -1, 1}, 1},
        {"x^2 + y^2 - 3 step(x - 0.8)", {-1, 1, -1, 1}, 0},
        {ackley, {-5, 5, -5, 5}, 0},  // it lies in the kink
    };
    for (const Case& c : cases) {
        const StationaryReport report = search_for(c.text, c.box);
        EXPECT_EQ(std::ranges::count(report.points, true, &StationaryPoint::global_minimum), c.global) << c.text;
        EXPECT_EQ(!report.points.empty() && report.points[0].global_minimum, c.global > 0) << c.text;
    }
}

TEST(StationaryPoints, AreKnownInPartWhenTheBudgetEnds) {
    const auto known = known_points().at("rastrigin");
    std::size_t last = 0;
    for (const int budget : {1, 10, 100, 1000, 3000}) {
        const StationaryReport report = search_for(rastrigin, {-5.12, 5.12, -5.12, 5.12}, {budget});
        EXPECT_FALSE(report.complete);
        EXPECT_FALSE(report.undecided.empty());
        EXPECT_LE(report.undecided.size(), 100U);
        EXPECT_GE(report.points.size(), last);
        last = report.points.size();
        for (const Known& k : known) EXPECT_TRUE(knows(report, k.x, k.y, 1e-9)) << budget << ' ' << k.x << ' ' << k.y;
    }
}

TEST(StationaryPoints, CanBeCancelled) {
    const FormulaLandscape landscape = landscape_of(rastrigin);
    const Box box{-5.12, 5.12, -5.12, 5.12};
    std::stop_source source;
    const StationaryReport report = find_stationary_points(landscape, box, {}, source.get_token(), [&](double share) {
        if (share > 0.001) source.request_stop();
    });
    EXPECT_TRUE(report.cancelled);
    EXPECT_FALSE(report.complete);
    const auto known = known_points().at("rastrigin");
    for (const Known& k : known) EXPECT_TRUE(knows(report, k.x, k.y, 1e-9));
    EXPECT_NE(sentence(report, box).find("Cancelled"), std::string::npos);
}

TEST(StationaryPoints, ReportProgressFromZeroToOne) {
    std::vector<double> shares;
    find_stationary_points(landscape_of(ackley), {}, {}, {}, [&](double share) { shares.push_back(share); });
    ASSERT_GE(shares.size(), 3U);
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    EXPECT_GE(shares.front(), 0.0);
    EXPECT_EQ(shares.back(), 1.0);
}

/// All that is said of a point, so that −0 is told from 0 and NaN equals itself.
std::vector<std::uint64_t> bits(const StationaryPoint& p) {
    std::vector<std::uint64_t> all;
    for (const double number :
         {p.x, p.y, p.value, p.gradient_bound, p.eigenvalues[0], p.eigenvalues[1], p.eigenvectors[0][0],
          p.eigenvectors[0][1], p.eigenvectors[1][0], p.eigenvectors[1][1]}) {
        all.push_back(std::bit_cast<std::uint64_t>(number));
    }
    all.push_back(static_cast<std::uint64_t>(p.kind));
    for (const bool flag : {p.certified, p.on_edge, p.global_minimum}) all.push_back(flag ? 1 : 0);
    return all;
}

TEST(StationaryPoints, AreTheSameBitsOnAnyNumberOfThreads) {
    for (const char* text : {rastrigin, ackley, "sin(sqrt(x^2 + y^2))", "abs(sin(x) cos(y)) + 0.01 x"}) {
        const FormulaLandscape landscape = landscape_of(text);
        const auto run = [&](std::size_t threads) {
            const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
            return find_stationary_points(landscape, {}, {20'000});
        };
        const StationaryReport one = run(1), many = run(4);
        EXPECT_EQ(one.complete, many.complete) << text;
        ASSERT_EQ(one.points.size(), many.points.size()) << text;
        for (std::size_t i = 0; i < one.points.size(); ++i) {
            EXPECT_EQ(bits(one.points[i]), bits(many.points[i])) << text << ", point " << i;
        }
        ASSERT_EQ(one.undecided.size(), many.undecided.size()) << text;
        for (std::size_t i = 0; i < one.undecided.size(); ++i) {
            EXPECT_EQ(one.undecided[i].box, many.undecided[i].box) << text;
            EXPECT_EQ(one.undecided[i].reason, many.undecided[i].reason) << text;
        }
    }
}

TEST(StationaryPoints, OfOddInputAreAnAnswer) {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Box& box : {Box{1, 1, 0, 1}, Box{2, 1, 0, 1}, Box{-infinity, 1, 0, 1}, Box{0, std::nan(""), 0, 1}}) {
        const StationaryReport report = search_for("x^2 + y^2", box);
        EXPECT_FALSE(report.complete);
        EXPECT_EQ(report.undecided.size(), 1U);
    }
    EXPECT_EQ(search_for("x^2 + y^2", {-1e308, 1e308, -1e308, 1e308}).undecided.size(), 1U);
    // Numbers near the ends of the range of doubles.
    EXPECT_TRUE(search_for("1e-200 (x^2 + 3y^2)", {}).complete);
    EXPECT_TRUE(search_for("1e200 (x^2 + 3y^2)", {}).complete);
    EXPECT_EQ(search_for("x^2 + y^2", {-1e200, 1e200, -1e200, 1e200}).points.size(), 1U);
    EXPECT_EQ(search_for("x^2 + y^2", {-1e-200, 1e-200, -1, 1}).points.size(), 1U);
    EXPECT_TRUE(search_for("exp(exp(x)) + y^2", {-1000, 1000, -1, 1}, {5000}).points.empty());
    EXPECT_FALSE(search_for("1/0 + x", {}).points.size() > 0);
}

TEST(StationaryPoints, OfDecimalNumbersAreEnclosed) {
    // 0.1 is no double: the root of (x - 0.1)² must be certified all the same, and the parameter's too.
    const StationaryReport typed = search_for("(x - 0.1)^2 + (y - pi)^2", {});
    ASSERT_EQ(typed.points.size(), 1U);
    EXPECT_TRUE(typed.complete);
    const auto formula = Formula::parse("(x - a)^2 + y^2");
    ASSERT_TRUE(formula.has_value());
    const StationaryReport with_parameter = find_stationary_points(FormulaLandscape(*formula, {0.1}), {0.1, 1, -1, 1});
    ASSERT_EQ(with_parameter.points.size(), 1U);
    EXPECT_TRUE(with_parameter.points[0].on_edge);
}

}  // namespace
}  // namespace thalweg

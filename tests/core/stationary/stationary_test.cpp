#include "core/stationary/stationary.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include "tests/core/formula/csv.h"
#include "tests/core/stationary/search_for.h"

namespace thalweg {
namespace {

constexpr const char* himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
constexpr const char* rastrigin = "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)";
constexpr const char* ackley = "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20";

struct Known {
    double x, y, f, smaller, larger;
    std::string kind;
};

/// The reference's points, by function.
std::map<std::string, std::vector<Known>> known_points() {
    std::map<std::string, std::vector<Known>> known;
    for (const auto& row : read_rows("stationary_points.csv")) {
        known[row[0]].push_back(
            {std::stod(row[1]), std::stod(row[2]), std::stod(row[3]), std::stod(row[4]), std::stod(row[5]), row[6]});
    }
    return known;
}

std::map<std::string, std::string> formulas() {
    std::map<std::string, std::string> all;
    for (const auto& row : read_rows("functions.csv")) all[row[0]] = row[1];
    return all;
}

std::ptrdiff_t count(const StationaryReport& report, StationaryClass kind) {
    return std::ranges::count(report.points, kind, &StationaryPoint::kind);
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

struct Undecidable {
    const char* text;
    double x, y;           ///< where it cannot be decided
    std::size_t others;    ///< certified points elsewhere
    bool degenerate;       ///< a degenerate point is found there
    std::string_view why;  ///< part of the reason
};

TEST(StationaryPoints, AreUndecidedWhereNothingCanBeProved) {
    const Undecidable cases[] = {
        {"x^3 - 3x y^2", 0, 0, 0, true, "singular"},
        {"x^4 - y^4", 0, 0, 0, true, "singular"},
        {"x^4 + y^4", 0, 0, 0, true, "singular"},
        {"x^2 + y^6", 0, 0, 0, true, "singular"},
        {"(x - 0.3)^3 - 3(x - 0.3)(y - 0.7)^2 + 100", 0.3, 0.7, 0, true, "singular"},
        {"x^2 + y^2 + abs(x)", 0, 0, 0, false, "differentiable"},
        {"abs(x) + abs(y)", 0, 0, 0, false, "differentiable"},
        {"sqrt(x^2 + y^2)", 0, 0, 0, false, "differentiable"},
        {"hypot(x, y)", 0, 0, 0, false, "differentiable"},
        {"cbrt(x)^2 + y^2", 0, 0, 0, false, "differentiable"},
        {"max(x, -2x) + y^2", 0, 0, 0, false, "differentiable"},
        {"relu(x) - 0.5 x + y^2", 0, 0, 0, false, "differentiable"},
        {"if(x > 0, x, -x) + y^2", 0, 0, 0, false, "jump"},  // along the whole line
        {"ln(x^2 + y^2)", 0, 0, 0, false, "defined"},
        {"x^3 - 3x y^2 + if(x > 1.5, 1000, 0)(x - 1.7)^2", 0, 0, 0, true, "singular"},
    };
    const Box box{-2.0, 2.0, -2.0, 2.2};
    for (const Undecidable& c : cases) {
        const StationaryReport report = search_for(c.text, box);
        EXPECT_FALSE(report.complete) << c.text;
        const auto region = std::ranges::find_if(report.undecided, [&](const UndecidedRegion& u) {
            const Box grown{u.box.x0 - 1e-15, u.box.x1 + 1e-15, u.box.y0 - 1e-15, u.box.y1 + 1e-15};
            return grown.contains(c.x, c.y);
        });
        ASSERT_NE(region, report.undecided.end()) << c.text;
        EXPECT_NE(region->reason.find(c.why), std::string::npos) << c.text << ": " << region->reason;
        EXPECT_LT(region->box.width(), c.why == "jump" ? 0.1 : 1e-6) << c.text;
        const auto found = std::ranges::find_if(
            report.points, [&](const StationaryPoint& p) { return std::hypot(p.x - c.x, p.y - c.y) < 1e-6; });
        ASSERT_EQ(found != report.points.end(), c.degenerate) << c.text;
        if (!c.degenerate) continue;
        EXPECT_FALSE(found->certified) << c.text;
        EXPECT_EQ(found->kind, StationaryClass::degenerate) << c.text;
    }
}

TEST(StationaryPoints, OfAckleyAreAllButItsKink) {
    const Box box;
    const StationaryReport report = search_for(ackley, box);
    EXPECT_EQ(report.points.size(), 440U);
    EXPECT_EQ(report.undecided.size(), 1U);
    EXPECT_TRUE(std::ranges::all_of(report.points, &StationaryPoint::certified));
    EXPECT_TRUE(report.undecided[0].box.contains(0, 0));
    EXPECT_LT(report.undecided[0].box.width(), 1e-6);
    EXPECT_EQ(sentence(report, box),
              "440 stationary points in [-5, 5] × [-5, 5]: 120 minima, 100 maxima, 220 saddles. 440 certified, "
              "1 region undecided (f is not differentiable there).");
}

TEST(StationaryPoints, AreExcludedAcrossKinksThatDoNotTurn) {
    for (const char* text :
         {"abs(x) + 3x + y^2", "max(x, 3x) + y^2", "x + y + relu(x)", "x + abs(x)/2 + sqrt(1 + y^2)"}) {
        const StationaryReport report = search_for(text, {});
        EXPECT_TRUE(report.complete) << text << ": " << sentence(report, {});
        EXPECT_TRUE(report.points.empty()) << text;
    }
}

struct Continuum {
    const char* text;
    double (*x)(double);  ///< a curve of stationary points, t in [0, 1]
    double (*y)(double);
    std::size_t certified;
};

TEST(StationaryPoints, ThatFormCurvesAreCoveredByAFewRegions) {
    const auto circle_x = [](double t) { return std::cos(2 * M_PI * t); };
    const auto circle_y = [](double t) { return std::sin(2 * M_PI * t); };
    const Continuum cases[] = {
        {"(x^2 + y^2 - 1)^2", circle_x, circle_y, 1},
        {"abs(x^2 + y^2 - 1)", circle_x, circle_y, 1},
        {"sin(pi/2 sqrt(x^2 + y^2))", circle_x, circle_y, 0},
        {"(x - y)^2", [](double t) { return 4 * t - 2; }, [](double t) { return 4 * t - 2; }, 0},
        {"x^2", [](double) { return 0.0; }, [](double t) { return 4 * t - 2; }, 0},
        {"(y - 0.5)^2", [](double t) { return 4 * t - 2; }, [](double) { return 0.5; }, 0},
        {"abs(x)", [](double) { return 0.0; }, [](double t) { return 4 * t - 2; }, 0},
        {"relu(x) + relu(y)", [](double t) { return -2 * t; }, [](double t) { return -2 * t * t; }, 0},
        {"7", [](double t) { return 4 * t - 2; }, [](double t) { return 2 - 4 * t; }, 0},
        {"floor(x) + floor(y)", [](double t) { return 4 * t - 2; }, [](double t) { return 2 - 4 * t * t; }, 0},
    };
    for (const Continuum& c : cases) {
        const StationaryReport report = search_for(c.text, {-2, 2, -2, 2});
        EXPECT_FALSE(report.complete) << c.text;
        EXPECT_LE(report.undecided.size(), 24U) << c.text;
        EXPECT_EQ(std::ranges::count(report.points, true, &StationaryPoint::certified),
                  static_cast<std::ptrdiff_t>(c.certified))
            << c.text;
        for (int i = 0; i <= 100; ++i) {
            const double t = i / 100.0;
            EXPECT_TRUE(knows(report, c.x(t), c.y(t), 1e-9)) << c.text << ' ' << c.x(t) << ' ' << c.y(t);
        }
    }
}

TEST(StationaryPoints, OfFunctionsOfOneVariableAreLines) {
    for (const char* text : {"x^2 + 0.5 x", "(y - 1)^2", "abs(x - 1)"}) {
        const StationaryReport report = search_for(text, {-2, 2, -2, 2});
        ASSERT_EQ(report.undecided.size(), 1U) << text;
        const Box& box = report.undecided[0].box;
        EXPECT_EQ(std::max(box.width(), box.height()), 4.0) << text;
        EXPECT_LT(std::min(box.width(), box.height()), 1e-6) << text;
        const bool kink = text[0] == 'a';
        EXPECT_EQ(report.undecided[0].reason,
                  kink ? "f is not differentiable there" : "f is constant along a line there");
    }
}

TEST(StationaryPoints, OfFunctionsDefinedInPartsAreFound) {
    struct Case {
        const char* text;
        std::size_t points;
        bool complete;
    };
    const Case cases[] = {
        {"sqrt(4 - x^2 - y^2)", 1, true},
        {"x - ln(x) + y^2", 1, true},
        {"ln(x) + y^2", 0, true},
        {"1/x + x + y^2", 2, true},
        {"acos(x) + y^2", 0, true},
        {"sqrt(x - 1) - x + y^2", 1, true},
        {"ln(-1 - x^2 - y^2)", 0, true},
        {"sqrt(-1 - x^2)", 0, true},
        {"tan(x) + y^2", 0, true},
        {"x y + 1/x + 1/y", 1, true},
        {"x ln(x) + y^2", 1, true},
        {"x^2 + y^2 - ln(4 - x - y)", 1, true},
        {"if(x > 0, x - ln(x), -1) + y^2", 1, false},
        {"-ln(1 - x^2 - y^2)", 1, true},
        {"(4 - x - y) ln(4 - x - y) + y", 0, true},
        {"x^1.5 - 3x + y^2", 1, true},
    };
    for (const Case& c : cases) {
        const Box box{-5, 5.5, -5, 5};
        const StationaryReport report = search_for(c.text, box);
        EXPECT_EQ(report.points.size(), c.points) << c.text << ": " << sentence(report, box);
        EXPECT_EQ(report.complete, c.complete) << c.text << ": " << sentence(report, box);
    }
}

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

TEST(StationaryPoints, AreTheSameBitsOnAnyNumberOfThreads) {
    for (const char* text : {rastrigin, ackley, "sin(sqrt(x^2 + y^2))", "abs(sin(x) cos(y)) + 0.01 x"}) {
        const FormulaLandscape landscape = landscape_of(text);
        const auto run = [&](std::size_t threads) {
            const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
            return find_stationary_points(landscape, {}, {20'000});
        };
        const StationaryReport one = run(1), many = run(4);
        ASSERT_EQ(one.points.size(), many.points.size()) << text;
        for (std::size_t i = 0; i < one.points.size(); ++i) {
            EXPECT_EQ(one.points[i].x, many.points[i].x);
            EXPECT_EQ(one.points[i].y, many.points[i].y);
            EXPECT_EQ(one.points[i].kind, many.points[i].kind);
        }
        ASSERT_EQ(one.undecided.size(), many.undecided.size()) << text;
        for (std::size_t i = 0; i < one.undecided.size(); ++i) EXPECT_EQ(one.undecided[i].box, many.undecided[i].box);
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

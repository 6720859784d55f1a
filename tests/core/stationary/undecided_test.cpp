#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/core/stationary/search_for.h"

namespace thalweg {
namespace {

constexpr const char* ackley = "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20";

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

}  // namespace
}  // namespace thalweg

#include "core/formula/interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "tests/core/formula/interval_rows.h"
#include "tests/core/formula/interval_samples.h"

namespace thalweg {
namespace {

std::string describe(const Row& row, std::span<const Interval> box, std::span<const double> point) {
    std::string text = row.name;
    char buffer[128];
    for (std::size_t i = 0; i < box.size(); ++i) {
        std::snprintf(buffer, sizeof buffer, " [%.17g, %.17g] at %.17g", box[i].lower, box[i].upper, point[i]);
        text += buffer;
    }
    return text;
}

TEST(Interval, HoldsEveryValueThatMpfrFinds) {
    constexpr int boxes = 2500, points = 4;
    Samples samples(1);
    for (const Row& row : rows()) {
        for (int i = 0; i < boxes; ++i) {
            std::vector<Interval> box;
            for (const Interval& range : row.ranges) box.push_back(samples.interval(range));
            const Interval result = row.interval(box);
            for (int k = 0; k < points; ++k) {
                std::vector<double> point;
                for (const Interval& x : box) point.push_back(samples.inside(x));
                const Real truth = row.truth(point);
                if (truth.is_nan()) {
                    ASSERT_FALSE(result.is_defined()) << describe(row, box, point);
                    continue;
                }
                const bool pole = std::isinf(truth.value()) && !result.is_defined();
                ASSERT_TRUE(pole || truth.between(result.lower, result.upper))
                    << describe(row, box, point) << ": " << truth.value() << " not in [" << result.lower << ", "
                    << result.upper << "]";
                // The table asks powers for a positive base, whatever the exponent; whole or above 2 it need not be.
                const bool power = row.name == "power" && (box[1].is_point() || box[1].lower > 2.0);
                const bool constants = box.size() == 2 && box[0].is_point() && box[1].is_point();
                const bool exempt = power || constants;
                if (result.decoration == decoration::smooth && std::isfinite(truth.value()) && !exempt) {
                    ASSERT_TRUE(row.smooth(point)) << describe(row, box, point);
                }
            }
        }
    }
}

TEST(Interval, IsTightAtPoints) {
    Samples samples(2);
    for (const Row& row : rows()) {
        for (int i = 0; i < 200; ++i) {
            std::vector<Interval> box;
            double size = 0.0;
            for (const Interval& range : row.ranges) box.emplace_back(samples.uniform(range.lower, range.upper));
            if (row.name == "mod") size = box[0].magnitude();
            const Interval result = row.interval(box);
            ASSERT_TRUE(result.is_finite()) << row.name;
            // The worst is cbrt: 9 units to each side, a unit being at most 2⁻⁵² of the value.
            EXPECT_LE(result.upper - result.lower, 20 * 0x1p-52 * std::max(size, result.magnitude())) << row.name;
        }
    }
}

TEST(Interval, IsTightOverBoxes) {
    Samples samples(3);
    constexpr int cells = 40;
    for (const Row& row : rows()) {
        if (row.ranges.size() > 2) continue;
        for (int i = 0; i < 30; ++i) {
            std::vector<Interval> box;
            for (const Interval& range : row.ranges) {
                const double a = samples.uniform(range.lower, range.upper),
                             b = samples.uniform(range.lower, range.upper);
                box.emplace_back(std::min(a, b), std::max(a, b));
            }
            const Interval result = row.interval(box);
            if (!result.is_continuous()) continue;
            double lowest = rounding::infinity, highest = -rounding::infinity;
            const int rounds = box.size() == 1 ? 0 : cells;
            for (int p = 0; p <= cells; ++p) {
                for (int q = 0; q <= rounds; ++q) {
                    std::vector<double> point{box[0].lower + (box[0].upper - box[0].lower) * p / cells};
                    if (rounds > 0) point.push_back(box[1].lower + (box[1].upper - box[1].lower) * q / cells);
                    const double value = row.truth(point).value();
                    lowest = std::min(lowest, value);
                    highest = std::max(highest, value);
                }
            }
            // Between grid points a wave rises by less than 1 - cos(6/80) = 0.3 % of its range, x² from 0 by 0.2 %.
            EXPECT_LE(result.upper - result.lower, 1.01 * (highest - lowest) + 1e-13 * result.magnitude())
                << row.name << " [" << box[0].lower << ", " << box[0].upper << "]";
        }
    }
}

TEST(Interval, RoundsEveryOperationOutward) {
    Samples samples(4);
    for (int i = 0; i < 100'000; ++i) {
        const double x = samples.number({-1, 1});
        if (std::isinf(x)) continue;
        const double below = rounding::down(x), above = rounding::up(x);
        ASSERT_LT(below, x);
        ASSERT_GT(above, x);
        ASSERT_GE(below, std::nextafter(std::nextafter(x, -rounding::infinity), -rounding::infinity));
        ASSERT_LE(above, std::nextafter(std::nextafter(x, rounding::infinity), rounding::infinity));
    }
    EXPECT_EQ(rounding::down(rounding::infinity), rounding::largest);
    EXPECT_EQ(rounding::up(rounding::infinity), rounding::infinity);
    EXPECT_TRUE(std::isnan(rounding::down(std::nan(""))));
}

}  // namespace
}  // namespace thalweg

#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "core/formula/interval.h"

namespace thalweg {

/// Arguments of all sizes, with a liking for those on which functions have broken before.
class Samples {
  public:
    explicit Samples(unsigned seed) : random_(seed) {}

    double uniform(double low, double high) { return std::uniform_real_distribution(low, high)(random_); }

    double number(const Interval& range) {
        constexpr double tiniest = std::numeric_limits<double>::denorm_min();
        constexpr double smallest = std::numeric_limits<double>::min();
        constexpr double largest = std::numeric_limits<double>::max();
        static constexpr double nasty[] = {0.0,
                                           0.5,
                                           1.0,
                                           2.0,
                                           3.0,
                                           10.0,
                                           0x1.921fb54442d18p+0,
                                           0x1.921fb54442d18p+1,
                                           0x1.921fb54442d18p+2,
                                           6381956970095103.0 * 0x1p797,
                                           1e22,
                                           0x1p53,
                                           0x1p31,
                                           709.782712893384,
                                           709.7827128933841,
                                           745.1332191019411,
                                           710.4758600739439,
                                           36.7,
                                           22.0,
                                           19.06,
                                           5.92,
                                           1e-8,
                                           0x1p-27,
                                           0x1p-54,
                                           tiniest,
                                           3 * tiniest,
                                           smallest,
                                           largest,
                                           1 - 0x1p-53,
                                           1 + 0x1p-52,
                                           1.0 / 3.0};
        const double sign = uniform(-1, 1) < 0 ? -1.0 : 1.0;
        switch (std::uniform_int_distribution(0, 5)(random_)) {
            case 0:
                return sign * nasty[std::uniform_int_distribution<std::size_t>(0, std::size(nasty) - 1)(random_)];
            case 1:
                return sign * std::ldexp(uniform(1, 2), std::uniform_int_distribution(-1074, 1022)(random_));
            case 2:
                return sign * std::ldexp(uniform(1, 2), std::uniform_int_distribution(-12, 12)(random_));
            case 3:
                return std::round(uniform(-6, 6));
            case 4:
                return uniform(-10, 10);
            default:
                return uniform(range.lower, range.upper);
        }
    }

    Interval interval(const Interval& range) {
        const double a = number(range);
        const double spread = std::ldexp(std::abs(a), -std::uniform_int_distribution(1, 52)(random_));
        switch (std::uniform_int_distribution(0, 4)(random_)) {
            case 0:
                return a;
            case 1:
                return {a, std::nextafter(a, rounding::largest)};
            case 2:
                return {std::max(a - spread, -rounding::largest), std::min(a + spread, rounding::largest)};
            case 3:
                return {a, std::min(a + std::abs(number(range)), rounding::largest)};
            default: {
                const double b = number(range);
                return {std::min(a, b), std::max(a, b)};
            }
        }
    }

    /// Some points of an interval: an end, a whole number, the middle, anything.
    double inside(const Interval& x) {
        const double whole = std::ceil(x.lower);
        switch (std::uniform_int_distribution(0, 4)(random_)) {
            case 0:
                return x.lower;
            case 1:
                return x.upper;
            case 2:
                return x.contains(0.0) ? 0.0 : x.contains(whole) ? whole : x.middle();
            case 3:
                return x.middle();
            default: {
                const double share = uniform(0, 1);
                return std::clamp(x.lower * (1 - share) + x.upper * share, x.lower, x.upper);
            }
        }
    }

  private:
    std::mt19937_64 random_;
};

}  // namespace thalweg

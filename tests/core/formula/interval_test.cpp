#include "core/formula/interval.h"

#include <gtest/gtest.h>
#include <mpfr.h>

#include <cmath>
#include <functional>
#include <initializer_list>
#include <limits>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "core/formula/differentials.h"
#include "core/formula/scalar.h"

namespace thalweg {
namespace {

using Operators = Arithmetic<Interval>;

/// A number of 256 bits, by MPFR.
class Real {
  public:
    Real(double value = 0.0) {  // NOLINT: a double is a real number
        mpfr_init2(number_, 256);
        mpfr_set_d(number_, value, MPFR_RNDN);
    }
    Real(const Real& other) {
        mpfr_init2(number_, 256);
        mpfr_set(number_, other.number_, MPFR_RNDN);
    }
    Real& operator=(const Real& other) {
        if (this != &other) mpfr_set(number_, other.number_, MPFR_RNDN);
        return *this;
    }
    ~Real() { mpfr_clear(number_); }

    bool is_nan() const { return mpfr_nan_p(number_) != 0; }
    bool is_zero() const { return mpfr_zero_p(number_) != 0; }
    double value() const { return mpfr_get_d(number_, MPFR_RNDN); }
    bool between(double lower, double upper) const {
        return mpfr_cmp_d(number_, lower) >= 0 && mpfr_cmp_d(number_, upper) <= 0;
    }

    friend bool operator<(const Real& a, const Real& b) { return mpfr_less_p(a.number_, b.number_) != 0; }
    friend bool operator==(const Real& a, const Real& b) { return mpfr_equal_p(a.number_, b.number_) != 0; }

    using Unary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
    using Binary = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);
    static Real call(Unary function, const Real& u) {
        Real result;
        function(result.number_, u.number_, MPFR_RNDN);
        return result;
    }
    static Real call(Binary function, const Real& u, const Real& v) {
        Real result;
        function(result.number_, u.number_, v.number_, MPFR_RNDN);
        return result;
    }
    static Real power(const Real& u, int n) {
        Real result;
        mpfr_pow_si(result.number_, u.number_, n, MPFR_RNDN);
        return result;
    }

  private:
    mpfr_t number_;
};

/// The operators for Real; a new row of the table asks for its truth here.
struct Truth {
    static Real add(const Real& u, const Real& v) { return Real::call(mpfr_add, u, v); }
    static Real subtract(const Real& u, const Real& v) { return Real::call(mpfr_sub, u, v); }
    static Real multiply(const Real& u, const Real& v) { return Real::call(mpfr_mul, u, v); }
    static Real divide(const Real& u, const Real& v) { return Real::call(mpfr_div, u, v); }
    static Real negate(const Real& u) { return subtract(0.0, u); }
    static Real square(const Real& u) { return Real::call(mpfr_sqr, u); }
    static Real power(const Real& u, const Real& v) { return Real::call(mpfr_pow, u, v); }
    static Real integer_power(const Real& u, int n) { return Real::power(u, n); }
    static Real sqrt(const Real& u) { return Real::call(mpfr_sqrt, u); }
    static Real cbrt(const Real& u) { return Real::call(mpfr_cbrt, u); }
    static Real exp(const Real& u) { return Real::call(mpfr_exp, u); }
    static Real ln(const Real& u) { return Real::call(mpfr_log, u); }
    static Real log10(const Real& u) { return Real::call(mpfr_log10, u); }
    static Real log2(const Real& u) { return Real::call(mpfr_log2, u); }
    static Real sin(const Real& u) { return Real::call(mpfr_sin, u); }
    static Real cos(const Real& u) { return Real::call(mpfr_cos, u); }
    static Real tan(const Real& u) { return Real::call(mpfr_tan, u); }
    static Real asin(const Real& u) { return Real::call(mpfr_asin, u); }
    static Real acos(const Real& u) { return Real::call(mpfr_acos, u); }
    static Real atan(const Real& u) { return Real::call(mpfr_atan, u); }
    static Real sinh(const Real& u) { return Real::call(mpfr_sinh, u); }
    static Real cosh(const Real& u) { return Real::call(mpfr_cosh, u); }
    static Real tanh(const Real& u) { return Real::call(mpfr_tanh, u); }
    static Real erf(const Real& u) { return Real::call(mpfr_erf, u); }
    static Real sigmoid(const Real& u) { return divide(1.0, add(1.0, exp(negate(u)))); }
    static Real softplus(const Real& u) { return add(relu(u), Real::call(mpfr_log1p, exp(negate(abs(u))))); }
    static Real atan2(const Real& u, const Real& v) { return Real::call(mpfr_atan2, u, v); }
    static Real hypot(const Real& u, const Real& v) { return Real::call(mpfr_hypot, u, v); }
    static Real abs(const Real& u) { return Real::call(mpfr_abs, u); }
    static Real relu(const Real& u) { return max(u, 0.0); }
    static Real sign(const Real& u) { return u < 0.0 ? -1.0 : 0.0 < u ? 1.0 : 0.0; }
    static Real step(const Real& u) { return u < 0.0 ? 0.0 : 1.0; }
    static Real floor(const Real& u) { return Real::call(mpfr_rint_floor, u); }
    static Real ceil(const Real& u) { return Real::call(mpfr_rint_ceil, u); }
    static Real min(const Real& u, const Real& v) { return Real::call(mpfr_min, u, v); }
    static Real max(const Real& u, const Real& v) { return Real::call(mpfr_max, u, v); }
    static Real mod(const Real& u, const Real& v) {
        const Real rest = Real::call(mpfr_fmod, u, v);
        return !rest.is_zero() && (rest < 0.0) != (v < 0.0) ? add(rest, v) : rest;
    }
    static Real less(const Real& u, const Real& v) { return u < v ? 1.0 : 0.0; }
    static Real less_equal(const Real& u, const Real& v) { return v < u ? 0.0 : 1.0; }
    static Real equal(const Real& u, const Real& v) { return u == v ? 1.0 : 0.0; }
    static Real not_equal(const Real& u, const Real& v) { return u == v ? 0.0 : 1.0; }
    static Real both(const Real& u, const Real& v) { return u.is_zero() || v.is_zero() ? 0.0 : 1.0; }
    static Real either(const Real& u, const Real& v) { return u.is_zero() && v.is_zero() ? 0.0 : 1.0; }
    static Real select(const Real& u, const Real& v, const Real& w) { return u.is_zero() ? w : v; }
};

/// One row of the operator table, for as many arguments as it takes.
struct Row {
    std::string name;
    std::vector<Interval> ranges;  ///< of the arguments, away from kinks
    std::function<Interval(std::span<const Interval>)> interval;
    std::function<Real(std::span<const double>)> truth;
    std::function<bool(std::span<const double>)> smooth;  ///< the table's own opinion
};

std::vector<Row> rows() {
    std::vector<Row> all;
#define THALWEG_UNARY(op, df, is_smooth, symmetry, printing, low, high)                             \
    all.push_back({#op,                                                                             \
                   {{low, high}},                                                                   \
                   [](std::span<const Interval> x) { return Operators::op(x[0]); },                 \
                   [](std::span<const double> x) { return Truth::op(x[0]); },                       \
                   [](std::span<const double> x) {                                                  \
                       return differentials::op##_smoothness(x[0], Arithmetic<double>::op(x[0])) == \
                              Smoothness::smooth;                                                   \
                   }});
#define THALWEG_BINARY(op, df, is_smooth, printing, u_low, u_high, v_low, v_high)                               \
    all.push_back({#op,                                                                                         \
                   {{u_low, u_high}, {v_low, v_high}},                                                          \
                   [](std::span<const Interval> x) { return Operators::op(x[0], x[1]); },                       \
                   [](std::span<const double> x) { return Truth::op(x[0], x[1]); },                             \
                   [](std::span<const double> x) {                                                              \
                       return differentials::op##_smoothness(x[0], x[1], Arithmetic<double>::op(x[0], x[1])) == \
                              Smoothness::smooth;                                                               \
                   }});
#define THALWEG_TERNARY(op, df, is_smooth, printing, u_low, u_high, v_low, v_high, w_low, w_high) \
    all.push_back({#op,                                                                           \
                   {{u_low, u_high}, {v_low, v_high}, {w_low, w_high}},                           \
                   [](std::span<const Interval> x) { return Operators::op(x[0], x[1], x[2]); },   \
                   [](std::span<const double> x) { return Truth::op(x[0], x[1], x[2]); },         \
                   [](std::span<const double>) { return true; }});
#include "core/formula/operators.def"
    for (const int n : {-1001, -9, -8, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1001}) {
        all.push_back({"power " + std::to_string(n),
                       {std::abs(n) > 9 ? Interval(0.9, 1.1) : Interval(0.1, 3)},
                       [n](std::span<const Interval> x) { return Operators::integer_power(x[0], n); },
                       [n](std::span<const double> x) { return Truth::integer_power(x[0], n); },
                       [](std::span<const double>) { return true; }});
    }
    return all;
}

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

struct Special {
    std::string what;
    Interval result;
    double lower, upper;
    Decoration decoration;
};

TEST(Interval, KnowsGapsJumpsAndKinks) {
    using decoration::gap, decoration::jump, decoration::kink, decoration::smooth;
    constexpr double infinity = rounding::infinity;
    const Interval once{-1, 2};
    const Special cases[] = {
        {"u/u", Operators::divide(once, once), 1, 1, gap},
        {"sqrt touches 0", Operators::sqrt({0, 4}), 0, 2, kink},
        {"sqrt crosses 0", Operators::sqrt({-1, 4}), 0, 2, gap | kink},
        {"ln crosses 0", Operators::ln({-1, 1}), -infinity, 0, gap},
        {"1/x across 0", 1.0 / Interval(-1, 1), -infinity, infinity, gap},
        {"1/x from 0", 1.0 / Interval(0, 2), 0.5, infinity, gap},
        {"1/x to 0", 1.0 / Interval(-2, 0), -infinity, -0.5, gap},
        {"0/x", Interval(0) / Interval(-1, 1), 0, 0, gap},
        {"x^-2", Operators::integer_power({-1, 2}, -2), 0.25, infinity, gap},
        {"x^2", Operators::square({-1, 2}), 0, 4, smooth},
        {"x^1.5 from 0", Operators::power({0, 4}, 1.5), 0, 8, kink},
        {"x^2.5 from 0", Operators::power({0, 4}, 2.5), 0, 32, smooth},
        {"tan over a pole", Operators::tan({1, 2}), -infinity, infinity, gap},
        {"asin beyond 1", Operators::asin({0, 2}), 0, std::asin(1.0), gap | kink},
        {"|x|", Operators::abs({-1, 2}), 0, 2, kink},
        {"sign", Operators::sign({-1, 2}), -1, 1, jump | kink},
        {"floor", Operators::floor({0.5, 1.5}), 0, 1, jump | kink},
        {"floor between", Operators::floor({0.25, 0.75}), 0, 0, smooth},
        {"floor from a step", Operators::floor({1, 1.5}), 1, 1, jump | kink},
        {"max apart", Operators::max({0, 1}, {2, 3}), 2, 3, smooth},
        {"max together", Operators::max({0, 2}, {1, 3}), 1, 3, kink},
        {"atan2 over the cut", Operators::atan2({-1, 1}, {-2, -1}), -M_PI, M_PI, jump | kink},
        {"x < y for sure", Operators::less({0, 1}, {2, 3}), 1, 1, smooth},
        {"x < y perhaps", Operators::less({0, 2}, {1, 3}), 0, 1, jump | kink},
        {"ln x < 1 where x may be negative", Operators::less(Operators::ln({-1, 1}), 1.0), 0, 1, jump | kink},
        {"if takes one branch", Operators::select(1.0, {0, 1}, Operators::ln({-1, 1})), 0, 1, smooth},
        {"if meets its condition at the edge", Operators::select(Operators::less(0.0, {0, 1}), 5.0, 5.0), 5, 5,
         jump | kink},
        {"if takes either", Operators::select({0, 1}, {0, 1}, {2, 3}), 0, 3, jump | kink},
        {"0 times anything", Interval(0) * Interval::everything(), 0, 0, smooth},
        {"cos over a turn", Operators::cos({0, 7}), -1, 1, smooth},
        {"sin of anything", Operators::sin(Interval::everything()), -1, 1, smooth},
        {"exp overflows", Operators::exp({0, 1000}), 1, infinity, smooth},
    };
    for (const Special& c : cases) {
        EXPECT_EQ(c.result.decoration, c.decoration) << c.what;
        // Ends may lie outside by their rounding.
        const double margin = 1e-14 * std::max(1.0, std::min(1e300, c.result.magnitude()));
        EXPECT_TRUE(c.result.lower <= c.lower && (c.result.lower == c.lower || c.result.lower >= c.lower - margin))
            << c.what << ' ' << c.result.lower;
        EXPECT_TRUE(c.result.upper >= c.upper && (c.result.upper == c.upper || c.result.upper <= c.upper + margin))
            << c.what << ' ' << c.result.upper;
    }
}

TEST(Interval, EmptyStaysEmptyButForConditions) {
    const Interval none = Interval::empty();
    for (const Row& row : rows()) {
        const std::vector<Interval> box(row.ranges.size(), none);
        const Interval result = row.interval(box);
        const bool chooses = row.name == "select" || row.name == "less" || row.name == "less_equal" ||
                             row.name == "equal" || row.name == "not_equal" || row.name == "both" ||
                             row.name == "either";
        const bool constant = row.name == "power 0";
        if (chooses || constant) continue;
        EXPECT_TRUE(result.is_empty()) << row.name;
        EXPECT_FALSE(result.is_defined()) << row.name;
    }
    const Interval zero = 0.0;
    EXPECT_TRUE(Operators::divide(zero, zero).is_empty());
    // Comparisons with what is not defined fail, as those of NaN do.
    EXPECT_EQ(Operators::less(none, 1.0).upper, 0.0);
    EXPECT_EQ(Operators::equal(none, none).upper, 0.0);
    EXPECT_EQ(Operators::not_equal(none, 1.0).lower, 1.0);
    EXPECT_EQ(hull(none, {1, 2}).upper, 2.0);
    EXPECT_TRUE(intersection({0, 1}, {2, 3}).is_empty());
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

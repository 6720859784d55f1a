#pragma once

#include <cmath>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/formula/differentials.h"
#include "core/formula/interval.h"
#include "core/formula/scalar.h"
#include "tests/core/formula/mpfr_truth.h"

namespace thalweg {

/// One row of the operator table, for as many arguments as it takes. The truth of a row that MPFR has no function for
/// is the one for double, which the enclosure must hold as well.
struct Row {
    std::string name;
    std::vector<Interval> ranges;  ///< of the arguments, away from kinks
    std::function<Interval(std::span<const Interval>)> interval;
    std::function<Real(std::span<const double>)> truth;
    std::function<bool(std::span<const double>)> smooth;  ///< the table's own opinion
};

inline std::vector<Row> rows() {
    using Operators = Arithmetic<Interval>;
    std::vector<Row> all;
#define THALWEG_TRUTH(op, ...)                     \
    []<class T>(T, const auto&... u) -> Real {     \
        if constexpr (requires { T::op(u...); }) { \
            return T::op(u...);                    \
        } else {                                   \
            return Arithmetic<double>::op(u...);   \
        }                                          \
    }(Truth{}, __VA_ARGS__)
#define THALWEG_UNARY(op, df, is_smooth, symmetry, printing, low, high)                             \
    all.push_back({#op,                                                                             \
                   {{low, high}},                                                                   \
                   [](std::span<const Interval> x) { return Operators::op(x[0]); },                 \
                   [](std::span<const double> x) { return THALWEG_TRUTH(op, x[0]); },               \
                   [](std::span<const double> x) {                                                  \
                       return differentials::op##_smoothness(x[0], Arithmetic<double>::op(x[0])) == \
                              Smoothness::smooth;                                                   \
                   }});
#define THALWEG_BINARY(op, df, is_smooth, printing, u_low, u_high, v_low, v_high)                               \
    all.push_back({#op,                                                                                         \
                   {{u_low, u_high}, {v_low, v_high}},                                                          \
                   [](std::span<const Interval> x) { return Operators::op(x[0], x[1]); },                       \
                   [](std::span<const double> x) { return THALWEG_TRUTH(op, x[0], x[1]); },                     \
                   [](std::span<const double> x) {                                                              \
                       return differentials::op##_smoothness(x[0], x[1], Arithmetic<double>::op(x[0], x[1])) == \
                              Smoothness::smooth;                                                               \
                   }});
#define THALWEG_TERNARY(op, df, is_smooth, printing, u_low, u_high, v_low, v_high, w_low, w_high) \
    all.push_back({#op,                                                                           \
                   {{u_low, u_high}, {v_low, v_high}, {w_low, w_high}},                           \
                   [](std::span<const Interval> x) { return Operators::op(x[0], x[1], x[2]); },   \
                   [](std::span<const double> x) { return THALWEG_TRUTH(op, x[0], x[1], x[2]); }, \
                   [](std::span<const double>) { return true; }});
#include "core/formula/operators.def"
#undef THALWEG_TRUTH
    for (const int n : {-1001, -9, -8, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1001}) {
        all.push_back({"power " + std::to_string(n),
                       {std::abs(n) > 9 ? Interval(0.9, 1.1) : Interval(0.1, 3)},
                       [n](std::span<const Interval> x) { return Operators::integer_power(x[0], n); },
                       [n](std::span<const double> x) { return Truth::integer_power(x[0], n); },
                       [](std::span<const double>) { return true; }});
    }
    return all;
}

}  // namespace thalweg

#pragma once

#include <cstdint>
#include <numbers>

#include "core/formula/expression.h"
#include "core/formula/scalar.h"

namespace thalweg {

/// How a value depends on the variables near a point, from best to worst.
enum class Smoothness : std::uint8_t {
    constant,  ///< not at all
    smooth,    ///< differentiable
    kink,      ///< bounded slopes, but no derivative, as |x| at 0
    rough      ///< a jump or an unbounded slope, as floor(x) or √x at 0; or not defined
};

/// The words of the rules in operators.def once more, for double.
namespace rules {

#define THALWEG_UNARY(name, ...)            \
    inline double name(double u) {          \
        return Arithmetic<double>::name(u); \
    }
#define THALWEG_BINARY(name, ...)              \
    inline double name(double u, double v) {   \
        return Arithmetic<double>::name(u, v); \
    }
#define THALWEG_TERNARY(name, ...)                     \
    inline double name(double u, double v, double w) { \
        return Arithmetic<double>::name(u, v, w);      \
    }
#include "core/formula/operators.def"

inline double number(double, int n) {
    return n;
}
inline double pi(double) {
    return std::numbers::pi;
}
inline double times(double slope, double du) {
    return du == 0.0 ? 0.0 : slope * du;
}

}  // namespace rules

/// The columns df and smoothness of operators.def as functions. Value is Expression (derivatives as formulas) or double
/// (the slope at a point).
namespace differentials {

using namespace rules;  // NOLINT(google-build-using-namespace): the rules are written in these words
using enum Smoothness;

#define THALWEG_UNARY(name, df, smoothness, ...)                                                 \
    template <class Value>                                                                       \
    Value name##_differential([[maybe_unused]] const Value& u, [[maybe_unused]] const Value& du, \
                              [[maybe_unused]] const Value& f) {                                 \
        return df;                                                                               \
    }                                                                                            \
    inline Smoothness name##_smoothness([[maybe_unused]] double u, [[maybe_unused]] double f) {  \
        return smoothness;                                                                       \
    }
#define THALWEG_BINARY(name, df, smoothness, ...)                                                 \
    template <class Value>                                                                        \
    Value name##_differential([[maybe_unused]] const Value& u, [[maybe_unused]] const Value& v,   \
                              [[maybe_unused]] const Value& du, [[maybe_unused]] const Value& dv, \
                              [[maybe_unused]] const Value& f) {                                  \
        return df;                                                                                \
    }                                                                                             \
    inline Smoothness name##_smoothness([[maybe_unused]] double u, [[maybe_unused]] double v,     \
                                        [[maybe_unused]] double f) {                              \
        return smoothness;                                                                        \
    }
#define THALWEG_TERNARY(name, df, smoothness, ...)                                                \
    template <class Value>                                                                        \
    Value name##_differential([[maybe_unused]] const Value& u, [[maybe_unused]] const Value& v,   \
                              [[maybe_unused]] const Value& w, [[maybe_unused]] const Value& du,  \
                              [[maybe_unused]] const Value& dv, [[maybe_unused]] const Value& dw, \
                              [[maybe_unused]] const Value& f) {                                  \
        return df;                                                                                \
    }                                                                                             \
    inline Smoothness name##_smoothness([[maybe_unused]] double u, [[maybe_unused]] double v,     \
                                        [[maybe_unused]] double w, [[maybe_unused]] double f) {   \
        return smoothness;                                                                        \
    }
#include "core/formula/operators.def"

}  // namespace differentials

}  // namespace thalweg

#pragma once

#include <cmath>

#include "core/formula/evaluate.h"

namespace thalweg {

/// The operators for double. Where a function is not defined the result is NaN, as libm has it.
template <>
struct Arithmetic<double> {
    static double constant(const Constant& c) { return c.value; }

    static double add(double u, double v) { return u + v; }
    static double subtract(double u, double v) { return u - v; }
    static double multiply(double u, double v) { return u * v; }
    static double divide(double u, double v) { return u / v; }
    static double negate(double u) { return -u; }
    static double square(double u) { return u * u; }
    static double power(double u, double v) { return std::pow(u, v); }
    static double sqrt(double u) { return std::sqrt(u); }

    /// u^n by repeated squaring, within |n| - 1 roundings; beyond |n| = 32 libm's pow is more accurate.
    static double integer_power(double u, int n) {
        const int magnitude = n < 0 ? -n : n;
        if (magnitude > 32) return std::pow(u, n);
        double result = 1.0;
        double square_of_u = u;
        for (int rest = magnitude; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) result *= square_of_u;
            square_of_u *= square_of_u;
        }
        return n < 0 ? 1.0 / result : result;
    }

    static double cbrt(double u) { return std::cbrt(u); }
    static double exp(double u) { return std::exp(u); }
    static double ln(double u) { return std::log(u); }
    static double log10(double u) { return std::log10(u); }
    static double log2(double u) { return std::log2(u); }
    static double sin(double u) { return std::sin(u); }
    static double cos(double u) { return std::cos(u); }
    static double tan(double u) { return std::tan(u); }
    static double asin(double u) { return std::asin(u); }
    static double acos(double u) { return std::acos(u); }
    static double atan(double u) { return std::atan(u); }
    static double sinh(double u) { return std::sinh(u); }
    static double cosh(double u) { return std::cosh(u); }
    static double tanh(double u) { return std::tanh(u); }
    static double erf(double u) { return std::erf(u); }
    static double sigmoid(double u) { return 1.0 / (1.0 + std::exp(-u)); }
    /// ln(1 + eᵘ) = max(u, 0) + ln(1 + e^-|u|), which overflows nowhere.
    static double softplus(double u) { return (u < 0.0 ? 0.0 : u) + std::log1p(std::exp(-std::fabs(u))); }
    static double atan2(double u, double v) { return std::atan2(u, v); }
    static double hypot(double u, double v) { return std::hypot(u, v); }

    static double abs(double u) { return std::fabs(u); }
    static double relu(double u) { return u < 0.0 ? 0.0 : u; }
    static double sign(double u) { return u > 0.0 ? 1.0 : u < 0.0 ? -1.0 : u * 0.0; }
    static double step(double u) { return u >= 0.0 ? 1.0 : u < 0.0 ? 0.0 : u; }
    static double floor(double u) { return std::floor(u); }
    static double ceil(double u) { return std::ceil(u); }
    static double min(double u, double v) { return u <= v ? u : u > v ? v : u + v; }
    static double max(double u, double v) { return u >= v ? u : u < v ? v : u + v; }
    /// As torch.remainder: the result has the sign of v, and mod(u, 0) is NaN.
    static double mod(double u, double v) {
        const double remainder = std::fmod(u, v);
        return remainder != 0.0 && (remainder < 0.0) != (v < 0.0) ? remainder + v : remainder;
    }

    static double less(double u, double v) { return u < v ? 1.0 : 0.0; }
    static double less_equal(double u, double v) { return u <= v ? 1.0 : 0.0; }
    static double equal(double u, double v) { return u == v ? 1.0 : 0.0; }
    static double not_equal(double u, double v) { return u != v ? 1.0 : 0.0; }
    static double both(double u, double v) { return u != 0.0 && v != 0.0 ? 1.0 : 0.0; }
    static double either(double u, double v) { return u != 0.0 || v != 0.0 ? 1.0 : 0.0; }
    static double select(double u, double v, double w) { return u != 0.0 ? v : w; }
};
static_assert(CompleteArithmetic<double>);

}  // namespace thalweg

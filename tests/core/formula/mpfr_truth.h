#pragma once

#include <mpfr.h>

#include <cmath>

namespace thalweg {

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

/// The operators for Real.
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

}  // namespace thalweg

#include "core/formula/rational.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg {

std::optional<Rational> Rational::make(std::int64_t numerator, std::int64_t denominator, bool decimal) {
    constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
    if (denominator == 0 || numerator == lowest || denominator == lowest) return std::nullopt;
    const std::int64_t divisor = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    const Rational result{numerator / divisor, denominator / divisor, decimal};
    if (result.numerator >= limit || result.numerator <= -limit || result.denominator >= limit) return std::nullopt;
    return result;
}

Constant Rational::constant() const {
    const double nearest = value();
    if (exact()) return {nearest, nearest, nearest};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return {nearest, std::nextafter(nearest, -infinity), std::nextafter(nearest, infinity)};
}

std::optional<Rational> add(const Rational& u, const Rational& v) {
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    if (__builtin_mul_overflow(u.numerator, v.denominator, &left) ||
        __builtin_mul_overflow(v.numerator, u.denominator, &right) || __builtin_add_overflow(left, right, &numerator) ||
        __builtin_mul_overflow(u.denominator, v.denominator, &denominator)) {
        return std::nullopt;
    }
    return Rational::make(numerator, denominator, u.decimal || v.decimal);
}

std::optional<Rational> multiply(const Rational& u, const Rational& v) {
    // Cancelling crosswise first keeps the products small.
    const std::int64_t first = std::gcd(u.numerator, v.denominator);
    const std::int64_t second = std::gcd(v.numerator, u.denominator);
    if (first == 0 || second == 0) return Rational{};
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    if (__builtin_mul_overflow(u.numerator / first, v.numerator / second, &numerator) ||
        __builtin_mul_overflow(u.denominator / second, v.denominator / first, &denominator)) {
        return std::nullopt;
    }
    return Rational::make(numerator, denominator, u.decimal || v.decimal);
}

std::optional<Rational> inverse(const Rational& u) {
    return Rational::make(u.denominator, u.numerator, u.decimal);
}

std::optional<Rational> power(const Rational& u, std::int64_t n) {
    if (n < 0) {
        const auto inverted = inverse(u);
        return inverted ? power(*inverted, -n) : std::nullopt;
    }
    if (u.zero() || u.is(1)) return n == 0 ? Rational{1} : u;
    if (u.is(-1)) return n % 2 == 0 ? -u : u;
    // Any other base leaves the range before the 53rd power.
    if (n > 53) return std::nullopt;
    std::optional<Rational> result = Rational{1, 1, u.decimal};
    for (std::int64_t i = 0; i < n && result; ++i) result = multiply(*result, u);
    return result;
}

namespace {

/// The root-th root of n >= 0, if that is an integer.
std::optional<std::int64_t> integer_root(std::int64_t n, std::int64_t root) {
    const auto guess = std::llround(std::pow(static_cast<double>(n), 1.0 / static_cast<double>(root)));
    const auto check = power(Rational{guess}, root);
    return check && check->is(n) ? std::optional(guess) : std::nullopt;
}

}  // namespace

std::optional<Rational> power(const Rational& u, const Rational& n) {
    if (n.integer()) return power(u, n.numerator);
    if (u.negative() || n.denominator > 53) return std::nullopt;
    const auto top = integer_root(u.numerator, n.denominator);
    const auto bottom = integer_root(u.denominator, n.denominator);
    if (!top || !bottom) return std::nullopt;
    return power(Rational{*top, *bottom, u.decimal}, n.numerator);
}

}  // namespace thalweg

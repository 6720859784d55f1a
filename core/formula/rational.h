#pragma once

#include <cstdint>
#include <optional>

#include "core/formula/program.h"

namespace thalweg {

/// A coefficient or exponent, kept exactly: numerator / denominator in lowest terms, denominator > 0, both below 2^53
/// so that value() is the double nearest to it. Arithmetic that would leave that range gives nothing instead of
/// rounding.
struct Rational {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    bool decimal = false;  ///< typed with a decimal point, or made from such: shown as 0.1 and not as 1/10

    static constexpr std::int64_t limit = std::int64_t{1} << 53;

    static std::optional<Rational> make(std::int64_t numerator, std::int64_t denominator, bool decimal);

    bool integer() const { return denominator == 1; }
    bool zero() const { return numerator == 0; }
    bool one() const { return numerator == 1 && denominator == 1; }
    bool negative() const { return numerator < 0; }
    bool is(std::int64_t n) const { return numerator == n && denominator == 1; }
    bool even_integer() const { return integer() && numerator % 2 == 0; }

    double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
    /// True when value() is the number itself: the denominator is a power of two.
    bool exact() const { return (denominator & (denominator - 1)) == 0; }
    Constant constant() const;

    Rational operator-() const { return {-numerator, denominator, decimal}; }

    /// The same number; how it was typed does not matter.
    bool operator==(const Rational& other) const {
        return numerator == other.numerator && denominator == other.denominator;
    }
};

std::optional<Rational> add(const Rational& u, const Rational& v);
std::optional<Rational> multiply(const Rational& u, const Rational& v);
std::optional<Rational> inverse(const Rational& u);
/// u^n; nothing for 0 to a negative power.
std::optional<Rational> power(const Rational& u, std::int64_t n);
/// u^n for a rational n where the result is rational: (4/9)^(1/2) = 2/3.
std::optional<Rational> power(const Rational& u, const Rational& n);

}  // namespace thalweg

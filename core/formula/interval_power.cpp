#include <cmath>
#include <cstdint>

#include "core/formula/interval.h"
#include "core/formula/library_errors.h"

namespace thalweg {
namespace {

using rounding::down;
using rounding::up;

/// x^n of x >= 0 and n >= 1 from below or above: small powers by repeated squaring, where each product is rounded the
/// way that `round` rounds; beyond the eighth the C library's error is smaller.
template <class Round>
double power_of_positive(double x, std::int64_t n, Round round) {
    if (n > 8) return round(std::pow(x, static_cast<double>(n)), library_errors::pow);
    double result = (n & 1) != 0 ? x : 1.0, square = x;
    for (n >>= 1; n != 0; n >>= 1) {
        square = round(square * square);
        if ((n & 1) != 0) result = result == 1.0 ? square : round(result * square);
    }
    return result;
}

struct Down {
    double operator()(double x) const { return std::max(0.0, down(x)); }
    double operator()(double x, double error) const { return std::max(0.0, down(x, error)); }
};

struct Up {
    double operator()(double x) const { return up(x); }
    double operator()(double x, double error) const { return up(x, error); }
};

double power_down(double x, std::int64_t n) {
    return x == 0.0 ? 0.0 : power_of_positive(x, n, Down());
}
double power_up(double x, std::int64_t n) {
    return x == 0.0 ? 0.0 : power_of_positive(x, n, Up());
}

Interval natural_power(const Interval& x, std::int64_t n) {
    if (n % 2 == 0) return {power_down(x.mignitude(), n), power_up(x.magnitude(), n), x.decoration};
    const double lower = x.lower < 0.0 ? -power_up(-x.lower, n) : power_down(x.lower, n);
    const double upper = x.upper < 0.0 ? -power_down(-x.upper, n) : power_up(x.upper, n);
    return {lower, upper, x.decoration};
}

}  // namespace

Interval Arithmetic<Interval>::square(const Interval& x) {
    if (x.is_empty()) return x;
    const double small = x.mignitude(), large = x.magnitude();
    return {std::max(0.0, down(small * small)), large == 0.0 ? 0.0 : up(large * large), x.decoration};
}

Interval Arithmetic<Interval>::integer_power(const Interval& x, int n) {
    if (x.is_empty()) return x;
    if (n == 0) return {1.0, 1.0, x.decoration};
    return n > 0 ? natural_power(x, n) : 1.0 / natural_power(x, -std::int64_t{n});
}

Interval Arithmetic<Interval>::power(const Interval& x, const Interval& y) {
    if (x.is_empty() || y.is_empty()) return Interval::empty().with(operator_doubts(x, y));
    constexpr double largest_int = std::numeric_limits<int>::max();
    if (y.is_point() && y.lower == std::floor(y.lower) && std::abs(y.lower) <= largest_int) {
        return integer_power(x, static_cast<int>(y.lower)).with(y.decoration);
    }
    Decoration doubts = operator_doubts(x, y);
    Interval result = Interval::empty();
    if (x.upper >= 0.0) {
        // For x >= 0 the power is monotone in x and in y, so that its extremes are at corners.
        const double base = std::max(x.lower, 0.0);
        const auto corners = {std::pow(base, y.lower), std::pow(base, y.upper), std::pow(x.upper, y.lower),
                              std::pow(x.upper, y.upper)};
        result = {std::max(0.0, down(std::min(corners), library_errors::pow)),
                  up(std::max(corners), library_errors::pow), doubts};
        if (base == 0.0 && y.contains(0.0)) result = hull(result, 1.0);  // 0⁰, a value that no corner may have
        if (base == 0.0 && y.lower <= 2.0) doubts |= decoration::kink;
        if (base == 0.0 && y.lower <= 0.0) doubts |= decoration::gap | decoration::jump;
    }
    if (x.lower < 0.0) {
        doubts |= decoration::gap;
        if (std::ceil(y.lower) <= y.upper) {
            const double size = power(Interval(std::max(0.0, -x.upper), -x.lower), y).upper;
            result = hull(result, {-size, size});
            doubts |= decoration::jump | decoration::kink;
        }
    }
    return result.with(doubts);
}

}  // namespace thalweg

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace thalweg {

// How seldom a random symmetric matrix has eigenvalues of one sign only. Taken for the Hessian at a stationary point,
// such a matrix means a minimum or a maximum, every other one a saddle: in many dimensions nearly all of them.
// Bray & Dean, 2007, "Statistics of critical points of Gaussian fields on large-dimensional spaces"; Dauphin et al.,
// 2014, "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization".

/// The largest n that is counted.
inline constexpr int most_dimensions = 200;

/// Of so many matrices of the Gaussian orthogonal ensemble (see goe.h) how many have eigenvalues of one sign.
struct DefiniteCounts {
    std::int64_t samples = 0;
    std::array<std::int64_t, most_dimensions> definite = {};  ///< [n − 1]: of the n × n ones

    std::int64_t of(int n) const { return definite.at(static_cast<std::size_t>(n - 1)); }
    DefiniteCounts& operator+=(const DefiniteCounts& more);
    bool operator==(const DefiniteCounts&) const = default;
};

/// Samples number `first` to first + count − 1 of this seed: whoever counts in portions and adds them up gets the same
/// as at once, in any order, on any number of cores.
///
/// One sample serves all n: the leading n × n block of a matrix of the ensemble is one itself. It is drawn row by row
/// for as long as the leading block stays definite (Sylvester's criterion: all pivots of Cholesky's factorization have
/// one sign), four numbers on average. Fractions of different n are therefore not independent of each other.
DefiniteCounts count_definite(std::uint64_t seed, std::int64_t first, std::int64_t count);

/// The first `samples` of a seed, on all cores. progress: the share done, 0..1, from any thread. What was counted when
/// `stop` was requested is less than was asked for.
DefiniteCounts count_definite(std::uint64_t seed, std::int64_t samples, const std::stop_token& stop,
                              const std::function<void(double)>& progress = {});

/// What `hits` out of `samples` say of a probability.
struct Estimate {
    double fraction = 0.0;            ///< hits / samples
    double lower = 0.0, upper = 1.0;  ///< the true one lies between them in 95 of 100 such samplings
};

/// Wilson's score interval (1927); of no hits the rule of three: 0 to 3 / samples.
Estimate estimate(std::int64_t hits, std::int64_t samples);

/// log₁₀ of 3^(−n²/4), the law to leading order: ln of the probability over n² tends to −ln 3 / 4. What is of lower
/// order is left out, a factor that itself grows with n. Dean & Majumdar, 2006, "Large deviations of extreme
/// eigenvalues of random matrices".
double log10_leading_law(int n);

/// The probability itself where it is known in closed form: 1, 1 − 1/√2 and 1/2 − √2/π for n = 1, 2, 3; else NaN.
double exact_definite_probability(int n);

}  // namespace thalweg

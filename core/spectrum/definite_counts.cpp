#include "core/spectrum/definite_counts.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <vector>

#include "core/random/random.h"

namespace thalweg {
namespace {

/// A matrix in the making, as the Cholesky factor L of its leading block or of the negative of that.
class GrowingMatrix {
  public:
    /// The size of the largest leading block that is definite.
    int definite_up_to(RandomSequence random) {
        int n = 0;
        double sign = 0.0;
        while (n < most_dimensions) {
            // The new row's inner part v becomes L⁻¹v; the sign of v does not matter, its law is symmetric.
            double* const row = factor_.data() + row_begin(n);
            double squares = 0.0;
            for (int j = 0; j < n; ++j) {
                const double* const above = factor_.data() + row_begin(j);
                double entry = random.normal();
                for (int k = 0; k < j; ++k) entry -= row[k] * above[k];
                row[j] = entry / above[j];
                squares += row[j] * row[j];
            }
            const double diagonal = std::numbers::sqrt2 * random.normal();
            if (n == 0) sign = diagonal < 0.0 ? -1.0 : 1.0;
            const double pivot = sign * diagonal - squares;
            if (!(pivot > 0.0)) return n;
            row[n] = std::sqrt(pivot);
            ++n;
        }
        return n;
    }

  private:
    static std::size_t row_begin(int row) {
        const auto n = static_cast<std::size_t>(row);
        return n * (n + 1) / 2;
    }
    std::vector<double> factor_ = std::vector<double>(row_begin(most_dimensions));  ///< lower triangle by rows
};

/// Keeps these draws apart from others of the same seed.
constexpr std::uint64_t purpose_of_signs = 0x516;

/// What a task counts between two looks at the stop token.
constexpr std::int64_t portion = 50'000;

}  // namespace

DefiniteCounts& DefiniteCounts::operator+=(const DefiniteCounts& more) {
    samples += more.samples;
    for (std::size_t i = 0; i < definite.size(); ++i) definite[i] += more.definite[i];
    return *this;
}

DefiniteCounts count_definite(std::uint64_t seed, std::int64_t first, std::int64_t count) {
    std::array<std::int64_t, most_dimensions + 1> ended_at = {};
    GrowingMatrix matrix;
    const std::uint64_t own_seed = mixed_bits(seed) + purpose_of_signs;
    for (std::int64_t sample = first; sample < first + count; ++sample) {
        const int size = matrix.definite_up_to(RandomSequence(own_seed, static_cast<std::uint64_t>(sample)));
        ++ended_at[static_cast<std::size_t>(size)];
    }
    DefiniteCounts counts{.samples = count, .definite = {}};
    std::int64_t larger = 0;
    for (std::size_t n = most_dimensions; n >= 1; --n) counts.definite[n - 1] = larger += ended_at[n];
    return counts;
}

DefiniteCounts count_definite(std::uint64_t seed, std::int64_t samples, const std::stop_token& stop,
                              const std::function<void(double)>& progress) {
    DefiniteCounts all;
    std::mutex guard;
    oneapi::tbb::parallel_for(std::int64_t{0}, (samples + portion - 1) / portion, [&](std::int64_t i) {
        if (stop.stop_requested()) return;
        const std::int64_t first = i * portion;
        const DefiniteCounts some = count_definite(seed, first, std::min(portion, samples - first));
        const std::scoped_lock lock(guard);
        all += some;
        if (progress) progress(static_cast<double>(all.samples) / static_cast<double>(samples));
    });
    return all;
}

Estimate estimate(std::int64_t hits, std::int64_t samples) {
    if (samples <= 0) return {.fraction = std::numeric_limits<double>::quiet_NaN()};
    const auto n = static_cast<double>(samples);
    const double p = static_cast<double>(hits) / n;
    if (hits == 0) return {.fraction = 0.0, .lower = 0.0, .upper = std::min(3.0 / n, 1.0)};
    constexpr double z = 1.959963984540054;  // 97.5 % of a normal distribution lie below
    const double widening = 1.0 + z * z / n;
    const double middle = (p + z * z / (2.0 * n)) / widening;
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / widening;
    return {.fraction = p, .lower = std::max(middle - half, 0.0), .upper = std::min(middle + half, 1.0)};
}

double log10_leading_law(int n) {
    return -0.25 * n * n * std::log10(3.0);
}

double exact_definite_probability(int n) {
    switch (n) {
        case 1:
            return 1.0;
        case 2:
            return 1.0 - 1.0 / std::numbers::sqrt2;
        case 3:
            return 0.5 - std::numbers::sqrt2 * std::numbers::inv_pi;
        default:
            return std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace thalweg

#include "core/optimizer/noise.h"

#include <cmath>
#include <cstdint>
#include <numbers>

#include "core/optimizer/keyword_text.h"

namespace thalweg {
namespace {

/// The output function of SplitMix64: every bit of the result depends on every bit of the argument.
/// Steele, Lea & Flood, 2014.
std::uint64_t mixed(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

/// Uniform in (0, 1): never 0, whose logarithm is no number.
double uniform(std::uint64_t bits) {
    return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

/// Standard normal. Box & Muller, 1958.
double normal(std::uint64_t bits) {
    const std::uint64_t first = mixed(bits), second = mixed(first);
    return std::sqrt(-2.0 * std::log(uniform(first))) * std::cos(2.0 * std::numbers::pi * uniform(second));
}

}  // namespace

void GaussianNoise::apply(VectorRef gradient, int step) const {
    const std::uint64_t of_step = mixed(mixed(static_cast<std::uint64_t>(seed)) + static_cast<std::uint64_t>(step));
    for (Eigen::Index i = 0; i < gradient.size(); ++i) {
        gradient[i] += sigma * normal(of_step + static_cast<std::uint64_t>(i));
    }
}

void GaussianNoise::work(Working& w, VectorXd& gradient, int step, Eigen::Index i) const {
    const double g = gradient[i];
    apply(gradient, step);
    w.line("g", "{g} + {noise}", {{"g", g}, {"noise", gradient[i] - g}}, gradient[i]);
}

std::expected<Noise, std::string> parse_noise(std::string_view text) {
    return parse_keyword<Noise>(text, "noise");
}

std::string to_text(const Noise& noise) {
    return keyword_text(noise);
}

}  // namespace thalweg

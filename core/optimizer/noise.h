#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>

#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"
#include "core/setting/setting.h"

namespace thalweg {

/// Adds to each partial derivative a normal random number of standard deviation sigma, as mini-batches would:
///   g <- g + sigma ξ
/// The same seed gives the same numbers in every run: ξ depends on nothing but seed, step and coordinate. Within one
/// step it is the same wherever the gradient is asked for.
struct GaussianNoise {
    static constexpr std::string_view keyword = "gaussian";
    double sigma = 0.1;
    int seed = 1;

    void apply(VectorRef gradient, int step) const;
    /// Applies the noise and writes down what happens to entry i.
    void work(Working& working, VectorXd& gradient, int step, Eigen::Index i) const;
    void describe(auto&& visit) {
        visit(sigma, Setting{.name = "sigma",
                             .symbol = "σ",
                             .help = "The standard deviation of the noise.",
                             .minimum = 1e-3,
                             .maximum = 100.0,
                             .scale = Scale::logarithmic,
                             .limits = {.low = 0.0}});
        visit(seed, Setting{.name = "seed", .help = "Another number gives other noise.", .maximum = 1000});
    }
    bool operator==(const GaussianNoise&) const = default;
};

using Noise = std::variant<GaussianNoise>;

/// Reads "gaussian sigma=0.1 seed=1".
std::expected<Noise, std::string> parse_noise(std::string_view text);
std::string to_text(const Noise& noise);

}  // namespace thalweg

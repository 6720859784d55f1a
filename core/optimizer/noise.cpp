#include "core/optimizer/noise.h"

#include <cstdint>

#include "core/random/random.h"
#include "core/setting/keyword_text.h"

namespace thalweg {
void GaussianNoise::apply(VectorRef gradient, int step) const {
    const std::uint64_t of_step =
        mixed_bits(mixed_bits(static_cast<std::uint64_t>(seed)) + static_cast<std::uint64_t>(step));
    for (Eigen::Index i = 0; i < gradient.size(); ++i) {
        gradient[i] += sigma * normal_from(of_step + static_cast<std::uint64_t>(i));
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

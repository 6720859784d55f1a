#include "app/lenses/stability_words.h"

#include <fmt/format.h>

#include <cmath>

#include "app/scene/number_format.h"

namespace thalweg {

RateAgainstCurvature rate_against_curvature(const StabilityRow& row) {
    const double rate = row.learning_rate;
    // A rate of 0 has no curvature to fear.
    if (rate == 0) return {.product = 0, .bounces = 1, .diverges = 2};
    return {
        .product = rate * row.effective, .bounces = rate * row.bounces_beyond, .diverges = rate * row.diverges_beyond};
}

bool feels_sharpness(const StabilityRow& row) {
    return std::abs(row.effective - row.sharpness) <= 1e-12 * std::abs(row.sharpness);
}

std::string stability_sentence(const StabilityRow& row, int step) {
    const auto number = [](double value) { return format_number(value, 3); };
    const bool plain = feels_sharpness(row);
    const char* const symbol = plain ? "λmax" : "λ′";
    std::string words = plain ? fmt::format("λmax = {} at step {}: ", number(row.sharpness), step)
                              : fmt::format("λmax = {} at step {}, felt as λ′ = {}: ", number(row.sharpness), step,
                                            number(row.effective));
    if (row.verdict == Stability::unknown) return words + "there is no telling what the step will do.";
    if (row.effective <= 0) return words + "nothing curves upwards here, so that no step is too long.";
    const RateAgainstCurvature rate = rate_against_curvature(row);
    words += fmt::format("η·{} = {}, ", symbol, number(rate.product));
    switch (row.verdict) {
        case Stability::settles:
            return words + fmt::format("below {}: it settles{}.", number(rate.bounces),
                                       row.swings ? " in slow swings" : " without bouncing");
        case Stability::bounces:
            return words +
                   fmt::format("between {} and {}: it will bounce.", number(rate.bounces), number(rate.diverges));
        case Stability::diverges:
        case Stability::unknown:
            break;
    }
    const double most = row.learning_rate * row.diverges_beyond / row.effective;
    return words +
           fmt::format("beyond {}: it will diverge. At most η = {} would hold.", number(rate.diverges), number(most));
}

}  // namespace thalweg

#pragma once

#include "core/setting/setting.h"

/// What several methods say of the settings they share, said once. Ranges are the sliders'; limits are what torch
/// allows.
namespace thalweg::common {

constexpr Limits not_negative{.low = 0.0};
constexpr Limits below_one{.low = 0.0, .high = 1.0, .open_high = true};

constexpr Setting learning_rate{.name = "lr",
                                .symbol = "η",
                                .help = "How far a step goes.",
                                .minimum = 1e-5,
                                .maximum = 1.0,
                                .scale = Scale::logarithmic,
                                .limits = not_negative};

constexpr Setting weight_decay{.name = "weight_decay",
                               .symbol = "λ",
                               .help = "Pulls every coordinate towards 0 by this share of itself.",
                               .minimum = 0.0,
                               .maximum = 0.5,
                               .limits = not_negative};

constexpr Setting decoupled_weight_decay{
    .name = "decoupled_weight_decay", .help = "Shrinks the point itself, as AdamW does, not the gradient's moments."};

constexpr Setting maximize{.name = "maximize", .help = "Climbs instead of descending."};

constexpr Setting eps{.name = "eps",
                      .symbol = "ε",
                      .help = "Keeps the division by a root from blowing up where gradients vanish.",
                      .minimum = 1e-12,
                      .maximum = 1e-2,
                      .scale = Scale::logarithmic,
                      .limits = not_negative};

constexpr Setting momentum{.name = "momentum",
                           .symbol = "μ",
                           .help = "The share of the last step's velocity that is kept.",
                           .minimum = 0.0,
                           .maximum = 0.99,
                           .limits = not_negative};

constexpr Setting beta1{.name = "beta1",
                        .symbol = "β₁",
                        .help = "Memory of the average of gradients; 0.9 remembers about 10 steps.",
                        .minimum = 0.0,
                        .maximum = 0.999,
                        .limits = below_one};

constexpr Setting beta2{.name = "beta2",
                        .symbol = "β₂",
                        .help = "Memory of the average of squared gradients; 0.999 remembers about 1000 steps.",
                        .minimum = 0.0,
                        .maximum = 0.9999,
                        .limits = below_one};

constexpr Setting amsgrad{.name = "amsgrad", .help = "Divides by the largest average of squares so far, not the last."};

constexpr Setting damping{.name = "damping",
                          .symbol = "δ",
                          .help = "Added to every curvature; large values turn the step towards the gradient.",
                          .maximum = 10.0,
                          .limits = not_negative};

/// What the Adam family has in common: the rate, the memories of both moments, eps and weight decay.
void describe_moments(auto& method, auto&& visit) {
    visit(method.learning_rate, learning_rate);
    visit(method.beta1, beta1);
    visit(method.beta2, beta2);
    visit(method.eps, eps);
    visit(method.weight_decay, weight_decay);
}

}  // namespace thalweg::common

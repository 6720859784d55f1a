#pragma once

#include <string_view>

#include "core/optimizer/adam.h"

namespace thalweg {

/// AdamW: Adam with the weight decay taken out of the gradient's moments.
///   x <- x * (1 - lr * weight_decay), then a step of Adam along the gradient where x was
/// Loshchilov & Hutter, 2019; defaults and order of operations as torch.optim.AdamW.
struct AdamW : Adam {
    static constexpr std::string_view keyword = "adamw";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    AdamW() { weight_decay = 1e-2; }

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "AdamW"; }

    bool operator==(const AdamW&) const = default;
};

}  // namespace thalweg

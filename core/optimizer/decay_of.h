#pragma once

#include <type_traits>

#include "core/optimizer/methods.h"

namespace thalweg {

/// The share of x that the method takes off the point itself before it steps, times 1/lr: AdamW's decay and its like.
template <class M>
double decoupled_decay(const M& method) {
    if constexpr (requires { method.decoupled_weight_decay; }) {
        return method.decoupled_weight_decay ? method.weight_decay : 0.0;
    } else if constexpr (std::is_same_v<M, AdamW> || std::is_same_v<M, Lion>) {
        return method.weight_decay;
    } else {
        return 0.0;
    }
}

/// The share of x that the method adds to the gradient.
template <class M>
double coupled_decay(const M& method) {
    if constexpr (requires { method.weight_decay; }) {
        return decoupled_decay(method) == 0.0 && !std::is_same_v<M, AdamW> && !std::is_same_v<M, Lion>
                   ? method.weight_decay
                   : 0.0;
    } else {
        return 0.0;
    }
}

}  // namespace thalweg

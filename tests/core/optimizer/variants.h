#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/optimizer/optimizer.h"

namespace thalweg {

/// Settings that switch every term of every rule on, and each method with its defaults.
inline std::vector<std::string> variants() {
    std::vector<std::string> all = {
        "sgd momentum=0.9",
        "sgd momentum=0.9 dampening=0.3",
        "sgd momentum=0.9 dampening=0.3 weight_decay=0.1",
        "sgd momentum=0.9 nesterov=true",
        "sgd weight_decay=0.1 maximize=true",
        "adagrad lr_decay=0.1 weight_decay=0.2",
        "rmsprop centered=true",
        "rmsprop momentum=0.9 weight_decay=0.2",
        "adadelta maximize=true",
        "adam amsgrad=true weight_decay=0.1",
        "adamw amsgrad=true maximize=true",
        "nadam decoupled_weight_decay=true weight_decay=0.1",
        "radam beta2=0.9 decoupled_weight_decay=true weight_decay=0.1",
        "rprop lr=0.3",
        "lion weight_decay=0.1",
        "lbfgs line_search_fn=strong_wolfe max_iter=1",
        "newton damping=0.5 lr=0.5",
        "backtracking lr=0.00001",
        "adam lr=0.1 | schedule one_cycle total_steps=10 | clip norm max_norm=2 | noise gaussian sigma=3",
        "sgd lr=0.1 momentum=0.5 | clip value clip_value=0.5",
    };
    for (const std::string_view name : optimizer_names()) all.emplace_back(name);
    return all;
}

}  // namespace thalweg

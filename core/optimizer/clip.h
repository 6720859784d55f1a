#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>

#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"
#include "core/setting/setting.h"

namespace thalweg {

/// Shortens a long gradient, keeping its direction: g <- g · min(1, max_norm / (|g| + 1e-6)).
/// Pascanu, Mikolov & Bengio, 2013; as torch.nn.utils.clip_grad_norm_.
struct ClipNorm {
    static constexpr std::string_view keyword = "norm";
    double max_norm = 1.0;

    void apply(VectorRef gradient) const;
    /// Writes down what happens to entry i of the gradient.
    void work(Working& working, const VectorXd& gradient, Eigen::Index i) const;
    void describe(auto&& visit) {
        visit(max_norm, Setting{.name = "max_norm",
                                .help = "The longest that a gradient may be.",
                                .minimum = 0.01,
                                .maximum = 100.0,
                                .scale = Scale::logarithmic,
                                .limits = {.low = 0.0}});
    }
    bool operator==(const ClipNorm&) const = default;
};

/// Clamps each partial derivative to [-clip_value, clip_value]; as torch.nn.utils.clip_grad_value_.
struct ClipValue {
    static constexpr std::string_view keyword = "value";
    double clip_value = 1.0;

    void apply(VectorRef gradient) const;
    void work(Working& working, const VectorXd& gradient, Eigen::Index i) const;
    void describe(auto&& visit) {
        visit(clip_value, Setting{.name = "clip_value",
                                  .help = "The largest that a partial derivative may be.",
                                  .minimum = 0.01,
                                  .maximum = 100.0,
                                  .scale = Scale::logarithmic,
                                  .limits = {.low = 0.0}});
    }
    bool operator==(const ClipValue&) const = default;
};

using Clip = std::variant<ClipNorm, ClipValue>;

/// Reads "norm max_norm=1.0".
std::expected<Clip, std::string> parse_clip(std::string_view text);
std::string to_text(const Clip& clip);

}  // namespace thalweg

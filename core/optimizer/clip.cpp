#include "core/optimizer/clip.h"

#include <algorithm>

#include "core/optimizer/keyword_text.h"

namespace thalweg {

void ClipNorm::apply(VectorRef gradient) const {
    gradient *= std::min(1.0, max_norm / (gradient.norm() + 1e-6));
}

void ClipValue::apply(VectorRef gradient) const {
    for (double& g : gradient) g = std::clamp(g, -clip_value, clip_value);
}

void ClipNorm::work(Working& w, const VectorXd& gradient, Eigen::Index i) const {
    const double g = gradient[i], norm = gradient.norm();
    w.line("g", "{g}·min(1, {max_norm}/({‖g‖} + 0.000001))", {{"g", g}, {"max_norm", max_norm}, {"‖g‖", norm}},
           g * std::min(1.0, max_norm / (norm + 1e-6)));
}

void ClipValue::work(Working& w, const VectorXd& gradient, Eigen::Index i) const {
    const double g = gradient[i];
    w.line("g", "max(−{clip_value}, min({clip_value}, {g}))", {{"clip_value", clip_value}, {"g", g}},
           std::clamp(g, -clip_value, clip_value));
}

std::expected<Clip, std::string> parse_clip(std::string_view text) {
    return parse_keyword<Clip>(text, "clipping");
}

std::string to_text(const Clip& clip) {
    return keyword_text(clip);
}

}  // namespace thalweg

#include "core/optimizer/clip.h"

#include <algorithm>
#include <cmath>

#include "core/optimizer/torch_arithmetic.h"
#include "core/setting/keyword_text.h"

namespace thalweg {

namespace {

/// ‖g‖, rounded as torch.norm does.
double norm(const ConstVectorRef& gradient) {
    double sum = 0.0;
    for (const double g : gradient) sum = add(sum, g, g);
    return std::sqrt(sum);
}

}  // namespace

void ClipNorm::apply(VectorRef gradient) const {
    // torch divides a number by a tensor by way of the tensor's reciprocal.
    gradient *= std::min(1.0, 1.0 / (norm(gradient) + 1e-6) * max_norm);
}

void ClipValue::apply(VectorRef gradient) const {
    for (double& g : gradient) g = std::clamp(g, -clip_value, clip_value);
}

void ClipNorm::work(Working& w, const VectorXd& gradient, Eigen::Index i) const {
    const double g = gradient[i], length = norm(gradient);
    w.line("g", "{g}·min(1, {max_norm}/({‖g‖} + 0.000001))", {{"g", g}, {"max_norm", max_norm}, {"‖g‖", length}},
           g * std::min(1.0, max_norm / (length + 1e-6)));
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

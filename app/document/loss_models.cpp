#include "app/document/loss_models.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace thalweg {
namespace {

constexpr std::array models = {
    LossModel{"linear", "Half the squares, 1/(2m) Σ", DataTask::regression, "{line}", "(y - {p})^2/2"},
    LossModel{"mse", "Mean of squares", DataTask::regression, "{line}", "(y - {p})^2"},
    LossModel{"huber", "Huber loss", DataTask::regression, "{line}",
              "if(abs(y - {p}) < δ, (y - {p})^2/2, δ*(abs(y - {p}) - δ/2))"},
    LossModel{"neuron", "A neuron, tanh", DataTask::regression, "tanh{line}", "(y - {p})^2/2"},
    LossModel{"logistic", "Logistic loss", DataTask::classes, "{line}", "softplus{p} - y*{p}"},
    LossModel{"hinge", "Hinge loss", DataTask::classes, "{line}", "relu(1 - (2y - 1)*{p})"},
};

std::string filled(std::string_view text, std::string_view gap, const std::string& words) {
    std::string result;
    for (std::size_t at = text.find(gap); at != std::string_view::npos; at = text.find(gap)) {
        result.append(text.substr(0, at)).append(words);
        text.remove_prefix(at + gap.size());
    }
    return result.append(text);
}

/// "x₁", "λ₂".
std::string numbered(std::string_view letter, std::size_t number) {
    constexpr std::array<std::string_view, most_features + 1> digits = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"};
    return fmt::format("{}{}", letter, digits.at(number));
}

std::string line_of(std::size_t features) {
    if (features == 1) return "w x + b";
    std::string line;
    for (std::size_t i = 1; i <= features; ++i) line += fmt::format("{} {} + ", numbered("w", i), numbered("x", i));
    return line + "b";
}

}  // namespace

std::span<const LossModel> loss_models() {
    return models;
}

const LossModel* find_loss_model(std::string_view id) {
    const auto found = std::ranges::find(models, id, &LossModel::id);
    return found == models.end() ? nullptr : &*found;
}

WrittenModel write_model(const LossModel& model, std::size_t features) {
    features = std::clamp<std::size_t>(features, 1, most_features);
    const bool plane = features > 1;
    // Its own brackets serve functions of one argument, which is how the templates call them.
    const std::string line = fmt::format("({})", line_of(features));
    const std::string prediction = filled(model.prediction, "{line}", line);
    WrittenModel written{.formula = plane ? "J(w₁, w₂) = " : "J(w, b) = ",
                         .prediction = model.prediction == "{line}" ? line_of(features) : prediction,
                         .task = model.task};
    written.formula += filled(model.loss, "{p}", prediction);
    written.formula += plane ? " + λ₁*(abs(w₁) + abs(w₂)) + λ₂*(w₁^2 + w₂^2)/2" : " + λ₁ abs(w) + λ₂ w^2/2";
    written.parameters = {{"λ1", 0.0}, {"λ2", 0.0}};
    if (plane) written.parameters["b"] = 0.0;
    for (std::size_t i = 3; i <= features; ++i) written.parameters[fmt::format("w{}", i)] = 0.0;
    if (model.loss.find("δ") != std::string_view::npos) written.parameters["δ"] = 0.5;
    return written;
}

const LossModel* model_of(std::string_view formula) {
    for (const LossModel& model : models) {
        for (std::size_t features = 1; features <= most_features; ++features) {
            if (write_model(model, features).formula == formula) return &model;
        }
    }
    return nullptr;
}

}  // namespace thalweg

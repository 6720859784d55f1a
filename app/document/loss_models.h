#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "app/document/data_choice.h"

namespace thalweg {

/// A model with the loss that it is fitted by, for samples of any number of features. `loss` and `prediction` are
/// formulas with gaps: {p} is what the model says of a sample, {line} its weighted sum of the features.
struct LossModel {
    std::string_view id;    ///< the catalogue's row that shows it
    std::string_view name;  ///< "Huber loss"
    DataTask task = DataTask::regression;
    std::string_view prediction;  ///< "tanh({line})"
    std::string_view loss;        ///< "(y - {p})^2/2"
};

std::span<const LossModel> loss_models();

/// Of more features only the first so many are used.
inline constexpr std::size_t most_features = 8;

/// nullptr if none is called so.
const LossModel* find_loss_model(std::string_view id);

/// A model in the words of formulas: the loss of one sample, and what it predicts.
struct WrittenModel {
    std::string formula, prediction;
    DataTask task = DataTask::regression;
    std::map<std::string, double> parameters = {};
};

/// Of one feature the surface lies over weight and bias, J(w, b) = … w x + b …; of several over the first two weights,
/// and bias and further weights are parameters that begin at 0. Penalties
/// λ₁ Σ|w| and λ₂ Σ w²/2 on the weights of the surface are parameters too, 0 at first.
WrittenModel write_model(const LossModel& model, std::size_t features);

/// The model whose loss this formula is, as write_model() writes it for any number of features; nullptr if there is
/// none.
const LossModel* model_of(std::string_view formula);

}  // namespace thalweg

#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <optional>
#include <string>

#include "app/document/session.h"

namespace thalweg {

/// The options of losses over samples:
/// [--model NAME] [--data NAME|FILE] [--task regression|classes] [--prediction P] [--batch N]
/// [--sampling shuffled|replacement] [--seed S] [--validation SHARE] [--patience N]
struct DataOptions {
    std::optional<std::string> model, data, task, prediction, batch, sampling, seed, validation, patience;

    bool any() const {
        return model || data || task || prediction || batch || sampling || seed || validation || patience;
    }
};

void add_data_options(CLI::App& command, DataOptions& options);

/// Puts what the options say into a choice that is a loss over data. The error names the option.
std::expected<void, std::string> put_data(const DataOptions& options, LandscapeChoice& choice);

}  // namespace thalweg

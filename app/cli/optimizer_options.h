#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/optimizer/optimizer.h"

namespace thalweg {

/// --optimizer, as often as given, and --schedule, --clip and --noise, which belong to the --optimizer before them:
/// each entry becomes a text for parse_optimizer, "adam lr=0.05 | schedule step gamma=0.5 | clip norm".
/// One of the three without an --optimizer before it belongs to plain descent.
void add_optimizer_options(CLI::App& command, std::vector<std::string>& optimizers);

/// The optimizer of a sub-command that takes one; plain descent if none is given.
std::expected<Optimizer, std::string> one_optimizer(const std::vector<std::string>& optimizers,
                                                    std::string_view command);

}  // namespace thalweg

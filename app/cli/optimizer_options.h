#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace thalweg {

/// --optimizer, as often as given, and --schedule, --clip and --noise, which belong to the --optimizer before them:
/// each entry becomes a text for parse_optimizer, "adam lr=0.05 | schedule step gamma=0.5 | clip norm".
/// One of the three without an --optimizer before it belongs to plain descent.
void add_optimizer_options(CLI::App& command, std::vector<std::string>& optimizers);

}  // namespace thalweg

#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <functional>
#include <string>

namespace thalweg {

/// Nothing, or one sentence that says what is wrong, where, and what to do.
using Outcome = std::expected<void, std::string>;
using Action = std::function<Outcome()>;

/// Each declares one sub-command with its options. When it is the one named in the arguments, `chosen` becomes what it
/// does.
void add_render(CLI::App& program, Action& chosen);
void add_animate(CLI::App& program, Action& chosen);
void add_inspect(CLI::App& program, Action& chosen);
void add_descend(CLI::App& program, Action& chosen);
void add_stationary(CLI::App& program, Action& chosen);
void add_basins(CLI::App& program, Action& chosen);
void add_sweep(CLI::App& program, Action& chosen);
void add_dimensions(CLI::App& program, Action& chosen);
void add_training(CLI::App& program, Action& chosen);
void add_check(CLI::App& program, Action& chosen);
void add_list(CLI::App& program, Action& chosen);
void add_tour(CLI::App& program, Action& chosen);
void add_bench(CLI::App& program, Action& chosen);
void add_export(CLI::App& program, Action& chosen);

/// Writes to standard output and makes sure that it arrived.
Outcome print(std::string_view text);

/// Writes a file whole or not at all; "-" is standard output.
Outcome write_or_print(const std::string& file, std::string_view content);

}  // namespace thalweg

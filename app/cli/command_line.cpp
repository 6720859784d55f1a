#include "app/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/document/resources.h"
#include "app/document/write_file.h"
#include "core/setting/nearest.h"

namespace thalweg {
namespace {

constexpr int user_error = 2;

/// A word that is no sub-command is taken for a file.
std::string no_such_file(const std::string& file, const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
    const std::string_view close = nearest(file, std::vector<std::string_view>(names.begin(), names.end()));
    if (close.empty())
        return fmt::format("there is no file {}; give a session or a picture to open, or see --help", file);
    return fmt::format("there is no file {}; did you mean `thalweg {}`?", file, close);
}

CommandLine parse_and_act(CLI::App& program, int argc, const char* const* argv) {
    CommandLine outcome;
    Action chosen;
    std::vector<std::string> files;
    program.add_option("files", files, "sessions, or pictures that carry one, to open in the window")
        ->type_name("FILE");
    for (const auto add : {add_render, add_animate, add_export, add_inspect, add_descend, add_stationary, add_basins,
                           add_sweep, add_dimensions, add_training, add_check, add_list, add_tour, add_bench})
        add(program, chosen);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked_for_help_or_version = error.get_exit_code() == 0;
        outcome.exit_status = asked_for_help_or_version ? program.exit(error) : report_error(error.what());
        return outcome;
    }
    if (!chosen) {
        for (const std::string& file : files) {
            std::error_code unreadable;
            if (!std::filesystem::exists(file, unreadable))
                return {.exit_status = report_error(no_such_file(file, program))};
        }
        return {.open_window = true, .files = {files.begin(), files.end()}};
    }
    if (const Outcome done = chosen(); !done) outcome.exit_status = report_error(done.error());
    return outcome;
}

}  // namespace

CommandLine run_command_line(int argc, const char* const* argv) {
    try {
        CLI::App program("Thalweg: gradient descent made visible. Without a sub-command it opens its window.",
                         "thalweg");
        program.set_version_flag("--version", fmt::format("thalweg {}", version()));
        return parse_and_act(program, argc, argv);
    } catch (const std::exception& error) {
        return {.exit_status = report_error(error.what())};
    }
}

int report_error(std::string_view message) {
    std::string line(message);
    std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    fmt::print(stderr, "thalweg: {}\n", line);
    return user_error;
}

Outcome print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return std::unexpected("standard output cannot be written; is the disk full?");
    return {};
}

Outcome write_or_print(const std::string& file, std::string_view content) {
    if (file == "-") return print(content);
    if (std::string error = write_file(file, content); !error.empty()) return std::unexpected(std::move(error));
    return {};
}

}  // namespace thalweg

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <span>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "app/export/steps_csv.h"
#include "core/descent/run.h"

namespace thalweg {
namespace {

struct DescendOptions {
    LandscapeOptions landscape;
    std::string start;
    std::vector<std::string> optimizers;
    std::string steps;
    bool stop = false, json = false;
    std::string csv = "-";
};

/// How it ended, in words.
std::string end_of(const Trajectory& trajectory) {
    std::string words = sentence(trajectory.reason, trajectory.rows() - 1);
    if (trajectory.left_domain) words += fmt::format("; outside the domain from step {} on", *trajectory.left_domain);
    return words;
}

std::string as_json(const Trajectory& trajectory, const ChosenLandscape& chosen) {
    JsonWriter json;
    json.begin_object();
    const auto list = [&](std::string_view key, std::span<const std::string> words) {
        json.key(key);
        json.begin_list();
        for (const std::string& word : words) json.value(word);
        json.end_list();
    };
    list("variables", chosen.names);
    if (chosen.loaded.samples) list("notes", chosen.notes);
    json.member("end", end_of(trajectory));
    json.key("steps");
    json.begin_list();
    for (int row = 0; row < trajectory.rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        json.begin_object();
        json.member("step", row);
        json.member("position", trajectory.position(row));
        json.member("loss", trajectory.losses[index]);
        json.member("gradient", trajectory.gradient(row));
        json.member("learning_rate", trajectory.learning_rates[index]);
        if (!trajectory.batch_losses.empty()) json.member("batch_loss", trajectory.batch_losses[index]);
        if (!trajectory.validation_losses.empty()) json.member("validation_loss", trajectory.validation_losses[index]);
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

Outcome descend(const DescendOptions& options) {
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    const auto start = parse_numbers(options.start, "--start");
    if (!start) return std::unexpected(start.error());
    const auto landscape = chosen->with_coordinates(start->size(), "--start");
    if (!landscape) return std::unexpected(landscape.error());
    const auto optimizer = one_optimizer(options.optimizers, "descend");
    if (!optimizer) return std::unexpected(optimizer.error());
    const auto steps = parse_steps(options.steps, "--steps");
    if (!steps) return std::unexpected(steps.error());

    const RunSettings settings{
        .steps = *steps, .stop_early = options.stop, .patience = chosen->choice.data.held_out.patience};
    const Box* domain = start->size() == 2 ? &chosen->choice.domain : nullptr;
    const Trajectory trajectory = run(**landscape, *start, *optimizer, settings, domain);

    if (options.json) return print(as_json(trajectory, *chosen));
    const std::string csv = steps_csv(trajectory, chosen->names);
    if (Outcome done = write_or_print(options.csv, csv); !done) return done;
    fmt::print(stderr, "{}\n", end_of(trajectory));
    return {};
}

}  // namespace

void add_descend(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<DescendOptions>();
    CLI::App* command = program.add_subcommand("descend", "one run of one optimizer, as a table of its steps");
    add_landscape_options(*command, options->landscape);
    command->add_option("--start", options->start, "where it begins; one coordinate for each variable")
        ->type_name("x,y")
        ->required();
    add_optimizer_options(*command, options->optimizers);
    command->add_option("--steps", options->steps, "how many")->type_name("N")->required();
    command->add_flag("--stop", options->stop, "end at the first reason to stop instead of taking all steps");
    auto* csv = command->add_option("--csv", options->csv, "the file to write; - is standard output");
    csv->type_name("FILE");
    command->add_flag("--json", options->json, "print JSON instead")->excludes(csv);
    command->callback([options, &chosen] { chosen = [options] { return descend(*options); }; });
}

}  // namespace thalweg

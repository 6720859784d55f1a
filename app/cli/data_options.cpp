#include "app/cli/data_options.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "app/cli/choices.h"
#include "app/cli/numbers.h"
#include "app/document/linked_files.h"
#include "app/scene/data_sets.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

constexpr std::array<Choice<DataTask>, 2> tasks{{{"regression", DataTask::regression}, {"classes", DataTask::classes}}};

/// A set or a generator where there is one of that name, else a file.
std::expected<SampleSource, std::string> named_samples(const std::string& named) {
    if (is_named_set(named)) return SampleSource{.set = named};
    std::error_code unreadable;
    if (std::filesystem::exists(named, unreadable)) return SampleSource{.file = absolute_path(named)};
    return std::unexpected(fmt::format(
        "--data: there is neither a file nor a data set \"{}\"; `thalweg list data` names the sets", named));
}

/// The settings that have an option of their own name.
std::expected<void, std::string> put(const std::optional<std::string>& text, std::string_view name,
                                     const std::vector<Field>& fields) {
    if (!text) return {};
    const std::string assignment = fmt::format("{}={}", name, *text);
    if (auto read = read_settings({assignment}, fields, "--" + std::string(name)); !read) return read;
    if (std::string problem = limits_problem(fields); !problem.empty()) return std::unexpected(std::move(problem));
    return {};
}

}  // namespace

void add_data_options(CLI::App& command, DataOptions& options) {
    command.add_option("--model", options.model, "a loss over samples: see list models")->type_name("NAME");
    command
        .add_option(
            "--data", options.data,
            "its samples: a set (see list data), a generator such as \"line noise=0.3\", or a file; the model's "
            "own if not given")
        ->type_name("NAME|FILE");
    command
        .add_option("--task", options.task,
                    "whether the model tells a number or one of two classes: regression or classes; the model's own if "
                    "not given")
        ->type_name("TASK");
    command
        .add_option("--prediction", options.prediction,
                    "what the model says of a sample, such as \"w x + b\", for the picture of the samples")
        ->type_name("P");
    command.add_option("--batch", options.batch, "samples in each step; all if not given")->type_name("N");
    command.add_option("--sampling", options.sampling, "shuffled epochs (if not given), or replacement")
        ->type_name("HOW");
    command.add_option("--seed", options.seed, "draws the batches; 1 if not given")->type_name("S");
    command.add_option("--validation", options.validation, "the share of the samples that is held out; 0 if not given")
        ->type_name("SHARE");
    command
        .add_option("--patience", options.patience,
                    "epochs without a new least validation loss that end a run; it never does if not given")
        ->type_name("N");
}

std::expected<void, std::string> put_data(const DataOptions& options, LandscapeChoice& choice) {
    DataChoice& data = choice.data;
    if (options.data) {
        auto samples = named_samples(*options.data);
        if (!samples) return std::unexpected(samples.error());
        data.samples = *std::move(samples);
        choice.id.clear();
    }
    if (options.prediction) data.prediction = *options.prediction;
    if (options.task) {
        const auto task = choose<DataTask>(*options.task, "--task", tasks);
        if (!task) return std::unexpected(task.error());
        data.task = *task;
    }
    const std::vector<Field> batches = fields(data.batches), held_out = fields(data.held_out);
    for (const auto& done : {put(options.batch, "batch", batches), put(options.sampling, "sampling", batches),
                             put(options.seed, "seed", batches), put(options.validation, "validation", held_out),
                             put(options.patience, "patience", held_out)})
        if (!done) return done;
    return {};
}

}  // namespace thalweg

#include "app/export/pytorch_script.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "app/document/resources.h"
#include "app/document/space.h"
#include "app/export/pytorch_methods.h"
#include "app/export/script_function.h"
#include "app/export/script_parts.h"
#include "core/descent/run.h"
#include "core/samples/batches.h"

namespace thalweg {
namespace {

/// "(1.0, 2.0)", of as many coordinates as are descended.
std::string start_text(const LandscapeChoice& landscape, const std::vector<std::string>& space, const Start& start) {
    std::vector<std::string> words;
    for (const double coordinate : space_point(landscape, space, start)) words.push_back(python_float(coordinate));
    return fmt::format("({})", fmt::join(words, ", "));
}

std::string settings_text(const Session& session, const ScriptFunction& function, std::string_view runs) {
    const std::vector<std::string> space = space_variables(session.landscape);
    std::vector<std::string> starts, coordinates;
    for (const Start& start : session.starts) starts.push_back(start_text(session.landscape, space, start));
    for (const std::string& name : function.names) coordinates.push_back(python_string(name));
    // Of a curve the second coordinate changes nothing, but is there.
    if (coordinates.size() == 1) coordinates.push_back(python_string("unused"));
    const RunSettings bounds;
    return fmt::format(
               "\n\n"
               "COORDINATES = [{}]\n"
               "VARIABLES = {}  # those that f depends on\n"
               "STARTS = [{}]\n"
               "STEPS = {}\n"
               "GRADIENT_BOUND = {}  # a run rests where the gradient is no longer than this …\n"
               "STEP_BOUND = {}  # … and the step no longer than this, times max(1, |p|)\n",
               fmt::join(coordinates, ", "), function.names.size(), fmt::join(starts, ", "), session.steps,
               python_number(bounds.gradient_bound), python_number(bounds.step_bound)) +
           fmt::format("\nRUNS = [\n{}]\n", runs);
}

/// How the steps of a script see the samples, if its landscape has any.
struct Sight {
    std::set<std::string> parts = {};         ///< of assets/scripts that draw the batches
    std::set<std::string> lines = {"whole"};  ///< of the part "descend"
    std::string settings = {};
};

Sight sight_of(const DataChoice& data, const ScriptFunction& function) {
    if (function.training == 0) return {};
    Sight sight{.lines = {"samples"}};
    const Batches& batches = data.batches;
    const bool in_batches = !whole(batches, function.training);
    const std::size_t size =
        batches.size == 0 ? function.training : std::min(static_cast<std::size_t>(batches.size), function.training);
    if (in_batches) {
        sight.lines.insert("batches");
        sight.parts = {"random", "draw", batches.sampling == Sampling::shuffled ? "shuffled" : "replacement"};
        sight.settings +=
            fmt::format("BATCH = {}  # samples a step\nSEED = {}  # of their order\n", size, batches.seed);
    }
    if (data.held_out.patience > 0 && function.held_out > 0) {
        sight.lines.insert("patience");
        sight.settings += fmt::format("PATIENCE = {}  # epochs without a new least loss of the samples held out\n",
                                      data.held_out.patience);
    }
    sight.settings += fmt::format("STEPS_AN_EPOCH = {}\n", steps_per_epoch(batches, function.training));
    return sight;
}

}  // namespace

std::expected<std::string, std::string> pytorch_script(const Session& session) {
    const auto parts = ScriptParts::load("pytorch.py");
    if (!parts) return std::unexpected(parts.error());
    const auto function = script_function(session.landscape, PythonLibrary::torch);
    if (!function) return std::unexpected(function.error());
    const Sight sight = sight_of(session.landscape.data, *function);
    const bool over_samples = function->training > 0;

    std::set<std::string> before = function->helpers, methods = sight.parts;
    before.insert("number");
    std::string runs;
    for (const OptimizerEntry& entry : session.optimizers) {
        if (!entry.enabled) continue;
        PytorchRun run = pytorch_run(entry.optimizer, over_samples && entry.whole);
        runs += run.entry;
        methods.merge(run.parts);
    }
    return fmt::format(
               "\"\"\"Descents as Thalweg {} takes them, in PyTorch 1.13 or newer. Prints each run's steps.\"\"\"\n"
               "{}import math\n"
               "\n"
               "import torch\n"
               "\n"
               "torch.set_default_dtype(torch.float64)\n",
               version(), sight.parts.contains("shuffled") ? "import functools\n" : "") +
           parts->joined(before) + "\n\n" + function->definition + parts->joined(methods) +
           settings_text(session, *function, runs) + (over_samples ? "\n" + sight.settings : "") +
           parts->joined({over_samples ? "evaluate_samples" : "evaluate", "hessian",
                          function->smooth ? "always_differentiable" : "differentiable"}) +
           lines_for(parts->joined({"descend"}), sight.lines) + parts->joined({"main"});
}

}  // namespace thalweg

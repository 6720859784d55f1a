#include "app/export/pytorch_script.h"

#include <fmt/format.h>

#include "app/document/resources.h"
#include "app/export/pytorch_methods.h"
#include "app/export/script_function.h"
#include "app/export/script_parts.h"
#include "core/descent/run.h"

namespace thalweg {
namespace {

std::string settings_text(const Session& session, const ScriptFunction& function, std::string_view runs) {
    std::string starts;
    for (const Start& start : session.starts) {
        starts += fmt::format("{}({}, {})", starts.empty() ? "" : ", ", python_float(start.x), python_float(start.y));
    }
    // Of a curve the second coordinate changes nothing, but is there.
    const bool curve = function.names.size() == 1;
    const RunSettings bounds;
    return fmt::format(
        "\n\n"
        "COORDINATES = [{}, {}]\n"
        "VARIABLES = {}  # those that f depends on\n"
        "STARTS = [{}]\n"
        "STEPS = {}\n"
        "GRADIENT_BOUND = {}  # a run rests where the gradient is no longer than this …\n"
        "STEP_BOUND = {}  # … and the step no longer than this, times max(1, |p|)\n"
        "\n"
        "RUNS = [\n{}]\n",
        python_string(function.names[0]), python_string(curve ? "unused" : function.names[1]), function.names.size(),
        starts, session.steps, python_number(bounds.gradient_bound), python_number(bounds.step_bound), runs);
}

}  // namespace

std::expected<std::string, std::string> pytorch_script(const Session& session) {
    const auto parts = ScriptParts::load("pytorch.py");
    if (!parts) return std::unexpected(parts.error());
    const auto function = script_function(session.landscape, PythonLibrary::torch);
    if (!function) return std::unexpected(function.error());

    std::set<std::string> before = function->helpers, methods;
    before.insert("number");
    std::string runs;
    for (const OptimizerEntry& entry : session.optimizers) {
        if (!entry.enabled) continue;
        PytorchRun run = pytorch_run(entry.optimizer);
        runs += run.entry;
        methods.merge(run.parts);
    }
    return fmt::format(
               "\"\"\"Descents as Thalweg {} takes them, in PyTorch 1.13 or newer. Prints each run's steps.\"\"\"\n"
               "import math\n"
               "\n"
               "import torch\n"
               "\n"
               "torch.set_default_dtype(torch.float64)\n",
               version()) +
           parts->joined(before) + "\n\n" + function->definition + parts->joined(methods) +
           settings_text(session, *function, runs) +
           parts->joined({"calculus", function->smooth ? "always_differentiable" : "differentiable", "descend"}) +
           parts->joined({"main"});
}

}  // namespace thalweg

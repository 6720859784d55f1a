#include "app/export/script_function.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "app/document/space.h"
#include "app/export/script_parts.h"
#include "app/scene/data_part.h"
#include "core/formula/formula.h"

namespace thalweg {
namespace {

constexpr std::array<std::string_view, 9> taken_names = {"f",      "loss",   "losses", "mean",   "samples",
                                                         "column", "sample", "weight", "weights"};

/// A formula as a function of its variables, of parameters without a default, and of others that have one.
struct Definition {
    std::string text;
    std::vector<std::string> variables;
    PythonCode code;
};

/// given: for each of the formula's parameters whether whoever calls the function says it.
Definition define(std::string_view name, const Formula& formula, const LandscapeChoice& landscape,
                  const std::vector<bool>& given, PythonLibrary library) {
    const std::size_t variables = formula.variables().size();
    std::vector<std::string> names(formula.variables().begin(), formula.variables().end());
    names.insert(names.end(), formula.parameters().begin(), formula.parameters().end());
    names = python_names(names, taken_names);
    PythonCode code = python_code(formula.value_program(), names, library);

    const std::string_view number = library == PythonLibrary::torch ? "number" : "np.float64";
    std::string arguments, defaults;
    for (std::size_t i = 0; i < variables; ++i) arguments += (i > 0 ? ", " : "") + names[i];
    const std::vector<double> values = parameter_values(landscape, formula.parameters());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string& parameter = names[variables + i];
        if (given[i]) {
            arguments += ", " + parameter;
        } else {
            defaults += fmt::format(", {}={}({})", parameter, number, python_number(values[i]));
        }
    }
    std::string text = python_comment(landscape.formula) + fmt::format("\ndef {}({}{}):\n", name, arguments, defaults);
    for (const std::string& line : code.assignments) text += "    " + line + '\n';
    text += "    return " + code.outputs[0] + '\n';
    names.resize(variables);
    return {std::move(text), std::move(names), std::move(code)};
}

/// Entries with commas between them, as many in a line as fit.
std::string wrapped(const std::vector<std::string>& entries, std::string_view indent) {
    constexpr std::size_t widest = 110;
    std::string text;
    std::size_t used = widest;
    for (const std::string& entry : entries) {
        if (used + entry.size() + 2 > widest) {
            if (!text.empty()) text += '\n';
            text += indent;
            used = indent.size();
        } else {
            text += ' ';
        }
        text += entry + ',';
        used += entry.size() + 2;
    }
    return text + '\n';
}

/// Conditions are Python's own, which are true or false and no tensors.
bool has_branches(const Formula& loss) {
    return std::ranges::any_of(loss.value_program().instructions, [](const Instruction& instruction) {
        return instruction.operation == Operator::select || instruction.operation == Operator::both ||
               instruction.operation == Operator::either;
    });
}

std::string torch_samples(const DataPart& data, const std::vector<const DataColumn*>& columns,
                          const std::string& arguments, bool branches) {
    const auto numbers = [](const std::vector<std::uint32_t>& samples) {
        std::vector<std::string> words;
        for (const std::uint32_t sample : samples) words.push_back(std::to_string(sample));
        return "torch.tensor([\n" + wrapped(words, "    ") + "])";
    };
    std::string text = "\n\nCOLUMNS = [  # of the samples, in the order of loss()\n";
    for (const DataColumn* column : columns) {
        std::vector<std::string> entries;
        for (const double number : column->numbers) entries.push_back(python_float(number));
        text += fmt::format("    torch.tensor([  {}\n{}    ]),\n", python_comment(words(*column)),
                            wrapped(entries, "        "));
    }
    text += "]\n";
    if (data.parts.validation.empty()) {
        text += fmt::format("TRAINING = torch.arange({})  # the samples that steps see\n", data.samples.size());
    } else {
        text += "TRAINING = " + numbers(data.parts.training) + "  # the samples that steps see\n";
        text += "HELD_OUT = " + numbers(data.parts.validation) + "  # those that only judge\n";
    }
    text += fmt::format("\n\ndef losses(samples, {}):\n", arguments);
    if (branches) {
        text += fmt::format(
            "    \"\"\"One by one: of each sample one branch is taken.\"\"\"\n"
            "    weights = [weight.expand(len(samples)) for weight in ({},)]\n"
            "    return torch.stack([loss(*(weight[i] for weight in weights), *(column[sample] for column in "
            "COLUMNS))\n"
            "                        for i, sample in enumerate(samples)])\n",
            arguments);
    } else {
        text += fmt::format("    return loss({}, *(column[samples] for column in COLUMNS)).expand(len(samples))\n",
                            arguments);
    }
    return text + fmt::format(
                      "\n\n"
                      "def mean(rows):\n"
                      "    \"\"\"Added one after another, in the order of the samples.\"\"\"\n"
                      "    return rows.cumsum(0)[-1] / len(rows)\n"
                      "\n\n"
                      "def f({0}, samples=TRAINING):\n"
                      "    return mean(losses(samples, {0}))\n",
                      arguments);
}

std::string numpy_samples(const DataPart& data, const std::vector<const DataColumn*>& columns,
                          const std::string& arguments) {
    std::vector<std::string> titles;
    for (const DataColumn* column : columns) titles.push_back(words(*column));
    std::string text = fmt::format("\n\nSAMPLES = np.array([  {}\n",
                                   python_comment(fmt::format("a row for each: {}", fmt::join(titles, ", "))));
    std::vector<std::string> rows;
    for (const std::uint32_t sample : data.parts.training) {
        std::string row;
        for (const DataColumn* column : columns)
            row += (row.empty() ? "(" : ", ") + python_float(column->numbers[sample]);
        rows.push_back(row + (columns.size() == 1 ? ",)" : ")"));
    }
    text += wrapped(rows, "    ") + "])\n";
    return text + fmt::format(
                      "\n\n"
                      "def f({0}):\n"
                      "    \"\"\"The mean loss over all samples.\"\"\"\n"
                      "    return sum(loss({0}, *sample) for sample in SAMPLES) / len(SAMPLES)\n",
                      arguments);
}

std::expected<ScriptFunction, std::string> sample_function(const LandscapeChoice& landscape, const Formula& loss,
                                                           PythonLibrary library) {
    const auto data = DataMaker().make(landscape, loss);
    if (!data) return std::unexpected(data.error());
    const DataSet& samples = (*data)->samples;
    std::vector<bool> given;
    std::vector<const DataColumn*> columns;
    for (const std::string& name : loss.parameters()) {
        const DataColumn* const column = samples.find(name);
        given.push_back(column != nullptr);
        if (column != nullptr) columns.push_back(column);
    }
    Definition definition = define("loss", loss, landscape, given, library);
    const std::string arguments = fmt::format("{}", fmt::join(definition.variables, ", "));
    definition.text += library == PythonLibrary::torch ? torch_samples(**data, columns, arguments, has_branches(loss))
                                                       : numpy_samples(**data, columns, arguments);
    return ScriptFunction{.definition = std::move(definition.text),
                          .names = std::move(definition.variables),
                          .helpers = std::move(definition.code.helpers),
                          .smooth = definition.code.smooth,
                          .training = (*data)->parts.training.size(),
                          .held_out = (*data)->parts.validation.size()};
}

}  // namespace

std::expected<ScriptFunction, std::string> script_function(const LandscapeChoice& landscape, PythonLibrary library) {
    if (landscape.source == LandscapeSource::grid)
        return std::unexpected(fmt::format(
            "a script needs a formula, and {} is none: take its runs and its surface as tables (.csv or .npz)",
            landscape_words(landscape)));
    auto formula = Formula::parse(landscape.formula);
    if (!formula) return std::unexpected("the formula cannot be read: " + formula.error().message);
    if (const auto space = space_variables(landscape); !space.empty() && library == PythonLibrary::numpy) {
        const auto axes = axes_shown(landscape, space);
        formula = formula->section(std::array{space[axes[0]], space[axes[1]]});
    }
    if (landscape.source == LandscapeSource::data) return sample_function(landscape, *formula, library);
    const std::vector<bool> given(formula->parameters().size(), false);
    Definition definition = define("f", *formula, landscape, given, library);
    return ScriptFunction{.definition = std::move(definition.text),
                          .names = std::move(definition.variables),
                          .helpers = std::move(definition.code.helpers),
                          .smooth = definition.code.smooth};
}

}  // namespace thalweg

#include "app/export/script_function.h"

#include <fmt/format.h>

#include <array>

#include "app/export/script_parts.h"
#include "core/formula/formula.h"

namespace thalweg {
namespace {

constexpr std::array<std::string_view, 1> taken_names = {"f"};

}  // namespace

std::expected<ScriptFunction, std::string> script_function(const LandscapeChoice& landscape, PythonLibrary library) {
    if (landscape.source != LandscapeSource::formula)
        return std::unexpected(fmt::format(
            "a script needs a formula, and {} is none: take its runs and its surface as tables (.csv or .npz)",
            landscape_words(landscape)));
    const auto formula = Formula::parse(landscape.formula);
    if (!formula) return std::unexpected("the formula cannot be read: " + formula.error().message);
    const std::size_t variables = formula->variables().size();
    if (variables > 2) return std::unexpected(fmt::format("a surface has two variables, not {}", variables));

    std::vector<std::string> names(formula->variables().begin(), formula->variables().end());
    names.insert(names.end(), formula->parameters().begin(), formula->parameters().end());
    names = python_names(names, taken_names);
    PythonCode code = python_code(formula->value_program(), names, library);

    const std::string_view number = library == PythonLibrary::torch ? "number" : "np.float64";
    std::string arguments;
    for (std::size_t i = 0; i < variables; ++i) arguments += (i > 0 ? ", " : "") + names[i];
    const std::vector<double> values = parameter_values(landscape, formula->parameters());
    for (std::size_t i = 0; i < values.size(); ++i) {
        arguments += fmt::format(", {}={}({})", names[variables + i], number, python_number(values[i]));
    }
    std::string definition = python_comment(landscape.formula) + fmt::format("\ndef f({}):\n", arguments);
    for (const std::string& line : code.assignments) definition += "    " + line + '\n';
    definition += "    return " + code.outputs[0] + '\n';
    names.resize(variables);
    return ScriptFunction{std::move(definition), std::move(names), std::move(code.helpers), code.smooth};
}

}  // namespace thalweg

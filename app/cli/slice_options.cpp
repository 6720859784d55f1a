#include "app/cli/slice_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <utility>

#include "app/cli/choices.h"
#include "app/cli/numbers.h"
#include "app/document/space.h"

namespace thalweg {
namespace {

constexpr std::array<Choice<SliceChoice::Through>, 2> through_what{
    {{"run", SliceChoice::Through::run}, {"starts", SliceChoice::Through::starts}}};

std::expected<std::vector<double>, std::string> read_start(const std::string& text,
                                                           const std::vector<std::string>& variables) {
    auto numbers = parse_numbers(text, "--start");
    if (numbers && numbers->size() != variables.size())
        return std::unexpected(fmt::format("--start \"{}\" has {} numbers, but the formula has {} variables: {}", text,
                                           numbers->size(), variables.size(), fmt::join(variables, ", ")));
    return numbers;
}

}  // namespace

void add_slice_options(CLI::App& command, SliceOptions& options) {
    command
        .add_option("--axes", options.axes,
                    "of a formula of more than two variables: those of the plane shown, to the right and upwards; the "
                    "first two if not given")
        ->type_name("x,z");
    command
        .add_option("--through", options.through,
                    "of such a formula: the plane goes through the point that the first run has reached (run, if not "
                    "given) or through the starts")
        ->type_name("run|starts");
}

Outcome read_slice(const SliceOptions& options, const std::vector<std::string>& starts, LandscapeChoice& landscape) {
    const auto variables = space_variables(landscape);
    if (variables.empty()) {
        if (!options.axes && !options.through) return {};
        return std::unexpected(fmt::format("{} belongs to formulas of more than two variables, such as x² + y² + z²",
                                           options.axes ? "--axes" : "--through"));
    }
    if (options.axes) {
        const auto axes = plane_axes(variables, *options.axes);
        if (!axes) return std::unexpected("--axes " + axes.error());
        landscape.slice.axes = variables[(*axes)[0]] + "," + variables[(*axes)[1]];
    }
    if (options.through) {
        const auto through = choose<SliceChoice::Through>(*options.through, "--through", through_what);
        if (!through) return std::unexpected(through.error());
        landscape.slice.through = *through;
    }
    if (starts.empty()) return {};
    const auto first = read_start(starts.front(), variables);
    if (!first) return std::unexpected(first.error());
    const auto axes = axes_shown(landscape, variables);
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (i != axes[0] && i != axes[1]) landscape.parameters[variables[i]] = (*first)[i];
    return {};
}

Outcome read_slice(const SliceOptions& options, const std::vector<std::string>& starts, Session& session) {
    LandscapeChoice landscape = session.landscape;
    if (Outcome done = read_slice(options, starts, landscape); !done) return done;
    const auto variables = space_variables(landscape);
    if (options.axes && starts.empty()) {
        choose_axes(session, variables, axes_shown(landscape, variables));
        session.landscape.slice.through = landscape.slice.through;
    } else {
        session.landscape = std::move(landscape);
    }
    return {};
}

Outcome read_space_starts(const std::vector<std::string>& texts, const std::vector<std::string>& variables,
                          Session& session) {
    const auto axes = axes_shown(session.landscape, variables);
    const std::vector<double> held = parameter_values(session.landscape, variables);
    for (const std::string& text : texts) {
        const auto point = read_start(text, variables);
        if (!point) return std::unexpected(point.error());
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (i != axes[0] && i != axes[1] && (*point)[i] != held[i])
                return std::unexpected(fmt::format("--start {} lies beside the plane of the first one: {} must be {}",
                                                   text, variables[i], held[i]));
        session.starts.push_back({(*point)[axes[0]], (*point)[axes[1]]});
    }
    return {};
}

}  // namespace thalweg

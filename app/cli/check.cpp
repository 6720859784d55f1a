#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <numbers>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "core/calculus/gradient_check.h"

namespace thalweg {
namespace {

struct CheckOptions {
    LandscapeOptions landscape;
    std::string at;
    std::optional<std::string> direction;
    bool json = false;
};

/// The derivative along one line, and what to call it: "∂f/∂x" or "along 30°".
struct NamedCheck {
    std::string name;
    std::vector<double> direction;
    GradientCheck check;
};

/// Where to look: along --direction, or along each coordinate in turn.
std::expected<std::vector<NamedCheck>, std::string> directions(const CheckOptions& options, std::size_t n,
                                                               std::span<const std::string> names) {
    std::vector<NamedCheck> all;
    if (!options.direction) {
        for (std::size_t i = 0; i < n; ++i) {
            std::vector<double> axis(n, 0.0);
            axis[i] = 1.0;
            const std::string_view name = i < names.size() ? std::string_view(names[i]) : "y";
            all.push_back({.name = fmt::format("∂f/∂{}", name), .direction = axis, .check = {}});
        }
        return all;
    }
    const auto degrees = parse_numbers(*options.direction, "--direction");
    if (!degrees) return std::unexpected(degrees.error());
    if (degrees->size() != 1 || n != 2)
        return std::unexpected(
            fmt::format("--direction \"{}\": give one angle in degrees, and two coordinates after --at, since only "
                        "directions in the plane have one",
                        *options.direction));
    const double angle = degrees->front() * std::numbers::pi / 180.0;
    all.push_back({.name = fmt::format("along {:g}°", degrees->front()),
                   .direction = {std::cos(angle), std::sin(angle)},
                   .check = {}});
    return all;
}

void write(JsonWriter& json, const NamedCheck& line) {
    const GradientCheck& check = line.check;
    json.begin_object();
    json.member("derivative", line.name);
    json.member("direction", std::span<const double>(line.direction));
    json.member("exact", check.exact);
    json.member("differentiable", check.differentiable);
    json.member("third_derivative", check.third_derivative);
    json.member("predicted_best_step", check.predicted_best_step());
    json.member("sentence", sentence(check));
    json.key("quotients");
    json.begin_list();
    for (const DifferenceQuotient& quotient : check.quotients) {
        json.begin_object();
        json.member("h", quotient.h);
        json.member("central", quotient.central);
        json.member("central_error", quotient.central_error);
        json.member("forward", quotient.forward);
        json.member("forward_error", quotient.forward_error);
        json.end_object();
    }
    json.end_list();
    json.end_object();
}

std::string as_json(double value, const std::vector<NamedCheck>& lines) {
    JsonWriter json;
    json.begin_object();
    json.member("value", value);
    json.key("checks");
    json.begin_list();
    for (const NamedCheck& line : lines) write(json, line);
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

std::string as_text(const std::vector<NamedCheck>& lines) {
    std::string text;
    for (const NamedCheck& line : lines) {
        text += fmt::format("{}{}\n\n{:>10}  {:>22}  {:>10}  {:>22}  {:>10}\n", text.empty() ? "" : "\n", line.name,
                            "h", "central difference", "error", "forward difference", "error");
        for (const DifferenceQuotient& quotient : line.check.quotients)
            text += fmt::format("{:10.3e}  {:22.15g}  {:10.2e}  {:22.15g}  {:10.2e}\n", quotient.h, quotient.central,
                                quotient.central_error, quotient.forward, quotient.forward_error);
        text += fmt::format("\n{}\n", sentence(line.check));
    }
    return text;
}

Outcome check(const CheckOptions& options) {
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    const auto point = parse_numbers(options.at, "--at");
    if (!point) return std::unexpected(point.error());
    const auto landscape = chosen->with_coordinates(point->size(), "--at");
    if (!landscape) return std::unexpected(landscape.error());
    auto lines = directions(options, point->size(), chosen->names);
    if (!lines) return std::unexpected(lines.error());
    // Two steps a decade fill one page.
    const GradientCheckSettings settings{.steps = 33};
    const auto evaluator = (*landscape)->evaluator();
    for (NamedCheck& line : *lines) line.check = check_gradient(*evaluator, *point, line.direction, settings);
    return print(options.json ? as_json(evaluator->value(*point), *lines) : as_text(*lines));
}

}  // namespace

void add_check(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command = program.add_subcommand(
        "check", "the exact gradient at one point beside difference quotients with steps from 1e-16 to 1");
    add_landscape_options(*command, options->landscape);
    command->add_option("--at", options->at, "the point; one coordinate for a curve")->type_name("x,y")->required();
    command->add_option("--direction", options->direction, "the direction, counted from the x axis; else every axis")
        ->type_name("degrees");
    command->add_flag("--json", options->json, "as JSON; NaN and infinities are null");
    command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace thalweg

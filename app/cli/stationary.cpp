#include <fmt/format.h>

#include <memory>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "core/stationary/search_landscape.h"

namespace thalweg {
namespace {

struct StationaryOptions {
    LandscapeOptions landscape;
    bool json = false;
};

void write(JsonWriter& json, const StationaryPoint& point) {
    json.begin_object();
    json.member("x", point.x);
    json.member("y", point.y);
    json.member("value", point.value);
    json.member("gradient_bound", point.gradient_bound);
    json.member("eigenvalues", std::span<const double>(point.eigenvalues));
    json.key("eigenvectors");
    json.begin_list();
    for (const auto& eigenvector : point.eigenvectors) json.value(std::span<const double>(eigenvector));
    json.end_list();
    json.member("class", name(point.kind));
    json.member("certified", point.certified);
    json.member("on_edge", point.on_edge);
    json.member("global_minimum", point.global_minimum);
    json.end_object();
}

std::string as_json(const StationaryReport& report) {
    JsonWriter json;
    json.begin_object();
    json.member("complete", report.complete);
    json.member("assumption", report.assumption);
    json.key("points");
    json.begin_list();
    for (const StationaryPoint& point : report.points) write(json, point);
    json.end_list();
    json.key("undecided");
    json.begin_list();
    for (const UndecidedRegion& region : report.undecided) {
        const std::array box{region.box.x0, region.box.x1, region.box.y0, region.box.y1};
        json.begin_object();
        json.member("box", std::span<const double>(box));
        json.member("reason", region.reason);
        json.end_object();
    }
    json.end_list();
    json.member("seconds", report.seconds);
    json.end_object();
    return std::move(json).text();
}

std::string as_text(const StationaryReport& report, const Box& box) {
    std::string text = sentence(report, box) + "\n";
    for (const StationaryPoint& point : report.points)
        text += fmt::format("{:10}  ({:.10g}, {:.10g})  value {:.10g}  eigenvalues {:.6g}, {:.6g}{}{}{}\n",
                            name(point.kind), point.x, point.y, point.value, point.eigenvalues[0], point.eigenvalues[1],
                            point.certified ? "  certified" : "", point.on_edge ? "  on the edge" : "",
                            point.global_minimum ? "  global minimum" : "");
    for (const UndecidedRegion& region : report.undecided)
        text += fmt::format("undecided   [{:.10g}, {:.10g}] × [{:.10g}, {:.10g}]  {}\n", region.box.x0, region.box.x1,
                            region.box.y0, region.box.y1, region.reason);
    return text + report.assumption + "\n";
}

Outcome stationary(const StationaryOptions& options) {
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    const bool curve = chosen->names.size() == 1;
    const auto landscape = chosen->with_coordinates(curve ? 1 : 2, curve ? "an interval" : "a box of the plane");
    if (!landscape) return std::unexpected(landscape.error());
    const Box& box = chosen->choice.domain;
    const StationaryReport report = search_landscape(**landscape, box);
    return print(options.json ? as_json(report) : as_text(report, box));
}

}  // namespace

void add_stationary(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<StationaryOptions>();
    CLI::App* command = program.add_subcommand("stationary", "all stationary points of the domain, with proof");
    add_landscape_options(*command, options->landscape);
    command->add_flag("--json", options->json, "as JSON");
    command->callback([options, &chosen] { chosen = [options] { return stationary(*options); }; });
}

}  // namespace thalweg

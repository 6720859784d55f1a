#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/long_work.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "app/document/write_file.h"
#include "app/export/basin_picture.h"
#include "core/descent/basins.h"

namespace thalweg {
namespace {

struct BasinOptions {
    LandscapeOptions landscape;
    std::vector<std::string> optimizers;
    std::string size = "256", steps = "200";
    std::optional<std::string> csv, output;
    bool json = false, progress = false;
};

constexpr int largest_map = 1024, largest_strip = 65'536;
/// More would take minutes for the largest map.
constexpr int most_steps_of_a_map = 100'000;

std::string as_json(const BasinMap& map) {
    JsonWriter json;
    json.begin_object();
    json.member("seconds", map.seconds);
    json.key("destinations");
    json.begin_list();
    for (const Destination& destination : map.destinations) {
        json.begin_object();
        json.member("kind", name(destination.kind));
        json.member("x", destination.x);
        if (!map.of_a_curve()) json.member("y", destination.y);
        json.member("value", destination.value);
        json.member("count", destination.count);
        json.member("median_steps", destination.median_steps);
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

std::string as_text(const BasinMap& map) {
    std::string text;
    const double starts = static_cast<double>(map.columns) * map.rows;
    for (const Destination& d : map.destinations) {
        const std::string place = !is_a_point(d.kind) ? ""
                                  : map.of_a_curve()  ? fmt::format("{:.6g}", d.x)
                                                      : fmt::format("({:.6g}, {:.6g})", d.x, d.y);
        text += fmt::format("{:10}  {:26}  {:7.3f} % of starts, median {} steps\n", name(d.kind), place,
                            100 * d.count / starts, d.median_steps);
    }
    return text;
}

/// A row for each start: where it is, what and where it comes to, and after how many steps. A curve has no y.
std::string as_csv(const BasinMap& map) {
    const bool curve = map.of_a_curve();
    std::string text = curve ? "x,kind,destination_x,steps\n" : "x,y,kind,destination_x,destination_y,steps\n";
    const auto out = std::back_inserter(text);
    for (std::size_t i = 0; i < map.steps.size(); ++i) {
        const auto [x, y] = middle_of_cell(map.box, static_cast<int>(i), map.columns, map.rows);
        const Destination& d = map.destinations[static_cast<std::size_t>(map.destination[i])];
        if (curve)
            fmt::format_to(out, "{:.17g},{},{:.17g},{}\n", x, name(d.kind), d.x, map.steps[i]);
        else
            fmt::format_to(out, "{:.17g},{:.17g},{},{:.17g},{:.17g},{}\n", x, y, name(d.kind), d.x, d.y, map.steps[i]);
    }
    return text;
}

Outcome write_map_picture(const BasinMap& map, const std::string& file) {
    const auto bytes = encode_png(basin_picture(map));
    if (!bytes) return std::unexpected(bytes.error());
    if (std::string error = write_file(file, *bytes); !error.empty()) return std::unexpected(std::move(error));
    return {};
}

Outcome basins(const BasinOptions& options) {
    LongWork work(options.progress);
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    const auto landscape = chosen->with_coordinates(2, "a map of basins");
    if (!landscape) return std::unexpected(landscape.error());
    const auto optimizer = one_optimizer(options.optimizers, "basins");
    if (!optimizer) return std::unexpected(optimizer.error());
    const bool curve = (*landscape)->variables() == 1;
    const auto size =
        parse_count(options.size, "--size", curve ? "a number of starts" : "a number of starts along each side", 1,
                    curve ? largest_strip : largest_map);
    if (!size) return std::unexpected(size.error());
    const auto steps = parse_count(options.steps, "--steps", "a number of steps", 0, most_steps_of_a_map);
    if (!steps) return std::unexpected(steps.error());

    const BasinMap map = find_basins(**landscape, chosen->choice.domain, *optimizer,
                                     {.columns = *size, .rows = *size, .steps = *steps}, work.stop(), work.part());
    if (map.cancelled) return std::unexpected("basins was interrupted");
    work.go_on(1.0);
    if (options.output)
        if (Outcome done = write_map_picture(map, *options.output); !done) return done;
    if (options.csv)
        if (Outcome done = write_or_print(*options.csv, as_csv(map)); !done) return done;
    if (options.json) return print(as_json(map));
    return options.csv == "-" ? Outcome{} : print(as_text(map));
}

}  // namespace

void add_basins(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<BasinOptions>();
    CLI::App* command = program.add_subcommand(
        "basins", "where runs from a whole grid of starts end up, or of a formula of x alone from all along x");
    add_landscape_options(*command, options->landscape);
    add_optimizer_options(*command, options->optimizers);
    command
        ->add_option("--size", options->size,
                     "starts along each side of the domain, N² in all, 1 to 1024; of a curve N in all, up to "
                     "65536; 256 if not given")
        ->type_name("N");
    command->add_option("--steps", options->steps, "how many each run takes; 200 if not given")->type_name("N");
    command->add_option("--csv", options->csv, "a table with a row for each start; - is standard output")
        ->type_name("FILE");
    command
        ->add_option("-o,--output", options->output,
                     "a PNG file with one pixel a start (of a curve one column), coloured by destination, the darker "
                     "the more steps")
        ->type_name("picture.png");
    command->add_flag("--json", options->json, "the table of destinations as JSON");
    add_progress_option(*command, options->progress);
    command->callback([options, &chosen] { chosen = [options] { return basins(*options); }; });
}

}  // namespace thalweg

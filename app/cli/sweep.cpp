#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "app/cli/scene_options.h"
#include "app/cli/window_picture.h"
#include "core/descent/sweep.h"

namespace thalweg {
namespace {

struct SweepOptions {
    LandscapeOptions landscape;
    std::string start;
    std::vector<std::string> optimizers;
    std::optional<std::string> from, to;
    std::string count = "31", steps = "200";
    std::optional<std::string> csv, output;
    bool range_test = false, json = false;
};

/// Of all runs; each is kept with all its steps, about 60 bytes each.
constexpr int most_rows = 20'000'000;

/// What is swept, read and checked.
struct Order {
    std::shared_ptr<const Landscape> landscape;
    std::vector<double> start;
    Optimizer optimizer;
    double from = 0.0, to = 0.0;
    int count = 0, steps = 0;
};

std::string as_json(const Sweep& sweep) {
    JsonWriter json;
    json.begin_object();
    json.key("limit");
    json.begin_object();
    if (sweep.limit) {
        json.member("rate", sweep.limit->rate);
        json.member("largest_eigenvalue", sweep.limit->largest_eigenvalue);
        json.key("position");
        json.value(sweep.limit->position);
    }
    json.end_object();
    const TellingRates telling = telling_rates(sweep);
    const auto rate_of = [&](std::string_view key, const std::optional<std::size_t>& run) {
        if (run) json.member(key, sweep.runs[*run].rate);
    };
    rate_of("too_small", telling.too_small);
    rate_of("right", telling.right);
    rate_of("too_large", telling.too_large);
    json.key("rates");
    json.begin_list();
    for (const RateRun& run : sweep.runs) {
        json.begin_object();
        json.member("rate", run.rate);
        json.member("verdict", name(run.verdict));
        json.member("final_loss", run.final_loss);
        json.member("steps", run.trajectory.rows() - 1);
        if (run.arrival) json.member("arrival", *run.arrival);
        json.member("reason", name(run.trajectory.reason));
        json.end_object();
    }
    json.end_list();
    json.end_object();
    return std::move(json).text();
}

std::string as_csv(const Sweep& sweep) {
    std::string text = "rate,verdict,final_loss,steps,arrival,reason\n";
    for (const RateRun& run : sweep.runs)
        fmt::format_to(std::back_inserter(text), "{:.17g},{},{:.17g},{},{},{}\n", run.rate, name(run.verdict),
                       run.final_loss, run.trajectory.rows() - 1, run.arrival ? std::to_string(*run.arrival) : "",
                       name(run.trajectory.reason));
    return text;
}

std::string as_text(const Sweep& sweep) {
    std::string text;
    for (const RateRun& run : sweep.runs)
        text += fmt::format("{:<12.4g} {:10} final loss {:<14.6g}{}\n", run.rate, name(run.verdict), run.final_loss,
                            run.arrival ? fmt::format(" there after {} steps", *run.arrival) : "");
    if (sweep.limit)
        text += fmt::format("steps settle below {:.6g}, where the largest eigenvalue is {:.6g}\n", sweep.limit->rate,
                            sweep.limit->largest_eigenvalue);
    return text;
}

/// The range test: the loss beside the rate of the step that leaves it.
std::string range_csv(const Trajectory& test) {
    std::string text = "rate,loss\n";
    for (std::size_t i = 0; i < test.losses.size(); ++i)
        fmt::format_to(std::back_inserter(text), "{:.17g},{:.17g}\n", test.learning_rates[i], test.losses[i]);
    return text;
}

std::expected<double, std::string> rate(const std::optional<std::string>& text, const char* option, double otherwise) {
    if (!text) return otherwise;
    const auto numbers = parse_numbers(*text, option);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != 1 || !(numbers->front() > 0.0))
        return std::unexpected(fmt::format("{} \"{}\": give one learning rate above 0", option, *text));
    return numbers->front();
}

Outcome read_rates(const SweepOptions& options, Order& order) {
    if (std::string problem = no_sweep(order.optimizer); !problem.empty()) return std::unexpected(std::move(problem));
    const auto usual = rates_to_try(*order.landscape, order.start, order.optimizer);
    const auto from = rate(options.from, "--from", usual[0]), to = rate(options.to, "--to", usual[1]);
    if (!from) return std::unexpected(from.error());
    if (!to) return std::unexpected(to.error());
    if (!(*from < *to)) return std::unexpected(fmt::format("--from {} is not below --to {}", *from, *to));
    const auto count = parse_count(options.count, "--count", "a number of rates", 2, 2000);
    if (!count) return std::unexpected(count.error());
    const auto steps = parse_count(options.steps, "--steps", "a number of steps", 1, most_steps);
    if (!steps) return std::unexpected(steps.error());
    if (*count > most_rows / *steps)
        return std::unexpected(
            fmt::format("--count {} runs of --steps {} do not fit into memory; give fewer of either", *count, *steps));
    order.from = *from;
    order.to = *to;
    order.count = *count;
    order.steps = *steps;
    return {};
}

/// The window with the sweep beside the views.
Outcome write_sweep_picture(const SweepOptions& options, const Order& order) {
    if (order.count > most_rates_shown)
        return std::unexpected(
            fmt::format("-o draws at most {} rates, and --count is {}", most_rates_shown, order.count));
    SceneOptions shown;
    shown.landscape = options.landscape;
    shown.starts = {options.start};
    shown.optimizers = options.optimizers;
    shown.steps = options.steps;
    auto scene = read_scene(shown);
    if (!scene) return std::unexpected(scene.error());
    Session& session = scene->session;
    session.study.lens = LensKind::sweep;
    session.ensemble.sweep = {.automatic = false, .from = order.from, .to = order.to, .rates = order.count};
    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());
    maker->offer(std::move(scene->loaded));
    if (std::string error = save_window(*maker, session, 1280, 800, 1.0F, *options.output); !error.empty())
        return std::unexpected(std::move(error));
    return {};
}

Outcome sweep(const SweepOptions& options) {
    const auto chosen = choose_landscape(options.landscape);
    if (!chosen) return std::unexpected(chosen.error());
    auto start = parse_numbers(options.start, "--start");
    if (!start) return std::unexpected(start.error());
    auto landscape = chosen->with_coordinates(start->size(), "--start");
    if (!landscape) return std::unexpected(landscape.error());
    auto optimizer = one_optimizer(options.optimizers, "sweep");
    if (!optimizer) return std::unexpected(optimizer.error());
    Order order{.landscape = *std::move(landscape), .start = *std::move(start), .optimizer = *std::move(optimizer)};
    if (Outcome done = read_rates(options, order); !done) return done;
    if (options.output)
        if (Outcome done = write_sweep_picture(options, order); !done) return done;
    if (options.range_test)
        return write_or_print(
            options.csv.value_or("-"),
            range_csv(range_test(*order.landscape, order.start, order.optimizer, order.from, order.to, order.steps)));
    const Sweep result = sweep_rates(*order.landscape, order.start, order.optimizer,
                                     spread_rates(order.from, order.to, order.count), order.steps);
    if (options.csv)
        if (Outcome done = write_or_print(*options.csv, as_csv(result)); !done) return done;
    if (options.json) return print(as_json(result));
    return options.csv == "-" ? Outcome{} : print(as_text(result));
}

}  // namespace

void add_sweep(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<SweepOptions>();
    CLI::App* command =
        program.add_subcommand("sweep", "many learning rates from one start: too slow, good, bouncing or diverging");
    add_landscape_options(*command, options->landscape);
    command->add_option("--start", options->start, "where every run begins; one coordinate for a curve")
        ->type_name("x,y")
        ->required();
    add_optimizer_options(*command, options->optimizers);
    command->add_option("--from", options->from, "the smallest rate; suited to the curvature if not given")
        ->type_name("LR");
    command->add_option("--to", options->to, "the largest rate; suited to the curvature if not given")->type_name("LR");
    command->add_option("--count", options->count, "how many rates; 31 if not given")->type_name("N");
    command->add_option("--steps", options->steps, "how many each run takes; 200 if not given")->type_name("N");
    command->add_flag("--range-test", options->range_test,
                      "one run instead, whose rate grows from the smallest to the largest: rate and loss by step");
    command->add_option("--csv", options->csv, "a table with a row for each rate; - is standard output")
        ->type_name("FILE");
    command
        ->add_option("-o,--output", options->output,
                     "a PNG file: the window with all paths, the chart of final losses and the range test")
        ->type_name("picture.png");
    command->add_flag("--json", options->json, "the table as JSON");
    command->callback([options, &chosen] { chosen = [options] { return sweep(*options); }; });
}

}  // namespace thalweg

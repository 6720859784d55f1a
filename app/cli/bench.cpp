#include <fmt/format.h>

#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/frame_bench.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"
#include "app/cli/start_bench.h"

namespace thalweg {
namespace {

struct BenchOptions {
    std::string what, size = "1280x720", frames = "200", runs = "5";
    std::optional<std::string> scene;
    bool json = false, once = false;
};

/// What to time: frames of a script, or else starts.
constexpr std::array<Choice<std::optional<BenchScript>>, 3> subjects{
    {{"frames", BenchScript::orbit}, {"drag", BenchScript::drag}, {"start", std::nullopt}}};
constexpr int most_frames = 100'000, most_runs = 1000;

/// One of each kind of step, at rates at which all stay on the map.
constexpr std::array dragged_optimizers = {"sgd lr=0.01",
                                           "sgd lr=0.01 momentum=0.9",
                                           "sgd lr=0.01 momentum=0.9 nesterov=true",
                                           "adagrad lr=0.5",
                                           "rmsprop lr=0.01",
                                           "adam lr=0.05",
                                           "nadam lr=0.05",
                                           "adamax lr=0.05"};
constexpr int dragged_steps = 500;

std::expected<Session, std::string> session_of(const std::optional<std::string>& scene, const Catalogue& catalogue) {
    Session session = default_session(catalogue);
    if (scene) {
        const auto entry = find_landscape(catalogue, *scene);
        if (!entry) return std::unexpected("--scene: " + entry.error());
        open_landscape(session, **entry);
    }
    // Halfway, both kinds of line are there: the trail and what is still to come.
    session.playback.step = std::floor(0.5 * session.steps);
    return session;
}

Outcome take_dragged_optimizers(Session& session) {
    session.optimizers.clear();
    for (const char* text : dragged_optimizers) {
        const auto optimizer = parse_optimizer(text);
        if (!optimizer) return std::unexpected(optimizer.error());
        add_optimizer(session, *optimizer);
    }
    session.steps = dragged_steps;
    session.playback.step = dragged_steps;
    return {};
}

std::expected<BenchOrder, std::string> order_of(const BenchOptions& options, BenchScript script,
                                                const Catalogue& catalogue) {
    const auto size = parse_size(options.size);
    if (!size) return std::unexpected(size.error());
    const auto frames = parse_count(options.frames, "--frames", "a number of frames", 1, most_frames);
    if (!frames) return std::unexpected(frames.error());
    auto session = session_of(options.scene, catalogue);
    if (!session) return std::unexpected(session.error());
    if (script == BenchScript::drag)
        if (const Outcome taken = take_dragged_optimizers(*session); !taken) return std::unexpected(taken.error());
    return BenchOrder{.script = script,
                      .session = *std::move(session),
                      .width = size->width,
                      .height = size->height,
                      .frames = *frames};
}

/// The middle and the slow end of the times, and the middle of each part.
template <std::size_t Parts>
void add_times(JsonWriter& json, const std::vector<double>& times, const std::array<std::string_view, Parts>& names,
               const std::array<std::vector<double>, Parts>& parts) {
    json.member("median_ms", quantile(times, 0.5));
    json.member("p95_ms", quantile(times, 0.95));
    json.member("p99_ms", quantile(times, 0.99));
    json.key("parts");
    json.begin_object();
    for (std::size_t part = 0; part < Parts; ++part) json.member(names[part], quantile(parts[part], 0.5));
    json.end_object();
}

template <std::size_t Parts>
std::string times_text(const std::vector<double>& times, const std::array<std::string_view, Parts>& names,
                       const std::array<std::vector<double>, Parts>& parts) {
    std::string text = fmt::format("median {:.2f} ms, 95 % within {:.2f} ms, 99 % within {:.2f} ms\n",
                                   quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99));
    for (std::size_t part = 0; part < Parts; ++part)
        text += fmt::format("{:10}{:8.2f} ms\n", names[part], quantile(parts[part], 0.5));
    return text;
}

/// By how much a dragged start's frames take longer than those of the same picture being turned, in per cent.
double added_percent(const FrameTimes& times) {
    return 100 * (quantile(times.frames, 0.5) / quantile(times.turning, 0.5) - 1);
}

std::string as_json(const FrameTimes& times, const BenchOrder& order) {
    JsonWriter json;
    json.begin_object();
    json.member("renderer", times.renderer);
    json.member("size", fmt::format("{}x{}", order.width, order.height));
    json.member("frames", order.frames);
    add_times(json, times.frames, stage_part_names, times.parts);
    if (!times.turning.empty()) {
        json.member("turning_median_ms", quantile(times.turning, 0.5));
        json.member("added_percent", added_percent(times));
    }
    json.end_object();
    return std::move(json).text();
}

std::string as_text(const FrameTimes& times, const BenchOrder& order) {
    std::string text = fmt::format("{}, {} × {} pixels, {} frames\n{}", times.renderer, order.width, order.height,
                                   order.frames, times_text(times.frames, stage_part_names, times.parts));
    if (!times.turning.empty())
        text += fmt::format("turning the same picture takes {:.2f} ms; dragging adds {:.0f} %\n",
                            quantile(times.turning, 0.5), added_percent(times));
    return text;
}

Outcome bench_start(const BenchOptions& options) {
    if (options.once) return start_once();
    const auto runs = parse_count(options.runs, "--runs", "a number of starts", 1, most_runs);
    if (!runs) return std::unexpected(runs.error());
    const auto times = time_starts(*runs);
    if (!times) return std::unexpected(times.error());
    if (!options.json)
        return print(fmt::format("{}, {} starts\n{}", times->renderer, *runs,
                                 times_text(times->whole, start_times_names, times->parts)));
    JsonWriter json;
    json.begin_object();
    json.member("renderer", times->renderer);
    json.member("runs", *runs);
    add_times(json, times->whole, start_times_names, times->parts);
    json.end_object();
    return print(std::move(json).text());
}

Outcome bench_frames(const BenchOptions& options, BenchScript script) {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    const auto order = order_of(options, script, *catalogue);
    if (!order) return std::unexpected(order.error());
    const auto times = time_frames(*order, *catalogue);
    if (!times) return std::unexpected(times.error());
    return print(options.json ? as_json(*times, *order) : as_text(*times, *order));
}

Outcome bench(const BenchOptions& options) {
    const auto subject = choose<std::optional<BenchScript>>(options.what, "bench", subjects);
    if (!subject) return std::unexpected(subject.error());
    return *subject ? bench_frames(options, **subject) : bench_start(options);
}

}  // namespace

void add_bench(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<BenchOptions>();
    CLI::App* command =
        program.add_subcommand("bench", "how long pictures of the whole window, and its start, take here");
    command
        ->add_option("what", options->what,
                     "frames (the camera moves), drag (a start is dragged: 8 optimizers, 500 steps each) or start (the "
                     "window opens, up to its first picture; needs a display)")
        ->required();
    command->add_option("--size", options->size, "in pixels; 1280x720 if not given")->type_name("WxH");
    command->add_option("--frames", options->frames, "how many are timed; 200 if not given")->type_name("N");
    command->add_option("--scene", options->scene, "see list landscapes; what the window opens with if not given")
        ->type_name("NAME");
    command->add_option("--runs", options->runs, "of start: how many are timed; 5 if not given")->type_name("N");
    command->add_flag(
        "--once", options->once,
        "of start: once in this process, and print the renderer and the clock, in nanoseconds, before and "
        "after each part");
    command->add_flag("--json", options->json, "as JSON");
    command->callback([options, &chosen] { chosen = [options] { return bench(*options); }; });
}

}  // namespace thalweg

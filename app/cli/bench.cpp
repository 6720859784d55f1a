#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/frame_bench.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/cli/numbers.h"

namespace thalweg {
namespace {

struct BenchOptions {
    std::string what, size = "1280x720", frames = "200";
    std::optional<std::string> scene;
    bool json = false;
};

constexpr std::array<Choice<BenchScript>, 2> scripts{{{"frames", BenchScript::orbit}, {"drag", BenchScript::drag}}};
constexpr int most_frames = 100'000;

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
    session.playback.step = session.steps / 2;
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

std::expected<BenchOrder, std::string> order_of(const BenchOptions& options, const Catalogue& catalogue) {
    const auto script = choose<BenchScript>(options.what, "bench", scripts);
    if (!script) return std::unexpected(script.error());
    const auto size = parse_size(options.size);
    if (!size) return std::unexpected(size.error());
    const auto frames = parse_count(options.frames, "--frames", "a number of frames", 1, most_frames);
    if (!frames) return std::unexpected(frames.error());
    auto session = session_of(options.scene, catalogue);
    if (!session) return std::unexpected(session.error());
    if (*script == BenchScript::drag)
        if (const Outcome taken = take_dragged_optimizers(*session); !taken) return std::unexpected(taken.error());
    return BenchOrder{.script = *script,
                      .session = *std::move(session),
                      .width = size->width,
                      .height = size->height,
                      .frames = *frames};
}

std::string as_json(const FrameTimes& times, const BenchOrder& order) {
    JsonWriter json;
    json.begin_object();
    json.member("renderer", times.renderer);
    json.member("size", fmt::format("{}x{}", order.width, order.height));
    json.member("frames", order.frames);
    json.member("median_ms", quantile(times.frames, 0.5));
    json.member("p95_ms", quantile(times.frames, 0.95));
    json.member("p99_ms", quantile(times.frames, 0.99));
    json.key("parts");
    json.begin_object();
    for (std::size_t part = 0; part < times.parts.size(); ++part)
        json.member(stage_part_names[part], quantile(times.parts[part], 0.5));
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

std::string as_text(const FrameTimes& times, const BenchOrder& order) {
    std::string text =
        fmt::format("{}, {} × {} pixels, {} frames\nmedian {:.2f} ms, 95 % within {:.2f} ms, 99 % within {:.2f} ms\n",
                    times.renderer, order.width, order.height, order.frames, quantile(times.frames, 0.5),
                    quantile(times.frames, 0.95), quantile(times.frames, 0.99));
    for (std::size_t part = 0; part < times.parts.size(); ++part)
        text += fmt::format("{:10}{:8.2f} ms\n", stage_part_names[part], quantile(times.parts[part], 0.5));
    return text;
}

Outcome bench(const BenchOptions& options) {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    const auto order = order_of(options, *catalogue);
    if (!order) return std::unexpected(order.error());
    const auto times = time_frames(*order, *catalogue);
    if (!times) return std::unexpected(times.error());
    return print(options.json ? as_json(*times, *order) : as_text(*times, *order));
}

}  // namespace

void add_bench(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<BenchOptions>();
    CLI::App* command = program.add_subcommand("bench", "how long pictures of the whole window take here");
    command
        ->add_option("what", options->what,
                     "frames (the camera moves) or drag (a start is dragged: 8 optimizers, 500 steps each)")
        ->required();
    command->add_option("--size", options->size, "in pixels; 1280x720 if not given")->type_name("WxH");
    command->add_option("--frames", options->frames, "how many are timed; 200 if not given")->type_name("N");
    command->add_option("--scene", options->scene, "see list landscapes; what the window opens with if not given")
        ->type_name("NAME");
    command->add_flag("--json", options->json, "as JSON");
    command->callback([options, &chosen] { chosen = [options] { return bench(*options); }; });
}

}  // namespace thalweg

#include "app/cli/scene_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <iterator>
#include <tuple>

#include "app/cli/choices.h"
#include "app/cli/commands.h"
#include "app/cli/numbers.h"
#include "app/cli/optimizer_options.h"
#include "app/document/linked_files.h"
#include "app/document/picture_fields.h"
#include "app/document/session_file.h"
#include "app/document/space.h"
#include "app/panels/study.h"
#include "app/scene/recorded_paths.h"
#include "app/studio/opening.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

constexpr std::array<Choice<Theme>, 2> themes{{{"dark", Theme::dark}, {"light", Theme::light}}};
constexpr std::array<Choice<Colormap>, 4> colormaps{{{"viridis", Colormap::viridis},
                                                     {"cividis", Colormap::cividis},
                                                     {"turbo", Colormap::turbo},
                                                     {"blue_to_red", Colormap::blue_to_red}}};

// Reading stops at the first mistake: each of these puts one group of options into the session.

std::expected<SessionReading, std::string> session_from_input() {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    auto reading = parse_session(text, "standard input");
    std::error_code removed;
    if (reading) resolve_files(reading->session, std::filesystem::current_path(removed));
    return reading;
}

Outcome read_session(const SceneOptions& options, Session& session) {
    if (!options.session) return {};
    auto reading = *options.session == "-" ? session_from_input() : open_session(*options.session);
    if (!reading) return std::unexpected(reading.error());
    for (const std::string& warning : reading->warnings) fmt::print(stderr, "thalweg: {}\n", warning);
    session = std::move(reading->session);
    return {};
}

/// Of a session's landscape, so that a terminal hears what there is to say of its file. What cannot be read, whoever
/// needs it complains of.
void read_source(ChosenScene& scene) {
    const LandscapeChoice& landscape = scene.session.landscape;
    std::vector<std::string> notes;
    if (landscape.source == LandscapeSource::grid) {
        auto grid = load_grid(landscape.grid);
        if (!grid) return;
        if (!grid->note.empty()) notes.push_back(grid->note);
        scene.loaded.grid = *std::move(grid);
    }
    if (landscape.source == LandscapeSource::data) {
        auto samples = load_samples(landscape.data.samples);
        if (!samples) return;
        notes = samples->reading.notes;
        scene.loaded.samples = *std::move(samples);
    }
    for (const std::string& note : notes) fmt::print(stderr, "thalweg: {}\n", note);
}

Outcome read_landscape(const SceneOptions& options, ChosenScene& scene) {
    Session& session = scene.session;
    const LandscapeOptions& wanted = options.landscape;
    if (options.session && !wanted.is_named()) {
        if (wanted.has_details())
            return std::unexpected(
                "--box, --set, --array and the options of samples belong to --landscape, --formula, --grid or --model; "
                "change the session's own in its file");
        read_source(scene);
        return read_slice(options.slice, options.starts, session);
    }
    auto chosen = choose_landscape(wanted);
    if (!chosen) return std::unexpected(chosen.error());
    if (Outcome done = read_slice(options.slice, options.starts, chosen->choice); !done) return done;
    const auto surface = chosen->surface();
    if (!surface) return std::unexpected(surface.error());
    LandscapeChoice& landscape = session.landscape = std::move(chosen->choice);
    scene.loaded = std::move(chosen->loaded);
    if (landscape.source != LandscapeSource::grid && landscape.id.empty()) {
        constexpr int enough = 128;
        const SurfaceGrid sample = sample_grid(**surface, landscape.domain, enough, enough, Derivatives::without);
        landscape.height_scale = choose_height_scale(sample.values);
    }
    session.display.map = landscape.domain;
    return {};
}

Outcome read_starts(const SceneOptions& options, Session& session) {
    if (options.starts.size() > most_starts)
        return std::unexpected(
            fmt::format("{} starts are too many; give at most {}", options.starts.size(), most_starts));
    if (!options.starts.empty()) session.starts.clear();
    if (const auto variables = space_variables(session.landscape); !variables.empty())
        return read_space_starts(options.starts, variables, session);
    for (const std::string& text : options.starts) {
        const auto numbers = parse_numbers(text, "--start");
        if (!numbers) return std::unexpected(numbers.error());
        if (numbers->size() > 2)
            return std::unexpected(fmt::format("--start \"{}\" has {} numbers; write x,y", text, numbers->size()));
        session.starts.push_back({(*numbers)[0], numbers->size() == 2 ? (*numbers)[1] : 0.0});
    }
    return {};
}

Outcome read_optimizers(const SceneOptions& options, Session& session) {
    if (options.optimizers.size() > most_optimizers)
        return std::unexpected(
            fmt::format("{} optimizers are too many; give at most {}", options.optimizers.size(), most_optimizers));
    if (!options.optimizers.empty()) session.optimizers.clear();
    for (const std::string& text : options.optimizers) {
        const auto optimizer = parse_optimizer(text);
        if (!optimizer) return std::unexpected("--optimizer: " + optimizer.error());
        add_optimizer(session, *optimizer);
    }
    if (session.optimizers.empty() && !options.session) add_optimizer(session, *parse_optimizer("sgd"));
    for (const std::size_t named : options.whole) {
        const std::size_t optimizer = std::max<std::size_t>(named, 1) - 1;
        if (optimizer < session.optimizers.size()) session.optimizers[optimizer].whole = true;
    }
    for (const auto& [named, text] : options.colors) {
        constexpr int last_color = 7;
        const auto color = parse_count(text, "--color", "a row of the palette", 0, last_color);
        if (!color) return std::unexpected(color.error());
        const std::size_t optimizer = std::max<std::size_t>(named, 1) - 1;
        if (optimizer < session.optimizers.size()) session.optimizers[optimizer].color = *color;
    }
    return {};
}

/// Recorded descents are read at once: who asks for one that cannot be shown is told so.
Outcome read_trajectories(const SceneOptions& options, Session& session) {
    if (options.trajectories.size() > most_trajectories)
        return std::unexpected(fmt::format("{} trajectories are too many; give at most {}", options.trajectories.size(),
                                           most_trajectories));
    if (!options.trajectories.empty()) session.trajectories.clear();
    for (const std::string& file : options.trajectories) {
        auto loaded = load_trajectory({.file = absolute_path(file)});
        if (!loaded) return std::unexpected("--trajectory: " + loaded.error());
        const double last = std::min(static_cast<double>(loaded->data.x.size()) - 1, most_steps + 0.0);
        if (!options.at) session.playback.step = std::max(session.playback.step, last);
        add_trajectory(session, std::move(loaded->choice));
    }
    return {};
}

Outcome read_steps(const SceneOptions& options, Session& session) {
    if (options.steps) {
        const auto steps = parse_steps(*options.steps, "--steps");
        if (!steps) return std::unexpected(steps.error());
        if (*steps > most_steps)
            return std::unexpected(
                fmt::format("--steps {} are more than a picture shows; give at most {}", *steps, most_steps));
        session.steps = *steps;
    }
    if (options.at) {
        // Between two steps, too: while it plays, the ball is there.
        const auto at = parse_numbers(*options.at, "--at");
        if (!at) return std::unexpected(at.error());
        if (at->size() != 1 || at->front() < 0)
            return std::unexpected(fmt::format("--at \"{}\": give one number of steps, 0 or more", *options.at));
        session.playback.step = at->front();
    } else if (!options.session) {
        session.playback.step = session.steps;
    }
    session.playback.step = std::min<double>(session.playback.step, session.steps);
    return {};
}

/// On a curve one number is enough.
std::expected<std::array<double, 2>, std::string> two_numbers(const std::string& text, const char* option, bool curve) {
    const auto numbers = parse_numbers(text, option);
    if (!numbers) return std::unexpected(numbers.error());
    if (curve && numbers->size() == 1) return std::array{numbers->front(), 0.0};
    if (numbers->size() != 2)
        return std::unexpected(fmt::format("{} \"{}\": give two numbers with a comma between them", option, text));
    return std::array{(*numbers)[0], (*numbers)[1]};
}

Outcome read_lens(const SceneOptions& options, Session& session) {
    Study& study = session.study;
    const bool curve = is_curve(session.landscape);
    if (!options.session) suit_arm(study, session.landscape.domain);
    if (options.lens) {
        std::vector<Choice<LensKind>> lenses;
        for (const LensRow& row : lens_rows()) lenses.push_back({row.id, row.kind});
        const auto lens = choose<LensKind>(*options.lens, "--lens", lenses);
        if (!lens) return std::unexpected(lens.error());
        study.lens = *lens;
    }
    if (options.point) {
        const auto point = two_numbers(*options.point, "--point", curve);
        if (!point) return std::unexpected(point.error());
        study.pinned = true;
        std::tie(study.x, study.y) = std::tuple((*point)[0], (*point)[1]);
    }
    if (options.arm) {
        const auto arm = two_numbers(*options.arm, "--arm", curve);
        if (!arm) return std::unexpected(arm.error());
        std::tie(study.dx, study.dy) = std::tuple((*arm)[0], (*arm)[1]);
    }
    return {};
}

/// So many numbers with commas between them.
template <std::size_t count>
std::expected<std::array<double, count>, std::string> some_numbers(const std::string& text, const char* option) {
    const auto numbers = parse_numbers(text, option);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != count)
        return std::unexpected(fmt::format("{} \"{}\" has {} numbers; give {}", option, text, numbers->size(), count));
    std::array<double, count> all;
    std::ranges::copy(*numbers, all.begin());
    return all;
}

Outcome read_looks(const SceneOptions& options, Session& session) {
    if (options.map) {
        const auto map = some_numbers<4>(*options.map, "--map");
        if (!map) return std::unexpected(map.error());
        const auto [x0, x1, y0, y1] = *map;
        if (!is_valid_domain({x0, x1, y0, y1}))
            return std::unexpected(
                fmt::format("--map {} cannot be drawn; write x0,x1,y0,y1 with x0 < x1 and y0 < y1", *options.map));
        session.display.map = {x0, x1, y0, y1};
    }
    if (options.target) {
        const auto target = some_numbers<3>(*options.target, "--target");
        if (!target) return std::unexpected(target.error());
        session.display.camera.target = *target;
    }
    if (Outcome done = take_settings(options.many_dimensions, fields(session.dimensions)); !done) return done;
    return take_settings(options.looks, picture_fields(session));
}

/// A row of the list of optimizers, which people count from 1.
std::expected<int, std::string> optimizer_row(double number, const char* option, const Session& session) {
    const auto most = session.optimizers.size();
    if (number != std::floor(number) || number < 1 || number > static_cast<double>(most))
        return std::unexpected(fmt::format("{} {}: there {} {} optimizer{}, counted from 1", option, number,
                                           most == 1 ? "is" : "are", most, most == 1 ? "" : "s"));
    return static_cast<int>(number) - 1;
}

/// Whose runs the lenses of many starts and many rates show.
Outcome read_ensemble(const SceneOptions& options, Session& session) {
    Ensemble& ensemble = session.ensemble;
    if (options.runs_of) {
        const auto numbers = parse_numbers(*options.runs_of, "--of");
        if (!numbers) return std::unexpected(numbers.error());
        const auto row = optimizer_row(numbers->front(), "--of", session);
        if (!row) return std::unexpected(row.error());
        ensemble.optimizer = *row;
    }
    if (options.basins) {
        const auto numbers = parse_numbers(*options.basins, "--basins");
        if (!numbers) return std::unexpected(numbers.error());
        if (numbers->size() > 2)
            return std::unexpected(fmt::format(
                "--basins \"{}\": give one optimizer, or two to compare, as 1,2 in the order of --optimizer",
                *options.basins));
        for (std::size_t i = 0; i < numbers->size(); ++i) {
            const auto row = optimizer_row((*numbers)[i], "--basins", session);
            if (!row) return std::unexpected(row.error());
            (i == 0 ? ensemble.optimizer : ensemble.other) = *row;
        }
        session.study.lens = LensKind::basins;
    }
    if (Outcome done = take_settings(options.ensemble, cloud_fields(ensemble.cloud)); !done) return done;
    if (Outcome done = take_settings(options.ensemble, fields(ensemble.sweep)); !done) return done;
    const auto given = [&](std::string_view name) {
        return std::ranges::any_of(options.ensemble, [&](const std::string& text) { return text.starts_with(name); });
    };
    SweepChoice& sweep = ensemble.sweep;
    if (sweep.automatic && given("from=") != given("to="))
        return std::unexpected("--from and --to are the two ends of a sweep: give both, or neither");
    if (given("from=") || given("to=")) sweep.automatic = false;
    if (!sweep.automatic && !(sweep.from < sweep.to))
        return std::unexpected(fmt::format("--from {} is not below --to {}", sweep.from, sweep.to));
    if (!options.session && lens_shows_runs(session) && session.starts.empty())
        return std::unexpected(
            fmt::format("the lens {} shows runs from a start: give --start", find_lens(session.study.lens)->id));
    return {};
}

Outcome read_colors(const SceneOptions& options, Session& session) {
    if (options.theme) {
        const auto theme = choose<Theme>(*options.theme, "--theme", themes);
        if (!theme) return std::unexpected(theme.error());
        session.display.theme = *theme;
    }
    if (options.colormap) {
        const auto colormap = choose<Colormap>(*options.colormap, "--colormap", colormaps);
        if (!colormap) return std::unexpected(colormap.error());
        session.display.colormap = *colormap;
    }
    return {};
}

}  // namespace

void add_scene_options(CLI::App& command, SceneOptions& options) {
    command
        .add_option("--session", options.session,
                    "a session to show, or a picture that carries one (- reads a session from standard input); the "
                    "other options replace parts of what it says")
        ->type_name("FILE");
    add_landscape_options(command, options.landscape);
    command.add_option("--start", options.starts, "where runs begin; without, no paths are drawn")
        ->type_name("x,y")
        ->allow_extra_args(false);
    add_optimizer_options(command, options.optimizers);
    command
        .add_option_function<std::string>(
            "--color",
            [&options](const std::string& text) { options.colors.emplace_back(options.optimizers.size(), text); },
            "of the optimizer before it: a row of the palette, 0 to 7")
        ->type_name("ROW")
        ->trigger_on_parse();
    command
        .add_flag_callback(
            "--whole", [&options] { options.whole.push_back(options.optimizers.size()); },
            "the optimizer before it sees all samples in each step, whatever --batch says")
        ->trigger_on_parse();
    command
        .add_option("--trajectory", options.trajectories,
                    "a descent recorded elsewhere, drawn over the landscape: x, y and perhaps loss as .csv or .npz, or "
                    "HDF5 as the project loss-landscape writes it")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_option("--steps", options.steps, "how many each run takes; 200 if not given")->type_name("N");
    command.add_option("--at", options.at, "the step to show, 12.5 is between two; the last if not given")
        ->type_name("STEP");
    command.add_option("--lens", options.lens, "a closer look, drawn over the views: see list lenses")
        ->type_name("NAME");
    command.add_option("--point", options.point, "what the lens looks at; else where the first run stands")
        ->type_name("x,y");
    command.add_option("--arm", options.arm, "the lens's arm from there: a direction or a displacement")
        ->type_name("dx,dy");
    command.add_option("--map", options.map, "the part of the plane that the map shows; the domain if not given")
        ->type_name("x0,x1,y0,y1");
    command.add_option("--target", options.target, "what the camera looks at; a square domain spans -1 to 1")
        ->type_name("x,y,z");
    Session usual;
    add_slice_options(command, options.slice);
    add_setting_options(command, fields(usual.dimensions), options.many_dimensions);
    add_setting_options(command, picture_fields(usual), options.looks);
    command
        .add_option("--basins", options.basins,
                    "where each point's run ends up, by colour; of two optimizers, one in each view")
        ->type_name("1[,2]");
    command.add_option("--of", options.runs_of, "the optimizer whose runs the lenses cloud, sweep and rates show")
        ->type_name("1");
    Ensemble ensemble;
    add_setting_options(command, cloud_fields(ensemble.cloud), options.ensemble);
    add_setting_options(command, only(fields(ensemble.sweep), {"from", "to", "rates"}), options.ensemble);
    command.add_option("--theme", options.theme, "dark (if not given) or light")->type_name("THEME");
    command.add_option("--colormap", options.colormap, "see list colormaps; viridis if not given")->type_name("NAME");
}

std::expected<ChosenScene, std::string> read_scene(const SceneOptions& options) {
    ChosenScene scene;
    if (const Outcome done = read_session(options, scene.session); !done) return std::unexpected(done.error());
    if (const Outcome done = read_landscape(options, scene); !done) return std::unexpected(done.error());
    for (const auto read : {read_starts, read_optimizers, read_steps, read_trajectories, read_lens, read_ensemble,
                            read_looks, read_colors})
        if (const Outcome done = read(options, scene.session); !done) return std::unexpected(done.error());
    return scene;
}

}  // namespace thalweg

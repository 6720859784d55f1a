#include "app/export/command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/document/picture_fields.h"
#include "app/document/session_file.h"
#include "app/document/space.h"
#include "core/formula/formula.h"

namespace thalweg {
namespace {

using Arguments = std::vector<std::string>;

/// An option with its value, joined where the value could be taken for another option.
void say(Arguments& words, const std::string& option, const std::string& value) {
    if (value.starts_with('-') || value.empty())
        words.push_back(option + '=' + value);
    else
        words.insert(words.end(), {option, value});
}

/// Those settings that are not as usual.
void say_unusual(Arguments& words, const std::vector<Field>& given, const std::vector<Field>& usual,
                 const std::vector<std::string_view>& unless = {}) {
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (std::ranges::find(unless, given[i].setting.name) != unless.end()) continue;
        if (const std::string value = value_text(given[i]); value != value_text(usual[i]))
            say(words, flag_of(given[i].setting), value);
    }
}

Arguments picture_words(PictureOptions options, bool curve) {
    Arguments words = {"render"};
    const PictureMeasure measure = options.measure;
    if (!curve && options.view != ViewLayout::both)
        say(words, "--view", options.view == ViewLayout::surface ? "surface" : "contour");
    PictureMeasure usual;
    if (measure.unit == SizeUnit::pixels) {
        say(words, "--size", fmt::format("{}x{}", measure.width, measure.height));
        if (measure.scale != 1) say(words, "--scale", fmt::format("{}", measure.scale));
    } else {
        say(words, "--mm", fmt::format("{}x{}", measure.width_mm, measure.height_mm));
        say_unusual(words, fields(options.measure), fields(usual),
                    {"unit", "width", "height", "scale", "width_mm", "height_mm"});
    }
    constexpr std::array<std::string_view, 3> names = {"shaded", "plain", "transparent"};
    if (options.background != Background::shaded)
        say(words, "--background", std::string(names.at(static_cast<std::size_t>(options.background))));
    return words;
}

Arguments film_words(FilmOptions options, bool curve) {
    Arguments words = {"animate"};
    FilmOptions usual;
    say(words, "--size", fmt::format("{}x{}", options.width, options.height));
    if (curve) options.view = usual.view;
    say_unusual(words, fields(options), fields(usual), {"format", "width", "height", "theme"});
    return words;
}

Arguments figure_words(FigureOptions options) {
    Arguments words = {"render"};
    FigureOptions usual;
    say(words, "--mm", fmt::format("{}x{}", options.width_mm, options.height_mm));
    say_unusual(words, fields(options), fields(usual), {"format", "width_mm", "height_mm", "theme"});
    return words;
}

Arguments table_words(const TableOptions& options) {
    switch (options.content) {
        case TableContent::trajectories:
            return {"export", "trajectories"};
        case TableContent::stationary:
            return {"export", "stationary"};
        case TableContent::surface:
            break;
    }
    return {"export", "surface", "--nodes", fmt::format("{}x{}", options.columns, options.rows)};
}

Arguments matplotlib_words(MatplotlibOptions options) {
    Arguments words = {"export", "matplotlib"};
    MatplotlibOptions usual;
    say_unusual(words, fields(options), fields(usual));
    return words;
}

std::string numbers(std::initializer_list<double> list) {
    return fmt::format("{}", fmt::join(list, ","));
}

bool all_finite(std::initializer_list<double> list) {
    return std::ranges::all_of(list, [](double number) { return std::isfinite(number); });
}

/// Samples moved by hand have no name.
bool has_named_samples(const LandscapeChoice& landscape) {
    return landscape.source == LandscapeSource::data && landscape.data.samples.points.empty();
}

/// Options can say neither zero bytes nor what is not a number, and without any optimizer they take plain descent.
bool can_be_said(const Session& session) {
    const Study& study = session.study;
    const bool formula = session.landscape.source == LandscapeSource::formula;
    return (formula || has_named_samples(session.landscape)) && session.trajectories.empty() &&
           session.landscape.formula.find('\0') == std::string::npos && is_valid_domain(session.landscape.domain) &&
           is_valid_domain(session.display.map) && session.playback.step <= session.steps &&
           all_finite({session.playback.step, study.x, study.y, study.dx, study.dy}) &&
           std::ranges::all_of(session.starts, [](const Start& start) { return all_finite({start.x, start.y}); }) &&
           (!session.starts.empty() || space_variables(session.landscape).empty()) &&
           std::ranges::any_of(session.optimizers, &OptimizerEntry::enabled) &&
           std::ranges::all_of(session.optimizers, [](const OptimizerEntry& entry) {
               return entry.enabled && parse_optimizer(to_text(entry.optimizer)) == entry.optimizer;
           });
}

/// Which samples, and what is done with them.
void say_data(Arguments& words, DataChoice data) {
    DataChoice usual;
    say(words, "--data", data.samples.file.empty() ? data.samples.set : data.samples.file);
    if (data.task != usual.task) say(words, "--task", "classes");
    if (!data.prediction.empty()) say(words, "--prediction", data.prediction);
    say_unusual(words, fields(data.batches), fields(usual.batches));
    say_unusual(words, fields(data.held_out), fields(usual.held_out));
}

/// False when a parameter's value cannot be said.
bool say_landscape(Arguments& words, const LandscapeChoice& landscape) {
    const auto formula = Formula::parse(landscape.formula);
    if (!formula) return false;
    LandscapeChoice usual;
    say(words, "--formula", landscape.formula);
    const bool over_data = landscape.source == LandscapeSource::data;
    if (over_data) say_data(words, landscape.data);
    // The domain of a loss over data is fitted to it where nothing is said.
    if (over_data || landscape.domain != usual.domain)
        say(words, "--box",
            numbers({landscape.domain.x0, landscape.domain.x1, landscape.domain.y0, landscape.domain.y1}));
    if (formula->variables().size() > 2) {
        if (!landscape.slice.axes.empty()) say(words, "--axes", landscape.slice.axes);
        if (landscape.slice.through != usual.slice.through) say(words, "--through", "starts");
    }
    const auto values = parameter_values(landscape, formula->parameters());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) return false;
        if (over_data && !landscape.parameters.contains(formula->parameters()[i])) continue;
        if (values[i] != 1) say(words, "--set", fmt::format("{}={}", formula->parameters()[i], values[i]));
    }
    return true;
}

void say_runs(Arguments& words, const Session& session) {
    const auto variables = space_variables(session.landscape);
    for (const Start& start : session.starts)
        say(words, "--start", fmt::format("{}", fmt::join(space_point(session.landscape, variables, start), ",")));
    // Colours are given once all optimizers are there.
    Session told;
    for (const OptimizerEntry& entry : session.optimizers) {
        say(words, "--optimizer", to_text(entry.optimizer));
        add_optimizer(told, entry.optimizer);
        if (entry.whole) words.emplace_back("--whole");
        if (told.optimizers.back().color != entry.color) say(words, "--color", std::to_string(entry.color));
    }
    if (session.steps != told.steps) say(words, "--steps", std::to_string(session.steps));
    if (session.playback.step != session.steps) say(words, "--at", fmt::format("{}", session.playback.step));
}

void say_lens(Arguments& words, const Study& study) {
    const LensRow* lens = find_lens(study.lens);
    if (lens == nullptr) return;
    say(words, "--lens", std::string(lens->id));
    if (study.pinned) say(words, "--point", numbers({study.x, study.y}));
    say(words, "--arm", numbers({study.dx, study.dy}));
}

/// What the lenses of many starts and many rates are told besides.
void say_ensemble(Arguments& words, const Session& session) {
    Ensemble ensemble = session.ensemble, usual;
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    const int row = std::clamp(ensemble.optimizer, 0, last) + 1;
    switch (session.study.lens) {
        case LensKind::basins:
            if (ensemble.other >= 0)
                say(words, "--basins", fmt::format("{},{}", row, std::min(ensemble.other, last) + 1));
            else if (row > 1)
                say(words, "--basins", std::to_string(row));
            return;
        case LensKind::cloud:
            say_unusual(words, cloud_fields(ensemble.cloud), cloud_fields(usual.cloud));
            break;
        case LensKind::sweep:
            say_unusual(words, fields(ensemble.sweep), fields(usual.sweep), {"automatic", "from", "to"});
            if (!ensemble.sweep.automatic) {
                say(words, "--from", fmt::format("{}", ensemble.sweep.from));
                say(words, "--to", fmt::format("{}", ensemble.sweep.to));
            }
            break;
        case LensKind::rates:
            break;
        default:
            return;
    }
    if (row > 1) say(words, "--of", std::to_string(row));
}

void say_display(Arguments& words, Session session) {
    Session usual;
    const Display& display = session.display;
    if (display.theme != usual.display.theme) say(words, "--theme", "light");
    constexpr std::array<std::string_view, 4> colormaps = {"viridis", "cividis", "turbo", "blue_to_red"};
    if (display.colormap != usual.display.colormap)
        say(words, "--colormap", std::string(colormaps.at(static_cast<std::size_t>(display.colormap))));
    if (display.map != session.landscape.domain)
        say(words, "--map", numbers({display.map.x0, display.map.x1, display.map.y0, display.map.y1}));
    const std::array<double, 3>& target = display.camera.target;
    if (target != usual.display.camera.target) say(words, "--target", numbers({target[0], target[1], target[2]}));
    constexpr std::array<std::string_view, 3> height_scales = {"linear", "logarithmic", "clipped"};
    say(words, "--height-scale",
        std::string(height_scales.at(static_cast<std::size_t>(session.landscape.height_scale))));
    say_unusual(words, picture_fields(session), picture_fields(usual), {"height_scale"});
}

}  // namespace

Arguments order_arguments(const ExportOrder& order, bool curve) {
    switch (order.kind) {
        case ExportKind::picture:
            return picture_words(order.picture, curve);
        case ExportKind::film:
            return film_words(order.film, curve);
        case ExportKind::figure:
            return figure_words(order.figure);
        case ExportKind::table:
            return table_words(order.table);
        case ExportKind::pytorch:
            return {"export", "pytorch"};
        case ExportKind::matplotlib:
            return matplotlib_words(order.matplotlib);
    }
    return {};
}

std::optional<Arguments> scene_arguments(const Session& session) {
    Arguments words;
    if (!can_be_said(session) || !say_landscape(words, session.landscape)) return std::nullopt;
    say_runs(words, session);
    // One that has nothing to show is not worth its words.
    if (!lens_shows_runs(session) || !session.starts.empty()) {
        say_lens(words, session.study);
        say_ensemble(words, session);
    }
    if (session.study.lens == LensKind::dimensions || session.study.lens == LensKind::training) {
        ManyDimensions dimensions = session.dimensions, usual;
        say_unusual(words, fields(dimensions), fields(usual));
    }
    say_display(words, session);
    return words;
}

std::string shell_word(std::string_view word) {
    constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+@%";
    if (!word.empty() && word.find_first_not_of(harmless) == std::string_view::npos) return std::string(word);
    std::string quoted = "'";
    for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + '\'';
}

std::expected<std::string, std::string> command_line(const Session& session, const ExportOrder& order,
                                                     const std::string& file) {
    bool curve = false;
    if (session.landscape.source == LandscapeSource::formula) {
        const auto formula = Formula::parse(session.landscape.formula);
        if (!formula) return std::unexpected("the formula cannot be read: " + formula.error().message);
        curve = formula->variables().size() == 1;
    }
    Session shown = drawn_for_file(session, theme_of(order));
    shown.kept.clear();
    std::string line = "thalweg";
    const auto add = [&](const Arguments& words) {
        for (const std::string& word : words) line += ' ' + shell_word(word);
    };
    add(order_arguments(order, curve));
    const auto scene = scene_arguments(shown);
    add(scene.value_or(Arguments{"--session", "-"}));
    const bool paper = order.kind == ExportKind::figure;
    if (scene && paper && shown.display.theme == Theme::dark) add({"--theme", "dark"});
    add({"-o", file});
    if (!scene) line += " <<'END'\n" + to_toml(shown) + "END\n";
    return line;
}

}  // namespace thalweg

#include "app/export/tour.h"

#include <initializer_list>

namespace thalweg {
namespace {

/// The catalogue's landscape as it opens, played to its end.
Session opened(const Catalogue& catalogue, std::string_view id) {
    Session session = default_session(catalogue);
    if (const LandscapeEntry* entry = catalogue.find(id)) open_landscape(session, *entry);
    session.playback.step = session.steps;
    return session;
}

void replace_optimizers(Session& session, std::initializer_list<std::string_view> texts) {
    session.optimizers.clear();
    for (const std::string_view text : texts)
        if (const auto optimizer = parse_optimizer(text)) add_optimizer(session, *optimizer);
}

TourStop whole_window(const Catalogue& catalogue) {
    TourStop stop{.file = "01-window.png",
                  .caption = "Several optimizers run down Himmelblau's function from one start.",
                  .session = opened(catalogue, "himmelblau")};
    stop.session.playback.step = 40;
    return stop;
}

TourStop surface(const Catalogue& catalogue) {
    return {.file = "02-surface.png",
            .caption = "The surface, with its level lines, stationary points and paths.",
            .kind = TourStop::Kind::surface,
            .session = opened(catalogue, "himmelblau")};
}

TourStop ravine(const Catalogue& catalogue) {
    TourStop stop{.file = "03-ravine.png",
                  .caption =
                      "In a ravine plain descent zigzags between the walls; momentum swings past the minimum and Adam "
                      "cuts across.",
                  .kind = TourStop::Kind::contour,
                  .session = opened(catalogue, "ravine")};
    stop.session.starts = {{-4.5, 1.5}};
    replace_optimizers(stop.session, {"sgd lr=0.038", "sgd lr=0.01 momentum=0.9", "adam lr=0.1"});
    return stop;
}

TourStop saddle(const Catalogue& catalogue) {
    TourStop stop{
        .file = "04-saddle.png",
        .caption = "A saddle: down along one axis, up along the other. A start a hair beside the ridge leaves it late.",
        .kind = TourStop::Kind::both,
        .session = opened(catalogue, "saddle")};
    stop.session.starts = {{1.8, 1e-4}};
    return stop;
}

TourStop rugged(const Catalogue& catalogue) {
    return {.file = "05-rugged.png",
            .caption = "Rastrigin's function: every dip holds plain descent.",
            .kind = TourStop::Kind::both,
            .session = opened(catalogue, "rastrigin")};
}

TourStop table_of_steps(const Catalogue& catalogue) {
    TourStop stop{.file = "06-steps.png",
                  .caption = "The notes' own example, x² + y² from (3, 2) with η = 0.1, step by step.",
                  .session = opened(catalogue, "bowl")};
    stop.session.starts = {{3.0, 2.0}};
    replace_optimizers(stop.session, {"sgd lr=0.1"});
    stop.session.steps = 20;
    stop.session.playback.step = 1;
    stop.state.show_steps_table = true;
    return stop;
}

TourStop projector(const Catalogue& catalogue) {
    TourStop stop{.file = "07-projector.png",
                  .caption = "Projector mode: large type, thick lines, no panels.",
                  .width = 1920,
                  .height = 1080,
                  .session = opened(catalogue, "rosenbrock")};
    stop.session.display.projector = true;
    return stop;
}

TourStop light(const Catalogue& catalogue) {
    TourStop stop{.file = "08-light.png",
                  .caption = "The light theme, for paper and bright rooms.",
                  .session = opened(catalogue, "six_hump_camel")};
    stop.session.display.theme = Theme::light;
    return stop;
}

TourStop pass(const Catalogue& catalogue) {
    TourStop stop{.file = "09-pass.png",
                  .caption = "A lens: the pass between two valleys, level with the white line, and both ways down.",
                  .session = opened(catalogue, "himmelblau")};
    stop.session.study = {.lens = LensKind::pass, .pinned = true, .x = 0.1, .y = 2.9};
    stop.session.starts.clear();
    stop.session.display.gradient_field = false;
    return stop;
}

TourStop step(const Catalogue& catalogue) {
    TourStop stop{.file = "10-step.png",
                  .caption = "A lens: what Adam's step is made of, each term in its arrow's colour.",
                  .session = opened(catalogue, "himmelblau")};
    stop.session.study.lens = LensKind::step;
    replace_optimizers(stop.session, {"adam lr=0.3"});
    stop.session.playback.step = 6;
    return stop;
}

TourStop curve(const Catalogue& catalogue) {
    TourStop stop{.file = "11-curve.png",
                  .caption = "A formula of one variable is its curve: x² sin x from 3.6, where its slope is −14.808.",
                  .session = opened(catalogue, "x2_sin_x")};
    stop.session.playback.step = 0;
    return stop;
}

TourStop basins(const Catalogue& catalogue) {
    TourStop stop{.file = "12-basins.png",
                  .caption = "A lens: every point of Himmelblau's plane in the colour of where Newton's method ends.",
                  .session = opened(catalogue, "himmelblau")};
    stop.session.starts.clear();
    replace_optimizers(stop.session, {"newton"});
    stop.session.study.lens = LensKind::basins;
    stop.session.display.gradient_field = false;
    return stop;
}

TourStop sweep(const Catalogue& catalogue) {
    TourStop stop{.file = "13-sweep.png",
                  .caption =
                      "A lens: many learning rates from one start, too slow, good, bouncing or diverging, and "
                      "the bound 2/λmax.",
                  .session = opened(catalogue, "himmelblau")};
    replace_optimizers(stop.session, {"sgd lr=0.01"});
    stop.session.study.lens = LensKind::sweep;
    stop.session.ensemble.sweep.rates = 41;
    stop.session.display.gradient_field = false;
    stop.session.playback.step = 12;
    return stop;
}

}  // namespace

std::vector<TourStop> tour_stops(const Catalogue& catalogue) {
    std::vector<TourStop> stops;
    for (const auto make : {whole_window, surface, ravine, saddle, rugged, table_of_steps, projector, light, pass, step,
                            curve, basins, sweep})
        stops.push_back(make(catalogue));
    return stops;
}

std::expected<Picture, std::string> make_picture(const TourStop& stop, PictureMaker& maker,
                                                 const Catalogue& catalogue) {
    const auto views = [&](ViewLayout layout) {
        return maker.views(stop.session,
                           {.layout = layout, .width = stop.width, .height = stop.height, .scale = stop.scale});
    };
    switch (stop.kind) {
        case TourStop::Kind::both:
            return views(ViewLayout::both);
        case TourStop::Kind::surface:
            return views(ViewLayout::surface);
        case TourStop::Kind::contour:
            return views(ViewLayout::contour);
        case TourStop::Kind::window:
            break;
    }
    return maker.window(stop.session, stop.state, catalogue, stop.width, stop.height, stop.scale);
}

}  // namespace thalweg

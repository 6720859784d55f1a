#include "app/document/session.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace thalweg {
namespace {

constexpr int colors = 8;

/// The common methods have colours of their own, the same in every landscape: plain descent is always orange.
std::optional<int> usual_color(const Optimizer& optimizer) {
    constexpr std::array<std::string_view, colors> titles = {
        "Gradient descent", "Momentum", "Nesterov", "RMSprop", "Adam", "Adagrad", "Adadelta", "AdamW"};
    const std::string called = title(optimizer);
    for (int color = 0; color < colors; ++color) {
        if (titles[static_cast<std::size_t>(color)] == called) return color;
    }
    return std::nullopt;
}

bool is_taken(const Session& session, int color) {
    return std::ranges::any_of(session.optimizers, [&](const OptimizerEntry& e) { return e.color == color; }) ||
           std::ranges::any_of(session.trajectories, [&](const TrajectoryChoice& t) { return t.color == color; });
}

/// The colour for a new entry of the list. Other methods take colours from the end, where the usual owner is rare.
int free_color(const std::vector<OptimizerEntry>& list, const Optimizer& optimizer) {
    const auto is_free = [&](int color) {
        return std::ranges::none_of(list, [&](const OptimizerEntry& entry) { return entry.color == color; });
    };
    if (const auto usual = usual_color(optimizer); usual && is_free(*usual)) return *usual;
    for (int color = colors - 1; color >= 0; --color) {
        if (is_free(color)) return color;
    }
    return static_cast<int>(list.size()) % colors;
}

}  // namespace

bool is_valid_domain(const Box& box) {
    // A millionth of the width must still move a coordinate, or grids and sliders would stand still.
    const auto valid = [](double low, double high) {
        const double step = (high - low) * 1e-6;
        return std::isfinite(low) && std::isfinite(step) && low < high && low + step > low && high - step < high;
    };
    return valid(box.x0, box.x1) && valid(box.y0, box.y1);
}

Display arranged_as(Display display, const Display& other) {
    display.camera = other.camera;
    display.map = other.map;
    display.layout = other.layout;
    display.divider = other.divider;
    display.projector = other.projector;
    display.interface_scale = other.interface_scale;
    return display;
}

bool same_document(const Session& a, const Session& b) {
    return a.landscape == b.landscape && a.starts == b.starts && a.optimizers == b.optimizers && a.steps == b.steps &&
           a.trajectories == b.trajectories && a.study == b.study && a.ensemble == b.ensemble &&
           a.dimensions == b.dimensions && a.kept == b.kept && a.playback.speed == b.playback.speed &&
           arranged_as(a.display, b.display) == b.display;
}

std::string title(const OptimizerEntry& entry) {
    return title(entry.optimizer) + (entry.whole ? ", all samples" : "");
}

void add_optimizer(Session& session, const Optimizer& optimizer) {
    session.optimizers.push_back({.optimizer = optimizer, .color = free_color(session.optimizers, optimizer)});
}

void add_trajectory(Session& session, TrajectoryChoice trajectory) {
    trajectory.color = static_cast<int>(session.trajectories.size()) % colors;
    for (int color = 0; color < colors; ++color) {
        if (!is_taken(session, color)) trajectory.color = color;
    }
    session.trajectories.push_back(std::move(trajectory));
}

LandscapeChoice landscape_choice(const LandscapeEntry& entry) {
    const bool over_data = !entry.data.empty();
    return {.id = entry.id,
            .source = over_data ? LandscapeSource::data : LandscapeSource::formula,
            .formula = entry.formula,
            .data = {.samples = {.set = entry.data},
                     .task = entry.task,
                     .prediction = entry.prediction,
                     .batches = {.size = entry.batch}},
            .domain = entry.domain,
            .parameters = entry.parameters,
            .height_scale = entry.height_scale};
}

void open_landscape(Session& session, const LandscapeEntry& entry) {
    session.landscape = landscape_choice(entry);
    session.starts.clear();
    for (const auto& [x, y] : entry.starts) session.starts.push_back({x, y});
    session.display.map = entry.domain;
    session.steps = entry.steps;
    session.playback.step = 0.0;
    if (!entry.data.empty()) {
        session.study.lens = LensKind::data;
    } else if (session.study.lens == LensKind::data) {
        session.study.lens = LensKind::none;
    }
    if (entry.optimizers.empty()) return;
    session.optimizers.clear();
    for (std::size_t i = 0; i < entry.optimizers.size(); ++i) {
        const auto optimizer = parse_optimizer(entry.optimizers[i]);
        if (!optimizer) continue;
        add_optimizer(session, *optimizer);
        session.optimizers.back().whole = std::ranges::find(entry.whole, static_cast<int>(i)) != entry.whole.end();
    }
}

void open_landscape(Session& session, const LandscapeChoice& landscape) {
    session.landscape = landscape;
    const Box& domain = session.landscape.domain;
    session.display.map = domain;
    session.playback.step = 0.0;
    std::erase_if(session.starts, [&](const Start& start) { return !domain.contains(start.x, start.y); });
    if (session.starts.empty())
        session.starts = {{domain.x0 + 0.2 * domain.width(), domain.y0 + 0.75 * domain.height()}};
}

Session default_session(const Catalogue& catalogue) {
    Session session;
    if (const LandscapeEntry* entry = catalogue.find("himmelblau")) {
        open_landscape(session, *entry);
        return session;
    }
    session.starts = {{3.0, 2.0}};
    for (const char* text : {"sgd lr=0.1", "sgd lr=0.1 momentum=0.9", "rmsprop lr=0.1", "adam lr=0.1"}) {
        if (const auto optimizer = parse_optimizer(text)) add_optimizer(session, *optimizer);
    }
    return session;
}

std::string landscape_words(const LandscapeChoice& landscape) {
    switch (landscape.source) {
        case LandscapeSource::formula:
            break;
        case LandscapeSource::grid: {
            const std::string file = std::filesystem::path(landscape.grid.file).filename().string();
            return landscape.grid.array.empty() ? file : landscape.grid.array + " of " + file;
        }
        case LandscapeSource::data:
            return landscape.formula + " over " + data_words(landscape.data.samples);
    }
    return landscape.formula;
}

void set_formula(LandscapeChoice& landscape, std::string formula) {
    landscape.id.clear();
    landscape.formula = std::move(formula);
    // Over data it is another loss of the same samples, unless it is plainly a function of x and y. While a heading is
    // being typed its equals sign is there.
    const bool of_x_and_y =
        landscape.formula.find('=') == std::string::npos && landscape.formula.find_first_of("xy") != std::string::npos;
    if (landscape.source == LandscapeSource::data && !of_x_and_y) return;
    landscape.data = {};
    landscape.source = LandscapeSource::formula;
    landscape.grid = {};
}

std::vector<double> parameter_values(const LandscapeChoice& landscape, std::span<const std::string> names) {
    std::vector<double> values;
    values.reserve(names.size());
    for (const std::string& name : names) {
        const auto found = landscape.parameters.find(name);
        values.push_back(found == landscape.parameters.end() ? 1.0 : found->second);
    }
    return values;
}

}  // namespace thalweg

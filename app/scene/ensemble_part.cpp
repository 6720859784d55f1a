#include "app/scene/ensemble_part.h"

#include <fmt/format.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/on_plane.h"
#include "app/scene/same_formula.h"
#include "core/descent/scatter.h"

namespace thalweg {
namespace {

/// Over all runs of a sweep; a row takes 48 bytes.
constexpr int most_sweep_rows = 4'000'000;
/// What a share done must have grown by to be worth a frame.
constexpr double noticeable = 0.05;

bool wants_runs(LensKind lens) {
    return lens == LensKind::basins || shows_other_runs(lens);
}

int longest_of(const EnsemblePart& part) {
    int longest = part.cloud ? part.cloud->rows - 1 : 0;
    if (part.rates)
        for (const RateRun& run : part.rates->sweep.runs) longest = std::max(longest, run.trajectory.rows() - 1);
    return longest;
}

/// What is in sight: curves are drawn a little beyond what the map shows.
Box in_sight(const LandscapePart& landscape, const Session& session, const Box& seen) {
    if (!is_curve(landscape)) return seen;
    constexpr double beyond = 0.1;
    const Box& map = session.display.map;
    return {map.x0 - beyond * map.width(), map.x1 + beyond * map.width(), landscape.domain.y0, landscape.domain.y1};
}

/// All cores but one, which is the window's.
oneapi::tbb::task_arena spare_cores() {
    return oneapi::tbb::task_arena(std::max(1, oneapi::tbb::this_task_arena::max_concurrency() - 1));
}

}  // namespace

EnsembleMaker::Inputs EnsembleMaker::inputs_of(const LandscapePart& landscape, const Session& session,
                                               const Box& seen) {
    Inputs inputs{.lens = session.study.lens};
    if (!wants_runs(inputs.lens) || landscape.landscape == nullptr) return {};
    const Ensemble& ensemble = session.ensemble;
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    inputs.landscape = landscape.landscape;
    if (landscape.space) {
        inputs.landscape = landscape.space->landscape;
        inputs.axes = landscape.space->axes;
    }
    inputs.domain = landscape.domain;
    inputs.rows[0] = std::min(std::max(ensemble.optimizer, 0), last);
    if (inputs.lens == LensKind::basins && ensemble.other >= 0) inputs.rows[1] = std::min(ensemble.other, last);
    for (const int row : inputs.rows)
        if (row >= 0) inputs.optimizers.push_back(session.optimizers[static_cast<std::size_t>(row)].optimizer);
    inputs.steps = session.steps;
    // Only what the lens looks at: another start, say, makes no other basins.
    if (inputs.lens == LensKind::basins) {
        inputs.window = part_in_view(in_sight(landscape, session, seen), inputs.domain);
        return inputs;
    }
    if (!session.starts.empty()) inputs.start = start_point(landscape, session.starts.front());
    if (inputs.lens == LensKind::cloud) {
        inputs.cloud = ensemble.cloud;
        if (inputs.cloud.scatter == Scatter::uniform) inputs.start.clear();
    } else if (inputs.lens == LensKind::sweep) {
        inputs.sweep = ensemble.sweep;
    } else {
        inputs.sweep = {.rates = 61};
    }
    return inputs;
}

std::string EnsembleMaker::complaint_about(const Inputs& inputs, const LandscapePart& landscape) {
    const bool from_one_start = inputs.lens == LensKind::sweep || inputs.lens == LensKind::rates;
    if (landscape.space && !from_one_start)
        return "These runs are made over a plane, and descents of this formula leave it: it has more than two "
               "variables.";
    if (inputs.optimizers.empty()) return "There is no optimizer: add one at the right below.";
    if (inputs.lens == LensKind::cloud) {
        if (inputs.cloud.scatter == Scatter::gaussian && inputs.start.empty())
            return "A cloud about the first start needs one: double-click in a view.";
    } else if (from_one_start) {
        if (inputs.start.empty()) return "The runs need a start: double-click in a view.";
        if (std::isnan(inputs.landscape->evaluator()->value(inputs.start)))
            return fmt::format("{} is not defined at the first start: drag it to where it is.",
                               landscape.space ? "f" : landscape.value_name);
        if (!inputs.sweep.automatic && !(inputs.sweep.from < inputs.sweep.to))
            return "The smallest rate must be below the largest.";
        return no_sweep(inputs.optimizers.front());
    }
    return {};
}

void EnsembleMaker::update(const LandscapePart& landscape, const Session& session, const Box& seen) {
    take_over();
    const Inputs inputs = inputs_of(landscape, session, seen);
    if (inputs == inputs_) return;
    Inputs but_for_window = inputs;
    but_for_window.window = inputs_.window;
    if (but_for_window != inputs_) basins_ = {};
    const bool same_landscape =
        inputs.landscape == inputs_.landscape || same_formula(inputs_.landscape.get(), inputs.landscape.get());
    const bool keeps = inputs.lens == inputs_.lens && inputs.lens != LensKind::none && same_landscape &&
                       inputs.domain == inputs_.domain;
    EnsemblePart next{.lens = inputs.lens, .optimizers = inputs.rows, .revision = part_.revision + 1};
    next.complaint = inputs.lens == LensKind::none ? "" : complaint_about(inputs, landscape);
    if (keeps && next.complaint.empty()) {
        next.basins = part_.basins;
        if (inputs.window) next.nearer = part_.nearer;
        if (!next.compares()) next.basins[1] = next.nearer[1] = nullptr;
        next.cloud = part_.cloud;
        next.rates = part_.rates;
        next.longest = part_.longest;
    }
    part_ = std::move(next);
    inputs_ = inputs;
    if (!inputs.window) basins_.nearer = {};
    work_.drop();
    part_.working = inputs.lens != LensKind::none && part_.complaint.empty();
    if (!part_.working) return;
    work_.begin([inputs, basins = basins_](const Work::Desk& desk) {
        auto arena = spare_cores();
        arena.execute([&] {
            if (inputs.lens == LensKind::basins) make_basins(inputs, basins, desk);
            if (inputs.lens == LensKind::cloud) make_cloud(inputs, desk);
            if (inputs.lens == LensKind::sweep || inputs.lens == LensKind::rates) make_rates(inputs, desk);
        });
    });
}

void EnsembleMaker::make_basins(const Inputs& inputs, const BasinMaps& made, const Work::Desk& desk) {
    const BasinOrder order{.landscape = inputs.landscape,
                           .domain = inputs.domain,
                           .window = inputs.window,
                           .optimizers = inputs.optimizers,
                           .steps = inputs.steps};
    make_basin_maps(
        order, made, desk.stop, [&](const BasinMaps& maps) { desk.hand_over({.basins = maps}); }, desk.progress);
}

void EnsembleMaker::make_cloud(const Inputs& inputs, const Work::Desk& desk) {
    const ScatterSettings settings{.scatter = inputs.cloud.scatter,
                                   .count = inputs.cloud.count,
                                   .spread = inputs.cloud.spread,
                                   .x = inputs.start.empty() ? 0.0 : inputs.start[0],
                                   .y = inputs.start.empty() ? 0.0 : inputs.start[1],
                                   .seed = inputs.cloud.seed};
    auto starts = scattered_starts(settings, inputs.domain);
    Cloud cloud =
        run_cloud(*inputs.landscape, starts, inputs.optimizers.front(), inputs.steps, desk.stop, desk.progress);
    if (!cloud.cancelled) desk.hand_over({.cloud = std::make_shared<const Cloud>(std::move(cloud))});
}

void EnsembleMaker::make_rates(const Inputs& inputs, const Work::Desk& desk) {
    const std::vector<double>& start = inputs.start;
    const Optimizer& optimizer = inputs.optimizers.front();
    std::array<double, 2> ends{inputs.sweep.from, inputs.sweep.to};
    if (inputs.sweep.automatic) ends = rates_to_try(*inputs.landscape, start, optimizer);
    const int steps = std::min(inputs.steps, most_sweep_rows / std::max(1, inputs.sweep.rates));
    RatesSeen seen;
    seen.sweep = sweep_rates(*inputs.landscape, start, optimizer, spread_rates(ends[0], ends[1], inputs.sweep.rates),
                             steps, desk.stop, desk.progress);
    if (seen.sweep.cancelled) return;
    seen.telling = telling_rates(seen.sweep);
    seen.range_test = range_test(*inputs.landscape, start, optimizer, ends[0], ends[1], steps);
    if (inputs.axes)
        for (RateRun& run : seen.sweep.runs) bring_axes_first(run.trajectory, *inputs.axes);
    desk.hand_over({.rates = std::make_shared<const RatesSeen>(std::move(seen))});
}

void EnsembleMaker::take_over() {
    if (!part_.working) return;
    const bool ended = !work_.working();
    part_.progress = work_.progress();
    if (auto made = work_.take()) {
        if (made->basins.whole[0]) {
            basins_ = std::move(made->basins);
            part_.basins = basins_.whole;
            part_.nearer = basins_.nearer;
        }
        if (made->cloud) part_.cloud = made->cloud;
        if (made->rates) part_.rates = made->rates;
        part_.longest = longest_of(part_);
        ++part_.revision;
    }
    if (!ended) return;
    part_.working = false;
    part_.progress = 1.0;
}

bool EnsembleMaker::news() const {
    return part_.working && (work_.has_result() || !work_.working() || work_.progress() > part_.progress + noticeable);
}

void EnsembleMaker::finish() {
    if (!part_.working) return;
    work_.wait();
    take_over();
}

}  // namespace thalweg

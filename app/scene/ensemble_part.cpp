#include "app/scene/ensemble_part.h"

#include <fmt/format.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/scene/curve.h"
#include "app/scene/same_formula.h"
#include "core/descent/scatter.h"

namespace thalweg {
namespace {

/// Starts along each side: the first map is there at once, the last is as fine as a view's pixels. Of long runs there
/// is a coarser one before.
constexpr std::array map_sides = {16, 64, 256, 1024};
constexpr int usual_first_side = 64, long_run = 2000;
/// Steps over all starts after which no finer map is begun: some seconds.
constexpr double most_map_steps = 1.2e9;
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

/// All cores but one, which is the window's.
oneapi::tbb::task_arena spare_cores() {
    return oneapi::tbb::task_arena(std::max(1, oneapi::tbb::this_task_arena::max_concurrency() - 1));
}

}  // namespace

EnsembleMaker::Inputs EnsembleMaker::inputs_of(const LandscapePart& landscape, const Session& session) {
    Inputs inputs{.lens = session.study.lens};
    if (!wants_runs(inputs.lens) || landscape.landscape == nullptr) return {};
    const Ensemble& ensemble = session.ensemble;
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    inputs.landscape = landscape.landscape;
    inputs.domain = landscape.domain;
    inputs.rows[0] = std::min(std::max(ensemble.optimizer, 0), last);
    if (inputs.lens == LensKind::basins && ensemble.other >= 0) inputs.rows[1] = std::min(ensemble.other, last);
    for (const int row : inputs.rows)
        if (row >= 0) inputs.optimizers.push_back(session.optimizers[static_cast<std::size_t>(row)].optimizer);
    inputs.steps = session.steps;
    // Only what the lens looks at: another start, say, makes no other basins.
    if (inputs.lens == LensKind::basins) return inputs;
    if (!session.starts.empty()) inputs.start = session.starts.front();
    if (inputs.lens == LensKind::cloud) {
        inputs.cloud = ensemble.cloud;
        if (inputs.cloud.scatter == Scatter::uniform) inputs.start.reset();
    } else if (inputs.lens == LensKind::sweep) {
        inputs.sweep = ensemble.sweep;
    } else {
        inputs.sweep = {.rates = 61};
    }
    return inputs;
}

std::string EnsembleMaker::complaint_about(const Inputs& inputs, const LandscapePart& landscape) {
    if (landscape.space)
        return "These runs are made over a plane, and descents of this formula leave it: it has more than two "
               "variables.";
    if (inputs.optimizers.empty()) return "There is no optimizer: add one at the right below.";
    if (inputs.lens == LensKind::basins && is_curve(landscape))
        return "Basins are drawn over the plane, and this formula has one variable.";
    if (inputs.lens == LensKind::cloud) {
        if (inputs.cloud.scatter == Scatter::gaussian && !inputs.start)
            return "A cloud about the first start needs one: double-click in a view.";
    } else if (inputs.lens != LensKind::basins) {
        if (!inputs.start) return "The runs need a start: double-click in a view.";
        if (std::isnan(landscape.evaluator->value(std::array{inputs.start->x, inputs.start->y})))
            return fmt::format("{} is not defined at the first start: drag it to where it is.", landscape.value_name);
        if (!inputs.sweep.automatic && !(inputs.sweep.from < inputs.sweep.to))
            return "The smallest rate must be below the largest.";
        return no_sweep(inputs.optimizers.front());
    }
    return {};
}

void EnsembleMaker::update(const LandscapePart& landscape, const Session& session) {
    take_over();
    const Inputs inputs = inputs_of(landscape, session);
    if (inputs == inputs_) return;
    const bool same_landscape =
        inputs.landscape == inputs_.landscape || same_formula(inputs_.landscape.get(), inputs.landscape.get());
    const bool keeps = inputs.lens == inputs_.lens && inputs.lens != LensKind::none && same_landscape &&
                       inputs.domain == inputs_.domain;
    EnsemblePart next{.lens = inputs.lens, .optimizers = inputs.rows, .revision = part_.revision + 1};
    next.complaint = inputs.lens == LensKind::none ? "" : complaint_about(inputs, landscape);
    if (keeps && next.complaint.empty()) {
        next.basins = part_.basins;
        if (!next.compares()) next.basins[1] = nullptr;
        next.cloud = part_.cloud;
        next.rates = part_.rates;
        next.longest = part_.longest;
    }
    part_ = std::move(next);
    inputs_ = inputs;
    work_.drop();
    part_.working = inputs.lens != LensKind::none && part_.complaint.empty();
    if (!part_.working) return;
    work_.begin([inputs](const Work::Desk& desk) {
        auto arena = spare_cores();
        arena.execute([&] {
            if (inputs.lens == LensKind::basins) make_basins(inputs, desk);
            if (inputs.lens == LensKind::cloud) make_cloud(inputs, desk);
            if (inputs.lens == LensKind::sweep || inputs.lens == LensKind::rates) make_rates(inputs, desk);
        });
    });
}

void EnsembleMaker::make_basins(const Inputs& inputs, const Work::Desk& desk) {
    double all = 0.0, done = 0.0;
    std::vector<int> sides;
    for (const int side : map_sides) {
        if (side < usual_first_side && inputs.steps <= long_run) continue;
        const double work = static_cast<double>(side) * side * static_cast<double>(inputs.optimizers.size());
        if (!sides.empty() && (all + work) * inputs.steps > most_map_steps) break;
        all += work;
        sides.push_back(side);
    }
    Made made;
    BasinRegister known;
    for (const int side : sides) {
        for (std::size_t i = 0; i < inputs.optimizers.size(); ++i) {
            const double starts = static_cast<double>(side) * side;
            BasinMap map = find_basins(*inputs.landscape, inputs.domain, inputs.optimizers[i],
                                       {.columns = side, .rows = side, .steps = inputs.steps}, desk.stop,
                                       [&](double share) { desk.progress((done + share * starts) / all); });
            if (map.cancelled) return;
            done += starts;
            auto tags = known.tags(map);
            auto colors = basin_colors(map, tags);
            made.basins.at(i) =
                std::make_shared<const ColoredBasins>(std::move(map), std::move(tags), std::move(colors));
        }
        desk.hand_over(made);
    }
}

void EnsembleMaker::make_cloud(const Inputs& inputs, const Work::Desk& desk) {
    const ScatterSettings settings{.scatter = inputs.cloud.scatter,
                                   .count = inputs.cloud.count,
                                   .spread = inputs.cloud.spread,
                                   .x = inputs.start ? inputs.start->x : 0.0,
                                   .y = inputs.start ? inputs.start->y : 0.0,
                                   .seed = inputs.cloud.seed};
    auto starts = scattered_starts(settings, inputs.domain);
    Cloud cloud =
        run_cloud(*inputs.landscape, starts, inputs.optimizers.front(), inputs.steps, desk.stop, desk.progress);
    if (!cloud.cancelled) desk.hand_over({.cloud = std::make_shared<const Cloud>(std::move(cloud))});
}

void EnsembleMaker::make_rates(const Inputs& inputs, const Work::Desk& desk) {
    const std::array start{inputs.start->x, inputs.start->y};
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
    desk.hand_over({.rates = std::make_shared<const RatesSeen>(std::move(seen))});
}

void EnsembleMaker::take_over() {
    if (!part_.working) return;
    const bool ended = !work_.working();
    part_.progress = work_.progress();
    if (auto made = work_.take()) {
        if (made->basins[0]) part_.basins = made->basins;
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

#include "core/descent/sweep.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/calculus/classification.h"
#include "core/descent/landscape_objective.h"
#include "core/optimizer/linear_step.h"

namespace thalweg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// What is left of the way when a run has arrived.
constexpr double arrived_share = 1e-3;
/// From this share of turned steps on a run bounces.
constexpr double bouncing_share = 1.0 / 3;
/// Steps shorter than this share of the longest are too short to be seen turning.
constexpr double visible_share = 1e-4;

struct Curvature {
    VectorXd gradient;
    Eigensystem hessian;
};

Curvature curvature(const Landscape& landscape, std::span<const double> at, double sign) {
    const auto n = static_cast<Eigen::Index>(at.size());
    LandscapeObjective objective(landscape);
    VectorXd gradient(n);
    MatrixXd hessian(n, n);
    objective.hessian(Eigen::Map<const VectorXd>(at.data(), n), gradient, hessian);
    return {sign * gradient, eigensystem(sign * hessian)};
}

/// g·H⁻¹g/2, what the parabola there has left to lose; infinite where it has no lowest point.
double left_to_lose(const Curvature& here) {
    double sum = 0.0;
    for (Eigen::Index i = 0; i < here.gradient.size(); ++i) {
        const double slope = here.hessian.vectors.col(i).dot(here.gradient), bend = here.hessian.values[i];
        if (slope == 0.0 && bend >= 0.0) continue;
        if (!(bend > 0.0)) return infinity;
        sum += slope * slope / (2 * bend);
    }
    return sum;
}

/// The share of the visible steps that turn back, or after which the loss is higher.
double turned_share(const Trajectory& run, double sign) {
    double longest = 0.0;
    for (int row = 0; row + 1 < run.rows(); ++row) {
        const std::vector<double> step = run.coming_step(row);
        longest = std::max(longest, std::sqrt(std::inner_product(step.begin(), step.end(), step.begin(), 0.0)));
    }
    int visible = 0, turned = 0;
    std::vector<double> before;
    for (int row = 0; row + 1 < run.rows(); ++row) {
        const std::vector<double> step = run.coming_step(row);
        const double length = std::sqrt(std::inner_product(step.begin(), step.end(), step.begin(), 0.0));
        if (length < visible_share * longest) break;
        const auto i = static_cast<std::size_t>(row);
        const bool back = !before.empty() && std::inner_product(step.begin(), step.end(), before.begin(), 0.0) < 0.0;
        ++visible;
        turned += back || sign * run.losses[i + 1] > sign * run.losses[i];
        before = step;
    }
    return visible == 0 ? 0.0 : static_cast<double>(turned) / visible;
}

/// The first row from which the loss stays within a thousandth of the whole way above the last.
int arrival(const Trajectory& run, double sign) {
    const double last = sign * run.losses.back();
    const double enough = last + arrived_share * std::abs(sign * run.losses.front() - last);
    int row = run.rows() - 1;
    while (row > 0 && sign * run.losses[static_cast<std::size_t>(row) - 1] <= enough) --row;
    return row;
}

void judge(const Landscape& landscape, RateRun& run, double sign) {
    const Trajectory& path = run.trajectory;
    run.final_loss = path.losses.back();
    if (path.reason == StopReason::diverged || path.reason == StopReason::undefined) {
        run.verdict = RateVerdict::diverges;
        run.final_loss = sign * infinity;
        return;
    }
    const double won = sign * (path.losses.front() - path.losses.back());
    if (won < 0.0) {
        run.verdict = RateVerdict::diverges;
        return;
    }
    const double left = left_to_lose(curvature(landscape, path.position(path.rows() - 1), sign));
    if (left <= arrived_share * won || path.reason == StopReason::converged) run.arrival = arrival(path, sign);
    const bool bouncing = turned_share(path, sign) >= bouncing_share;
    run.verdict = bouncing ? RateVerdict::bounces : run.arrival ? RateVerdict::good : RateVerdict::too_slow;
}

/// The rate at which the method's steps begin to grow in a parabola of this curvature.
std::optional<double> limit_for(const Landscape& landscape, std::span<const double> at, const Optimizer& optimizer,
                                double largest_eigenvalue) {
    if (!std::holds_alternative<Sgd>(optimizer.method)) return std::nullopt;
    const auto n = static_cast<Eigen::Index>(at.size());
    constexpr double small = 1e-6;
    Optimizer method{.method = with_rate(optimizer, small).method};
    LandscapeObjective objective(landscape);
    VectorXd x = Eigen::Map<const VectorXd>(at.data(), n);
    Stepper before(method, static_cast<int>(n));
    // The first step has no velocity yet.
    before.step(x, objective);
    Stepper after = before;
    after.step(x, objective);
    const auto step = linear_step(before, after);
    if (!step) return std::nullopt;
    const double curvature = largest_eigenvalue + step->weight_decay;
    if (!(curvature > 0.0) || !std::isfinite(curvature)) return std::nullopt;
    return small * step->diverges_beyond() / curvature;
}

std::optional<RateLimit> limit_at(const Landscape& landscape, std::span<const double> at, const Optimizer& optimizer) {
    const double sign = maximizes(optimizer) ? -1.0 : 1.0;
    const double largest = curvature(landscape, at, sign).hessian.values.maxCoeff();
    const auto rate = limit_for(landscape, at, optimizer, largest);
    if (!rate) return std::nullopt;
    return RateLimit{.rate = *rate, .largest_eigenvalue = largest, .position = {at.begin(), at.end()}};
}

bool decides_the_rate(const Schedule& schedule) {
    return std::holds_alternative<OneCycle>(schedule) || std::holds_alternative<Cyclic>(schedule);
}

}  // namespace

std::string_view name(RateVerdict verdict) {
    switch (verdict) {
        case RateVerdict::too_slow:
            return "too slow";
        case RateVerdict::good:
            return "good";
        case RateVerdict::bounces:
            return "bounces";
        case RateVerdict::diverges:
            break;
    }
    return "diverges";
}

std::vector<double> spread_rates(double from, double to, int count) {
    std::vector<double> rates(static_cast<std::size_t>(std::max(count, 1)));
    for (int i = 0; i < count; ++i)
        rates[static_cast<std::size_t>(i)] = i == 0           ? from
                                             : i + 1 == count ? to
                                                              : from * std::pow(to / from, i / (count - 1.0));
    return rates;
}

std::string no_sweep(const Optimizer& optimizer) {
    if (std::ranges::any_of(optimizer.schedules, decides_the_rate))
        return "one_cycle and cyclic schedules set the rates themselves: whatever lr is swept, the runs are the same; "
               "take the schedule away";
    return {};
}

Optimizer with_rate(Optimizer optimizer, double rate) {
    std::visit([rate](auto& method) { method.learning_rate = rate; }, optimizer.method);
    return optimizer;
}

Sweep sweep_rates(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
                  std::span<const double> rates, int steps, std::stop_token stop,
                  const std::function<void(double)>& progress) {
    const double sign = maximizes(optimizer) ? -1.0 : 1.0;
    Sweep sweep;
    sweep.runs.resize(rates.size());
    std::atomic<int> done = 0;
    oneapi::tbb::parallel_for(std::size_t{0}, rates.size(), [&](std::size_t i) {
        if (stop.stop_requested()) return;
        RateRun& run = sweep.runs[i];
        run.rate = rates[i];
        run.trajectory = thalweg::run(landscape, start, with_rate(optimizer, rates[i]), {.steps = steps});
        judge(landscape, run, sign);
        if (progress) progress(static_cast<double>(++done) / static_cast<double>(rates.size()));
    });
    sweep.cancelled = stop.stop_requested();
    if (sweep.cancelled) return sweep;

    std::ranges::stable_sort(sweep.runs, {}, &RateRun::rate);
    const RateRun* best = nullptr;
    for (const RateRun& run : sweep.runs)
        if (run.arrival && (best == nullptr || sign * run.final_loss < sign * best->final_loss)) best = &run;
    sweep.limit = best == nullptr
                      ? limit_at(landscape, start, optimizer)
                      : limit_at(landscape, best->trajectory.position(best->trajectory.rows() - 1), optimizer);
    return sweep;
}

std::array<double, 2> rates_to_try(const Landscape& landscape, std::span<const double> start,
                                   const Optimizer& optimizer) {
    // Where it bends downwards, too, the curvature says how large steps may be.
    const double bend = curvature(landscape, start, 1.0).hessian.values.cwiseAbs().maxCoeff();
    const auto limit = limit_for(landscape, start, optimizer, bend);
    if (!limit || !(*limit < 1e6) || !(*limit > 1e-9)) return {1e-4, 10.0};
    return {*limit / 2000, 30 * *limit};
}

TellingRates telling_rates(const Sweep& sweep) {
    TellingRates rates;
    const auto& runs = sweep.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].verdict != RateVerdict::good) continue;
        if (!rates.right || *runs[i].arrival < *runs[*rates.right].arrival) rates.right = i;
    }
    // A tenth of the right rate, or less, is plainly too small.
    const double small = rates.right ? runs[*rates.right].rate / 10 : infinity;
    for (std::size_t i = 0; i < runs.size() && runs[i].rate <= small; ++i)
        if (runs[i].verdict == RateVerdict::too_slow) rates.too_small = i;
    const std::size_t above = rates.right ? *rates.right + 1 : 0;
    for (const RateVerdict wanted : {RateVerdict::diverges, RateVerdict::bounces})
        for (std::size_t i = above; i < runs.size() && !rates.too_large; ++i)
            if (runs[i].verdict == wanted) rates.too_large = i;
    return rates;
}

Trajectory range_test(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
                      double from, double to, int steps) {
    Optimizer growing = with_rate(optimizer, from);
    const double factor = std::pow(to / from, 1.0 / std::max(1, steps - 1));
    growing.schedules = {ExponentialSchedule{.gamma = factor}};
    return run(landscape, start, growing, {.steps = steps, .stop_early = false});
}

}  // namespace thalweg

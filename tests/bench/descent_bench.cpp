#include <benchmark/benchmark.h>

#include "core/descent/run.h"
#include "tests/bench/functions.h"
#include "tests/bench/hand_written.h"

namespace thalweg::bench {
namespace {

constexpr int steps = 10'000;

void adam_by_hand(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(hand_written::adam_on_rosenbrock({-1.5, 2.0}, 0.001, steps));
    state.SetItemsProcessed(state.iterations() * steps);
}
BENCHMARK(adam_by_hand)->Unit(benchmark::kMillisecond);

/// Everything included: f and gradient from the formula, the stop test, every row recorded.
void adam(benchmark::State& state) {
    const FormulaLandscape landscape = landscape_of(rosenbrock);
    const std::vector start{-1.5, 2.0};
    for (auto _ : state) {
        const Trajectory trajectory = run(landscape, start, {Adam{}}, {.steps = steps, .stop_early = false});
        if (trajectory.rows() != steps + 1) state.SkipWithError("the run ended early");
    }
    state.SetItemsProcessed(state.iterations() * steps);
}
BENCHMARK(adam)->Unit(benchmark::kMillisecond);

/// Eight optimizers from eight starts, 2000 steps each: what dragging a start may ask for in every frame.
void all_runs(benchmark::State& state, std::string_view formula, std::size_t threads) {
    const tbb::global_control control = at_most(threads);
    const FormulaLandscape landscape = landscape_of(formula);
    std::vector<Optimizer> optimizers = optimizer_presets();
    optimizers.resize(8);
    std::get<Sgd>(optimizers[0].method).learning_rate = 1e-4;
    std::get<Sgd>(optimizers[1].method).learning_rate = 1e-5;
    std::get<Sgd>(optimizers[2].method).learning_rate = 1e-5;
    std::vector<RunRequest> requests;
    for (const Optimizer& optimizer : optimizers) {
        for (int i = 0; i < 8; ++i) requests.push_back({{-1.5 + 0.1 * i, 2.0 - 0.2 * i}, optimizer});
    }
    for (auto _ : state) {
        const auto trajectories = run_all(landscape, requests, {.steps = 2000, .stop_early = false});
        for (const Trajectory& trajectory : trajectories) {
            if (trajectory.rows() != 2001) state.SkipWithError("a run ended early");
        }
    }
}
BENCHMARK_CAPTURE(all_runs, rosenbrock_one_thread, rosenbrock, 1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(all_runs, rosenbrock, rosenbrock, 2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(all_runs, ackley, ackley, 2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace thalweg::bench

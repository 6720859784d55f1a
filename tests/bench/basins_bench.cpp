#include <benchmark/benchmark.h>

#include "core/descent/basins.h"
#include "tests/bench/functions.h"

namespace thalweg::bench {
namespace {

/// 512 × 512 starts on Himmelblau, 200 steps each, from the typed formula to the table of destinations.
void basins(benchmark::State& state, std::string_view optimizer) {
    const Optimizer settings = parse_optimizer(optimizer).value();
    for (auto _ : state) {
        const FormulaLandscape landscape = landscape_of(himmelblau);
        const BasinMap map = find_basins(landscape, {}, settings, {.columns = 512, .rows = 512, .steps = 200});
        if (map.destinations.size() < 4) state.SkipWithError("not all minima were found");
    }
}
BENCHMARK_CAPTURE(basins, descent, "sgd lr=0.01")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(basins, momentum, "sgd lr=0.005 momentum=0.9")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(basins, adam, "adam lr=0.1")->Unit(benchmark::kMillisecond)->UseRealTime();

/// The first picture while a finer one is on its way.
void coarse_basins(benchmark::State& state) {
    const FormulaLandscape landscape = landscape_of(himmelblau);
    const Optimizer settings = parse_optimizer("adam lr=0.1").value();
    for (auto _ : state)
        benchmark::DoNotOptimize(find_basins(landscape, {}, settings, {.columns = 64, .rows = 64, .steps = 200}));
}
BENCHMARK(coarse_basins)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace thalweg::bench

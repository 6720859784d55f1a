#include <benchmark/benchmark.h>

#include "core/stationary/stationary.h"
#include "tests/bench/functions.h"

namespace thalweg::bench {
namespace {

void stationary_points(benchmark::State& state, std::string_view formula, const Box& box) {
    const tbb::global_control control = at_most(static_cast<std::size_t>(state.range(0)));
    const FormulaLandscape landscape = landscape_of(formula);
    for (auto _ : state) benchmark::DoNotOptimize(find_stationary_points(landscape, box));
}

#define THALWEG_SEARCH(name, formula, ...)                           \
    BENCHMARK_CAPTURE(stationary_points, name, formula, __VA_ARGS__) \
        ->ArgName("threads")                                         \
        ->Arg(1)                                                     \
        ->Arg(2)                                                     \
        ->Unit(benchmark::kMillisecond)                              \
        ->UseRealTime();
THALWEG_SEARCH(himmelblau, himmelblau, {-5, 5, -5, 5})
THALWEG_SEARCH(six_hump_camel, "(4 - 2.1x^2 + x^4/3)x^2 + x y + 4(y^2 - 1)y^2", {-2, 2, -1.1, 1.1})
THALWEG_SEARCH(griewank, "1 + (x^2 + y^2)/4000 - cos(x) cos(y/sqrt(2))", {-10, 10, -10, 10})
THALWEG_SEARCH(beale, "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2", {-4.5, 4.5, -4.5, 4.5})
THALWEG_SEARCH(rastrigin, "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)", {-5.12, 5.12, -5.12, 5.12})
THALWEG_SEARCH(ackley, ackley, {-5, 5, -5, 5})
THALWEG_SEARCH(goldstein_price,
               "(1 + (x + y + 1)^2 (19 - 14x + 3x^2 - 14y + 6x y + 3y^2)) "
               "(30 + (2x - 3y)^2 (18 - 32x + 12x^2 + 48y - 36x y + 27y^2))",
               {-2, 2, -2, 2})

}  // namespace
}  // namespace thalweg::bench

#include <benchmark/benchmark.h>

#include "app/document/catalogue.h"
#include "app/document/resources.h"
#include "core/formula/formula.h"

namespace thalweg::bench {
namespace {

/// The formulas that come with the program: read, differentiated twice and compiled.
void formulas(benchmark::State& state) {
    const Catalogue catalogue = load_catalogue(resource_folder() / "assets" / "landscapes.toml").value();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(Formula::parse(catalogue.landscapes[next].formula));
        next = (next + 1) % catalogue.landscapes.size();
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(formulas)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace thalweg::bench

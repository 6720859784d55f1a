#include <benchmark/benchmark.h>

#include "core/formula/grid_calculator.h"
#include "core/sampling/grid.h"
#include "tests/bench/functions.h"
#include "tests/bench/hand_written.h"

namespace thalweg::bench {
namespace {

constexpr int nodes = 1024;
constexpr Box box{-5.0, 5.0, -5.0, 5.0};

double node(std::size_t i) {
    return box.x0 + static_cast<double>(i) * (box.x1 - box.x0) / (nodes - 1);
}

std::vector<double> nodes_of_a_row() {
    std::vector<double> x(nodes);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = node(i);
    return x;
}

void values(benchmark::State& state, std::string_view formula, std::size_t threads, Derivatives derivatives) {
    const tbb::global_control control = at_most(threads);
    const FormulaLandscape landscape = landscape_of(formula);
    for (auto _ : state) benchmark::DoNotOptimize(sample_grid(landscape, box, nodes, nodes, derivatives));
}

using Row = void (*)(std::span<const double>, double, std::span<double>);

void values_by_hand(benchmark::State& state, Row row) {
    const std::vector<double> x = nodes_of_a_row();
    std::vector<double> f(nodes * nodes);
    for (auto _ : state) {
        for (std::size_t i = 0; i < nodes; ++i) row(x, node(i), std::span(f).subspan(i * nodes, nodes));
        benchmark::DoNotOptimize(f.data());
        benchmark::ClobberMemory();
    }
}

/// f, gradient and Hessian: no picture needs them all, so there is nothing but the program itself to be measured. Each
/// row's results overwrite the last one's, since writing 48 MB would hide what calculating them takes.
void hessians(benchmark::State& state, std::string_view formula) {
    const FormulaLandscape landscape = landscape_of(formula);
    GridCalculator calculator(landscape.formula().hessian_program(), {});
    const std::vector<double> x = nodes_of_a_row();
    std::vector<double> results(6 * nodes);
    for (auto _ : state) {
        calculator.run(x, x, [&](std::size_t, std::size_t column, std::size_t count) {
            for (std::size_t k = 0; k < 6; ++k) {
                std::copy_n(calculator.output(k).values.data(), count, results.data() + k * nodes + column);
            }
            benchmark::DoNotOptimize(results.data());
            benchmark::ClobberMemory();
        });
    }
}

using RowOfHessians = void (*)(std::span<const double>, double, const hand_written::Derivatives&);

void hessians_by_hand(benchmark::State& state, RowOfHessians row) {
    const std::vector<double> x = nodes_of_a_row();
    std::vector<double> results(6 * nodes);
    hand_written::Derivatives out;
    for (std::size_t k = 0; k < out.size(); ++k) out.at(k) = std::span(results).subspan(k * nodes, nodes);
    for (auto _ : state) {
        for (std::size_t i = 0; i < nodes; ++i) {
            row(x, node(i), out);
            benchmark::DoNotOptimize(results.data());
            benchmark::ClobberMemory();
        }
    }
}

#define THALWEG_GRID(name)                                                                                        \
    BENCHMARK_CAPTURE(values_by_hand, name, static_cast<Row>(hand_written::name))->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(values, name, name, 1, Derivatives::without)->Unit(benchmark::kMillisecond);                \
    BENCHMARK_CAPTURE(values, name##_two_threads, name, 2, Derivatives::without)                                  \
        ->Unit(benchmark::kMillisecond)                                                                           \
        ->UseRealTime();                                                                                          \
    BENCHMARK_CAPTURE(values, name##_with_gradients, name, 1, Derivatives::with)->Unit(benchmark::kMillisecond);  \
    BENCHMARK_CAPTURE(hessians_by_hand, name, static_cast<RowOfHessians>(hand_written::name))                     \
        ->Unit(benchmark::kMillisecond);                                                                          \
    BENCHMARK_CAPTURE(hessians, name, name)->Unit(benchmark::kMillisecond);
THALWEG_GRID(himmelblau)
THALWEG_GRID(ackley)

}  // namespace
}  // namespace thalweg::bench

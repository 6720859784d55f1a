#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/numbers.h"
#include "core/spectrum/definite_counts.h"
#include "core/spectrum/goe.h"

namespace thalweg {
namespace {

struct DimensionsOptions {
    std::string samples = "1000000", seed = "1", n = "50", matrices = "100";
    std::optional<std::string> csv;
    bool json = false, progress = false;
};

/// What is counted, read and checked.
struct Order {
    int samples = 0, seed = 0, n = 0, matrices = 0;
};

/// Bars from −3 to 3 in steps of a tenth.
constexpr double widest = 3.0;
constexpr int bars = 60;

std::string as_json(const Order& order, const DefiniteCounts& counts, const ScaledSpectrum& spectrum) {
    JsonWriter json;
    json.begin_object();
    json.member("samples", order.samples);
    json.member("seed", order.seed);
    json.key("dimensions");
    json.begin_list();
    for (int n = 1; n <= most_dimensions; ++n) {
        const Estimate seen = estimate(counts.of(n), counts.samples);
        json.begin_object();
        json.member("n", n);
        json.member("hits", static_cast<int>(counts.of(n)));
        json.member("fraction", counts.of(n) > 0 ? seen.fraction : std::nan(""));
        json.member("lower", seen.lower);
        json.member("upper", seen.upper);
        json.member("log10_leading_law", log10_leading_law(n));
        json.member("exact", exact_definite_probability(n));
        json.end_object();
    }
    json.end_list();
    json.key("spectrum");
    json.begin_object();
    json.member("n", spectrum.n);
    json.member("matrices", spectrum.matrices);
    const Histogram histogram = thalweg::histogram(spectrum.eigenvalues, -widest, widest, bars);
    json.member("low", histogram.low);
    json.member("high", histogram.high);
    json.member("density", std::span<const double>(histogram.density));
    std::vector<double> semicircle;
    semicircle.reserve(bars);
    for (int i = 0; i < bars; ++i) semicircle.push_back(semicircle_density(-widest + (i + 0.5) * histogram.width()));
    json.member("semicircle", std::span<const double>(semicircle));
    json.member("negative_shares", std::span<const double>(spectrum.negative_shares));
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

/// Empty where there is nothing to tell: no fraction of no hits, no closed form.
std::string cell(double number) {
    return std::isnan(number) ? "" : fmt::format("{:.17g}", number);
}

std::string as_csv(const DefiniteCounts& counts) {
    std::string text = "n,hits,samples,fraction,lower,upper,log10_leading_law,exact\n";
    for (int n = 1; n <= most_dimensions; ++n) {
        const Estimate seen = estimate(counts.of(n), counts.samples);
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{:.17g},{:.17g},{:.17g},{}\n", n, counts.of(n),
                       counts.samples, cell(counts.of(n) > 0 ? seen.fraction : std::nan("")), seen.lower, seen.upper,
                       log10_leading_law(n), cell(exact_definite_probability(n)));
    }
    return text;
}

/// A power of ten, be it ever so small.
std::string power_of_ten(double exponent) {
    return exponent > -4 ? fmt::format("{:.4g}", std::pow(10.0, exponent)) : fmt::format("10^{:.1f}", exponent);
}

std::string as_text(const DefiniteCounts& counts, const ScaledSpectrum& spectrum) {
    std::string text =
        "Eigenvalues of one sign only, of random symmetric n × n matrices (Gaussian orthogonal ensemble):\n";
    text +=
        fmt::format("{:>5}  {:<22}{:<28}{:<18}{}\n", "n", "fraction", "95 of 100 lie between", "3^(-n^2/4)", "exact");
    bool one_without = false;
    for (int n = 1; n <= most_dimensions; ++n) {
        const bool none = counts.of(n) == 0;
        if (none && one_without && n != 10 && n != 20 && n % 50 != 0) continue;
        one_without |= none;
        const Estimate seen = estimate(counts.of(n), counts.samples);
        const double exact = exact_definite_probability(n);
        text += fmt::format(
            "{:>5}  {:<22}{:<28}{:<18}{}\n", n,
            none ? fmt::format("none of {}", counts.samples) : fmt::format("{:.4g}", seen.fraction),
            none ? fmt::format("below {:.2g}", seen.upper) : fmt::format("{:.4g} and {:.4g}", seen.lower, seen.upper),
            power_of_ten(log10_leading_law(n)), std::isnan(exact) ? "" : fmt::format("{:.4g}", exact));
    }
    text +=
        "3^(-n^2/4) is the law to leading order: it gives ln p / n^2 for large n, and is off by a growing factor.\n";
    double least = 1.0, most = 0.0;
    for (const double share : spectrum.negative_shares) {
        least = std::min(least, share);
        most = std::max(most, share);
    }
    text += fmt::format("In {} matrices of n = {}, {:.4g} to {:.4g} % of the eigenvalues are negative.\n",
                        spectrum.matrices, spectrum.n, 100 * least, 100 * most);
    return text;
}

std::expected<Order, std::string> read(const DimensionsOptions& options) {
    const auto samples = parse_count(options.samples, "--samples", "a number of matrices", 1, 1'000'000'000);
    if (!samples) return std::unexpected(samples.error());
    const auto seed = parse_count(options.seed, "--seed", "a seed", 0, 1'000'000'000);
    if (!seed) return std::unexpected(seed.error());
    const auto n = parse_count(options.n, "--n", "a number of dimensions", 1, most_dimensions);
    if (!n) return std::unexpected(n.error());
    const auto matrices = parse_count(options.matrices, "--matrices", "a number of matrices", 1, 100'000);
    if (!matrices) return std::unexpected(matrices.error());
    return Order{.samples = *samples, .seed = *seed, .n = *n, .matrices = *matrices};
}

Outcome dimensions(const DimensionsOptions& options) {
    LongWork work(options.progress);
    const auto order = read(options);
    if (!order) return std::unexpected(order.error());
    const auto seed = static_cast<std::uint64_t>(order->seed);
    const DefiniteCounts counts = count_definite(seed, order->samples, work.stop(), work.part(0, 0.8));
    const ScaledSpectrum spectrum = goe_spectrum(order->n, order->matrices, seed, work.stop(), work.part(0.8, 1));
    if (work.stop().stop_requested()) return std::unexpected("dimensions was interrupted");
    if (options.csv)
        if (Outcome done = write_or_print(*options.csv, as_csv(counts)); !done) return done;
    if (options.json) return print(as_json(*order, counts, spectrum));
    return options.csv == "-" ? Outcome{} : print(as_text(counts, spectrum));
}

}  // namespace

void add_dimensions(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<DimensionsOptions>();
    CLI::App* command = program.add_subcommand(
        "dimensions", "how seldom a stationary point in n dimensions is no saddle: random matrices, n = 1 to 200");
    command->add_option("--samples", options->samples, "matrices to draw; 1000000 if not given")->type_name("N");
    command->add_option("--n", options->n, "dimensions of the spectrum, 1 to 200; 50 if not given")->type_name("N");
    command->add_option("--matrices", options->matrices, "matrices for the spectrum; 100 if not given")->type_name("N");
    command->add_option("--seed", options->seed, "another one draws other matrices; 1 if not given")->type_name("S");
    command->add_option("--csv", options->csv, "a table with a row for each n; - is standard output")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "fractions and spectrum as JSON; null: none was found, or not known");
    add_progress_option(*command, options->progress);
    command->callback([options, &chosen] { chosen = [options] { return dimensions(*options); }; });
}

}  // namespace thalweg

#include "app/panels/ensemble_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"

namespace thalweg {
namespace {

std::string basin_words(const BasinMap& map) {
    const auto minima = std::ranges::count(map.destinations, DestinationKind::minimum, &Destination::kind);
    const auto largest = std::ranges::max_element(map.destinations, {}, &Destination::count);
    if (largest == map.destinations.end()) return {};
    const double share = 100.0 * largest->count / (static_cast<double>(map.columns) * map.rows);
    const std::string most =
        is_a_point(largest->kind)
            ? fmt::format("{} % of starts come to the {}", format_number(share, 2), destination_words(*largest, map))
            : fmt::format("{} % of starts are {}", format_number(share, 2), name(largest->kind));
    return minima > 1 ? fmt::format("{} basins of minima; {}", minima, most) : most;
}

std::string cloud_words(const Cloud& cloud, double step) {
    const int row = std::clamp(static_cast<int>(step), 0, cloud.rows - 1);
    const auto first = cloud.losses.begin() + static_cast<std::ptrdiff_t>(row) * cloud.count;
    std::vector<float> losses(first, first + cloud.count);
    std::erase_if(losses, [](float loss) { return !std::isfinite(loss); });
    const std::string who =
        fmt::format("{} start{} after {} step{}", cloud.count, cloud.count == 1 ? "" : "s", row, row == 1 ? "" : "s");
    if (losses.empty()) return who + ": all have left the number range or the domain";
    const auto middle = losses.begin() + static_cast<std::ptrdiff_t>(losses.size() / 2);
    std::ranges::nth_element(losses, middle);
    return fmt::format("{}: median loss {}", who, format_number(*middle, 3));
}

/// "good from 0.001 to 0.02, then bounces, then diverges": the verdicts by rising rate.
std::string sweep_words(const Sweep& sweep) {
    const auto good = [](const RateRun& run) { return run.verdict == RateVerdict::good; };
    const auto first = std::ranges::find_if(sweep.runs, good);
    const std::string who = fmt::format("{} learning rates", sweep.runs.size());
    if (first == sweep.runs.end()) return who + ": none arrives without bouncing";
    const auto last = std::find_if_not(first, sweep.runs.end(), good);
    return fmt::format("{}: good from {} to {}", who, format_number(first->rate, 2),
                       format_number(std::prev(last)->rate, 2));
}

std::string telling_words(const RatesSeen& seen) {
    std::string words;
    const auto add = [&](const std::optional<std::size_t>& run, std::string_view verdict) {
        if (!run) return;
        words += fmt::format("{}η = {} {}", words.empty() ? "" : ", ", format_number(seen.sweep.runs[*run].rate, 2),
                             verdict);
    };
    add(seen.telling.too_small, "is too small");
    add(seen.telling.right, "is right");
    add(seen.telling.too_large, "is too large");
    return words;
}

/// Whether it is by its rate that a run is told from others of its method.
bool tells_rate(std::string_view run) {
    return run.contains("η = ");
}

}  // namespace

std::string optimizer_words(const Session& session, int row) {
    if (row < 0 || row >= static_cast<int>(session.optimizers.size())) return {};
    const double rate = base_rate(session.optimizers[static_cast<std::size_t>(row)].optimizer);
    const std::string run = run_title(session, row);
    return tells_rate(run) ? run : fmt::format("{}, η = {}", run, format_number(rate));
}

std::string destination_words(const Destination& destination, const BasinMap& map) {
    if (!is_a_point(destination.kind)) return std::string(name(destination.kind));
    if (map.of_a_curve()) {
        // What is left of a zero is rounding.
        constexpr double nothing = 1e-9;
        const bool zero = std::abs(destination.x) < nothing * map.box.width();
        return fmt::format("{} at {}", name(destination.kind), zero ? "0" : format_number(destination.x));
    }
    return fmt::format("{} {}", name(destination.kind), format_point(destination.x, destination.y, 2));
}

std::string ensemble_words(const Session& session, const Scene& scene) {
    const EnsemblePart& part = scene.ensemble();
    if (part.lens == LensKind::none || part.lens != session.study.lens) return {};
    const std::string who = optimizer_words(session, part.optimizers[0]);
    if (who.empty()) return {};
    if (part.compares() && part.basins[0] && part.basins[1])
        return fmt::format("Basins of {}, and of {}", who, optimizer_words(session, part.optimizers[1]));
    if (part.basins[0]) return fmt::format("{}: {}", who, basin_words(part.basins[0]->map));
    if (part.cloud && part.cloud->rows > 0)
        return fmt::format("{}: {}", who, cloud_words(*part.cloud, session.playback.step));
    if (!part.rates || part.rates->sweep.runs.empty()) return {};
    // The optimizer's own rate is not what is shown.
    const OptimizerEntry& entry = session.optimizers[static_cast<std::size_t>(part.optimizers[0])];
    const std::string run = run_title(session, part.optimizers[0]);
    const std::string method = tells_rate(run) ? title(entry) : run;
    const std::string words =
        part.lens == LensKind::sweep ? sweep_words(part.rates->sweep) : telling_words(*part.rates);
    return words.empty() ? std::string() : fmt::format("{}: {}", method, words);
}

}  // namespace thalweg

#include "core/descent/cloud.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();

bool ended_nowhere(StopReason reason) {
    return reason == StopReason::diverged || reason == StopReason::undefined;
}

void keep(const Trajectory& path, std::size_t run, Cloud& cloud) {
    const auto count = static_cast<std::size_t>(cloud.count);
    for (int row = 0; row < cloud.rows; ++row) {
        const std::size_t place = static_cast<std::size_t>(row) * count + run;
        const bool over = row >= path.rows();
        const int last = std::min(row, path.rows() - 1);
        const bool gone = over && ended_nowhere(path.reason);
        cloud.x[place] = gone ? nowhere : static_cast<float>(path.position(last)[0]);
        cloud.y[place] = gone ? nowhere : static_cast<float>(path.position(last)[1]);
        cloud.losses[place] = gone ? nowhere : static_cast<float>(path.losses[static_cast<std::size_t>(last)]);
    }
    cloud.reasons[run] = path.reason;
    cloud.final_losses[run] = ended_nowhere(path.reason) ? std::numeric_limits<double>::infinity() : path.losses.back();
}

}  // namespace

Cloud run_cloud(const Landscape& landscape, std::span<const std::array<double, 2>> starts, const Optimizer& optimizer,
                int steps, std::stop_token stop, const std::function<void(double)>& progress) {
    Cloud cloud;
    cloud.count = static_cast<int>(starts.size());
    if (starts.empty()) return cloud;
    cloud.rows = std::clamp(most_cloud_places / cloud.count, 1, std::max(steps, 0) + 1);
    const std::size_t places = starts.size() * static_cast<std::size_t>(cloud.rows);
    cloud.x.resize(places);
    cloud.y.resize(places);
    cloud.losses.resize(places);
    cloud.reasons.resize(starts.size());
    cloud.final_losses.resize(starts.size());
    std::atomic<int> done = 0;
    oneapi::tbb::parallel_for(std::size_t{0}, starts.size(), [&](std::size_t i) {
        if (stop.stop_requested()) return;
        keep(run(landscape, starts[i], optimizer, {.steps = cloud.rows - 1}), i, cloud);
        constexpr int now_and_then = 64;
        if (const int so_far = ++done; progress && so_far % now_and_then == 0)
            progress(static_cast<double>(so_far) / cloud.count);
    });
    if (stop.stop_requested()) cloud = {};
    cloud.cancelled = stop.stop_requested();
    return cloud;
}

LossHistogram histogram(std::span<const double> losses, int bins) {
    constexpr double wide = 1e-3, least_share = 1e-15;
    LossHistogram result;
    result.counts.resize(static_cast<std::size_t>(std::max(bins, 1)));
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double loss : losses) {
        if (!std::isfinite(loss)) continue;
        low = std::min(low, loss);
        high = std::max(high, loss);
    }
    if (low > high) low = high = 0.0;
    result.lowest = low;
    result.highest = high;
    result.logarithmic = low >= 0.0 && low < wide * high;
    result.floor = result.logarithmic ? std::max(low, least_share * high) : low;
    const auto share_of = [&](double loss) {
        if (!(high > low)) return 0.0;
        return result.logarithmic ? std::log(loss / result.floor) / std::log(high / result.floor)
                                  : (loss - low) / (high - low);
    };
    for (const double loss : losses) {
        if (!std::isfinite(loss)) {
            ++result.gone;
            continue;
        }
        const double place = std::max(share_of(loss), 0.0) * static_cast<double>(result.counts.size());
        ++result.counts[std::min(static_cast<std::size_t>(place), result.counts.size() - 1)];
    }
    return result;
}

}  // namespace thalweg

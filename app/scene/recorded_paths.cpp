#include "app/scene/recorded_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/scene/legend.h"
#include "core/data/file_bytes.h"
#include "core/data/grid_file.h"
#include "core/data/sha256.h"

namespace thalweg {
namespace {

/// The recorded places, with what the landscape says of each.
Trajectory on_landscape(const TrajectoryData& data, const Landscape& landscape) {
    const std::size_t rows = data.x.size();
    Trajectory trajectory;
    trajectory.positions.resize(2 * rows);
    trajectory.gradients.resize(2 * rows);
    trajectory.losses.resize(rows);
    trajectory.learning_rates.assign(rows, std::nan(""));
    std::vector<double> fx(rows), fy(rows);
    landscape.gradients(data.x, data.y, trajectory.losses, fx, fy);
    for (std::size_t row = 0; row < rows; ++row) {
        trajectory.positions[2 * row] = data.x[row];
        trajectory.positions[2 * row + 1] = data.y[row];
        trajectory.gradients[2 * row] = fx[row];
        trajectory.gradients[2 * row + 1] = fy[row];
    }
    trajectory.next_position = {data.x.back(), data.y.back()};
    return trajectory;
}

/// As far as choosing a file goes: neither its colour nor whether it is shown.
bool same_file(const TrajectoryChoice& a, const TrajectoryChoice& b) {
    return a.file == b.file && a.sha256 == b.sha256;
}

}  // namespace

std::expected<LoadedTrajectory, std::string> load_trajectory(const TrajectoryChoice& wanted) {
    const auto failed = [&](std::string_view why) { return std::unexpected(fmt::format("{} {}", wanted.file, why)); };
    const auto bytes = FileBytes::read(wanted.file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto arrays = open_arrays(bytes->bytes());
    if (!arrays) return failed(arrays.error());
    auto data = read_trajectory(**arrays);
    if (!data) return failed(data.error());
    LoadedTrajectory loaded{.choice = wanted, .data = *std::move(data), .note = {}};
    loaded.choice.sha256 = sha256(bytes->bytes());
    if (!wanted.sha256.empty() && wanted.sha256 != loaded.choice.sha256)
        loaded.note = fmt::format("{} has changed since it was chosen: it is shown as it is now", wanted.file);
    return loaded;
}

const RecordedPathsMaker::Loading& RecordedPathsMaker::loaded(const TrajectoryChoice& choice) {
    const auto found =
        std::ranges::find_if(known_, [&](const Known& known) { return same_file(known.choice, choice); });
    if (found != known_.end()) return found->loading;
    return known_.emplace_back(choice, load_trajectory(choice)).loading;
}

void RecordedPathsMaker::update(const LandscapePart& landscape, std::span<const TrajectoryChoice> chosen,
                                PathsPart& part) {
    // Files that nobody wants any more are read anew when they come back: they may be others by then.
    std::erase_if(known_, [&](const Known& known) {
        return std::ranges::none_of(chosen, [&](const TrajectoryChoice& one) { return same_file(one, known.choice); });
    });
    part.recorded.clear();
    part.complaints.clear();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (!chosen[i].enabled) continue;
        const Loading& loading = loaded(chosen[i]);
        if (!loading || !loading->note.empty()) part.complaints.push_back(loading ? loading->note : loading.error());
        if (!loading) continue;
        RecordedPath& recorded = part.recorded.emplace_back();
        recorded.index = static_cast<int>(i);
        recorded.name = trajectory_name(chosen[i]);
        recorded.path = {.start = -1,
                         .optimizer = -1,
                         .color = chosen[i].color,
                         .trajectory = on_landscape(loading->data, *landscape.landscape)};
        recorded.true_losses = loading->data.loss;
    }
}

}  // namespace thalweg

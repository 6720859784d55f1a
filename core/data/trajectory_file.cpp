#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/data/array_file.h"
#include "core/data/grid_file.h"
#include "core/data/grid_layout.h"
#include "core/data/names.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;
template <class T>
using Result = std::expected<T, std::string>;

Result<TrajectoryData> finished(TrajectoryData data) {
    if (data.x.empty()) return std::unexpected("holds no points");
    if (data.x.size() > most_places) {
        return std::unexpected(fmt::format("holds {} points; at most {} are read", data.x.size(), most_places));
    }
    const auto finite = [](double number) { return std::isfinite(number); };
    if (!std::ranges::all_of(data.x, finite) || !std::ranges::all_of(data.y, finite)) {
        return std::unexpected("has points that are no numbers");
    }
    for (double& loss : data.loss) {
        if (!std::isfinite(loss)) loss = std::nan("");
    }
    const auto [left, right] = std::ranges::minmax(data.x);
    const auto [low, high] = std::ranges::minmax(data.y);
    data.understood = fmt::format(
        "A trajectory of {} points over x from {:.6g} to {:.6g} and y from {:.6g} to {:.6g}, {}.", data.x.size(), left,
        right, low, high, data.loss.empty() ? "without losses" : "with the true loss at each");
    return data;
}

Result<TrajectoryData> from_columns(const ArrayFile& file, const ArrayInfo& x, const ArrayInfo& y) {
    const auto read = [&](const ArrayInfo& info) {
        return file.read(static_cast<std::size_t>(&info - file.arrays().data()));
    };
    if (x.squeezed().size() > 1 || y.squeezed().size() > 1 || x.size() != y.size()) {
        return std::unexpected("has no columns x and y of equal length");
    }
    auto along_x = read(x), along_y = read(y);
    if (!along_x || !along_y) return std::unexpected(!along_x ? along_x.error() : along_y.error());
    TrajectoryData data{.x = *std::move(along_x), .y = *std::move(along_y), .loss = {}, .understood = {}};
    const ArrayInfo* losses = find_losses(file);
    if (losses != nullptr && losses->size() == data.x.size()) {
        auto loss = read(*losses);
        if (!loss) return std::unexpected(loss.error());
        data.loss = *std::move(loss);
    }
    return finished(std::move(data));
}

Result<TrajectoryData> from_table(const ArrayFile& file, std::size_t columns) {
    const auto table = file.read(0);
    if (!table) return std::unexpected(table.error());
    TrajectoryData data;
    for (std::size_t i = 0; i + columns <= table->size(); i += columns) {
        data.x.push_back((*table)[i]);
        data.y.push_back((*table)[i + 1]);
        if (columns == 3) data.loss.push_back((*table)[i + 2]);
    }
    return finished(std::move(data));
}

}  // namespace

Result<TrajectoryData> read_trajectory(const ArrayFile& file) {
    if (is_from_loss_landscape(file)) return std::unexpected("holds a grid, not a trajectory");
    const ArrayInfo* x = find_coordinates(file, 'x');
    const ArrayInfo* y = find_coordinates(file, 'y');
    if (x != nullptr && y != nullptr) return from_columns(file, *x, *y);
    const auto all = file.arrays();
    const bool table = all.size() == 1 && all[0].shape.size() == 2 && (all[0].shape[1] == 2 || all[0].shape[1] == 3);
    if (!table) return std::unexpected("has no columns x and y, as a trajectory needs");
    if (!all[0].problem.empty()) return std::unexpected(all[0].problem);
    return from_table(file, all[0].shape[1]);
}

}  // namespace thalweg

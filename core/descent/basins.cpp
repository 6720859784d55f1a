#include "core/descent/basins.h"

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "core/descent/basin_walk.h"
#include "core/descent/rest_point.h"

namespace thalweg {
namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

/// Points that are the same but for rounding are one.
constexpr double same_point = 1e-6;

double diagonal_of(const Box& box) {
    return std::hypot(box.width(), box.height());
}

/// Of a curve, whose y has no influence, the interval at y = 0.
Box without_idle_height(Box box, const Landscape& landscape) {
    if (landscape.variables() == 1) box.y0 = box.y1 = 0.0;
    return box;
}

/// The rest points that a coarse grid of starts comes to: nearly all that there are.
std::vector<RestPoint> usual_rest_points(BasinWalk& walk, const Box& box, double reach) {
    constexpr int side = 24;
    const bool curve = box.height() == 0.0;
    const int columns = curve ? side * side : side, rows = curve ? 1 : side;
    std::vector<RestPoint> found;
    std::vector<int> arrived(static_cast<std::size_t>(walk.size()));
    for (int first = 0; first < side * side; first += walk.size()) {
        walk.run(box, first, columns, rows);
        walk.arrive({}, found, arrived);
    }
    const std::vector<int> firsts = representatives(found, same_point * diagonal_of(box), reach);
    std::vector<RestPoint> different;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (std::cmp_equal(firsts[i], i)) different.push_back(found[i]);
    return different;
}

DestinationKind kind_of(StationaryClass kind) {
    switch (kind) {
        case StationaryClass::minimum:
            return DestinationKind::minimum;
        case StationaryClass::saddle:
            return DestinationKind::saddle;
        case StationaryClass::maximum:
            return DestinationKind::maximum;
        case StationaryClass::degenerate:
        case StationaryClass::none:
            break;
    }
    return DestinationKind::degenerate;
}

double median(std::vector<std::int32_t>& numbers) {
    if (numbers.empty()) return 0.0;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::ranges::nth_element(numbers, middle);
    if (numbers.size() % 2 == 1) return *middle;
    return (*std::ranges::max_element(numbers.begin(), middle) + *middle) / 2.0;
}

/// Puts what the starts came to in order: `arrived` holds indices into `points`, unfinished or diverged.
void list_destinations(BasinMap& map, const std::vector<RestPoint>& points, std::vector<int>& arrived, double diagonal,
                       double reach) {
    // Starts of neighbouring cells may come to a level floor a cell apart.
    const double cell = std::max(map.box.width() / map.columns, map.box.height() / map.rows);
    const std::vector<int> firsts = representatives(points, same_point * diagonal, std::max(reach, 2 * cell));
    std::vector<Destination> all;
    for (const RestPoint& point : points) all.push_back({kind_of(point.kind), point.x, point.y, point.value});
    const auto unfinished_row = static_cast<int>(all.size());
    all.push_back({DestinationKind::unfinished, nowhere, nowhere, nowhere});
    all.push_back({DestinationKind::diverged, nowhere, nowhere, nowhere});
    std::vector<std::vector<std::int32_t>> steps(all.size());
    for (std::size_t i = 0; i < arrived.size(); ++i) {
        int& row = arrived[i];
        row = row == BasinWalk::unfinished ? unfinished_row
              : row == BasinWalk::diverged ? unfinished_row + 1
                                           : firsts[static_cast<std::size_t>(row)];
        steps[static_cast<std::size_t>(row)].push_back(map.steps[i]);
    }
    std::vector<int> order;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (steps[i].empty()) continue;
        all[i].count = static_cast<int>(steps[i].size());
        all[i].median_steps = median(steps[i]);
        order.push_back(static_cast<int>(i));
    }
    const auto rank = [&](int i) {
        const Destination& d = all[static_cast<std::size_t>(i)];
        return std::tuple(d.kind, -d.count, d.x, d.y);
    };
    std::ranges::sort(order, {}, rank);
    std::vector<std::int32_t> place(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        map.destinations.push_back(all[static_cast<std::size_t>(order[i])]);
        place[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    }
    map.destination.resize(arrived.size());
    std::ranges::transform(arrived, map.destination.begin(),
                           [&](int row) { return place[static_cast<std::size_t>(row)]; });
}

}  // namespace

std::string_view name(DestinationKind kind) {
    switch (kind) {
        case DestinationKind::minimum:
            return "minimum";
        case DestinationKind::saddle:
            return "saddle";
        case DestinationKind::maximum:
            return "maximum";
        case DestinationKind::degenerate:
            return "degenerate";
        case DestinationKind::unfinished:
            return "unfinished";
        case DestinationKind::diverged:
            break;
    }
    return "diverged";
}

std::array<double, 2> middle_of_cell(const Box& box, int cell, int columns, int rows) {
    return {box.x0 + box.width() * (cell % columns + 0.5) / columns,
            box.y0 + box.height() * (cell / columns + 0.5) / rows};
}

BasinMap find_basins(const Landscape& landscape, const Box& box, const Optimizer& optimizer,
                     const BasinSettings& settings, std::stop_token stop, const std::function<void(double)>& progress) {
    const auto begin = std::chrono::steady_clock::now();
    BasinMap map;
    const Box measure = without_idle_height(box, landscape);
    map.box = without_idle_height(settings.window.value_or(box), landscape);
    map.columns = settings.columns;
    map.rows = landscape.variables() == 1 ? 1 : settings.rows;
    const double diagonal = diagonal_of(measure), reach = settings.reach * diagonal;

    BasinWalk first_walk(landscape, measure, optimizer, settings);
    std::vector<RestPoint> points = usual_rest_points(first_walk, measure, reach);
    const int flock = first_walk.size();
    const int starts = map.columns * map.rows, flocks = (starts + flock - 1) / flock;
    std::vector<int> arrived(static_cast<std::size_t>(starts));
    map.steps.resize(arrived.size());

    std::vector<std::vector<RestPoint>> found(static_cast<std::size_t>(flocks));
    std::atomic<int> done = 0;
    oneapi::tbb::enumerable_thread_specific<BasinWalk> walks(
        [&] { return BasinWalk(landscape, measure, optimizer, settings); });
    oneapi::tbb::parallel_for(0, flocks, [&](int i) {
        if (stop.stop_requested()) return;
        BasinWalk& walk = walks.local();
        const int first = i * flock;
        const auto count = static_cast<std::size_t>(std::min(flock, starts - first));
        const auto here = std::span(arrived).subspan(static_cast<std::size_t>(first), count);
        auto& new_ones = found[static_cast<std::size_t>(i)];
        walk.run(map.box, first, map.columns, map.rows);
        walk.arrive(points, new_ones, here);
        walk.count_steps(points, new_ones, here, std::span(map.steps).subspan(static_cast<std::size_t>(first), count));
        constexpr int now_and_then = 64;
        if (const int so_far = ++done; progress && so_far % now_and_then == 0) progress(double(so_far) / flocks);
    });
    map.cancelled = stop.stop_requested();
    if (map.cancelled) return map;

    // Each flock counted on from the known points by itself; now they are told apart.
    const auto known = static_cast<int>(points.size());
    for (int i = 0; i < flocks; ++i) {
        const auto& new_ones = found[static_cast<std::size_t>(i)];
        const int shift = static_cast<int>(points.size()) - known;
        const int first = i * flock, end = std::min(first + flock, starts);
        for (int start = first; start < end; ++start)
            if (int& row = arrived[static_cast<std::size_t>(start)]; row >= known) row += shift;
        points.insert(points.end(), new_ones.begin(), new_ones.end());
    }
    list_destinations(map, points, arrived, diagonal, reach);
    map.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return map;
}

}  // namespace thalweg

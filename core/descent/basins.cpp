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

#include "core/descent/flock.h"
#include "core/descent/rest_point.h"
#include "core/optimizer/torch_arithmetic.h"

namespace thalweg {
namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

/// Points of one flock; whole blocks of BatchEvaluator's, and with 200 steps their tracks fit into the second cache.
constexpr int flock_size = 128;
/// Longer runs have smaller flocks, so that tracks stay below some 50 MB a thread.
constexpr int longest_track = 3'000'000;
/// Coordinates beyond so many diagonals of the box have left for good.
constexpr double far_away = 1e3;

// What a start comes to, while destinations are being collected: the index of a rest point, or one of these.
constexpr int unfinished = -1, diverged = -2;

/// The middle of cell i of n between low and high.
double middle(double low, double high, int i, int n) {
    return low + (high - low) * (i + 0.5) / n;
}

/// Keeps the last step, counted from 1, after which each of the points (x, y) was still farther than √near from its
/// goal. A goal of NaN is never near.
THALWEG_FUSED void note_far(const double* __restrict x, const double* __restrict y, const double* __restrict goal_x,
                            const double* __restrict goal_y, double near, double step, double* __restrict last,
                            std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const double dx = x[i] - goal_x[i], dy = y[i] - goal_y[i];
        last[i] = dx * dx + dy * dy <= near ? last[i] : step;
    }
}

/// All that a thread needs to run one flock after another and to see where each run ends.
class Walk {
  public:
    Walk(const Landscape& landscape, const Box& box, const Optimizer& optimizer, const BasinSettings& settings)
        : box_(box),
          settings_(settings),
          diagonal_(std::hypot(box.width(), box.height())),
          reach_(settings.reach * diagonal_),
          holding_(maximizes(optimizer) ? StationaryClass::maximum : StationaryClass::minimum),
          evaluator_(landscape.evaluator()),
          flock_(landscape, optimizer, std::clamp(longest_track / std::max(1, settings.steps), 1, flock_size)),
          size_(static_cast<std::size_t>(flock_.size())),
          x_(size_),
          y_(size_),
          goal_x_(size_),
          goal_y_(size_),
          last_far_(size_),
          track_(2 * size_ * (static_cast<std::size_t>(settings.steps) + 1)) {}

    int size() const { return flock_.size(); }

    /// Runs from the cells first, first + 1, … of a grid of columns × rows; as many as fit and are there.
    void run(int first, int columns, int rows) {
        count_ = static_cast<std::size_t>(std::min(size(), columns * rows - first));
        for (std::size_t i = 0; i < size_; ++i) {
            const int cell = first + static_cast<int>(std::min(i, count_ - 1));
            x_[i] = middle(box_.x0, box_.x1, cell % columns, columns);
            y_[i] = middle(box_.y0, box_.y1, cell / columns, rows);
        }
        flock_.begin(x_, y_);
        remember(0);
        for (int step = 1; step <= settings_.steps; ++step) {
            flock_.step();
            remember(step);
        }
    }

    /// What each of the runs comes to: the index of one of `known`, or of one that is appended to `found` (counted on
    /// from the end of `known`).
    void arrive(const std::vector<RestPoint>& known, std::vector<RestPoint>& found, std::span<int> arrived) {
        for (std::size_t i = 0; i < count_; ++i) arrived[i] = destination_of(i, known, found);
    }

    /// After how many steps each came there. `arrived`: as arrive() left it.
    void count_steps(const std::vector<RestPoint>& known, const std::vector<RestPoint>& found,
                     std::span<const int> arrived, std::span<std::int32_t> steps) {
        for (std::size_t i = 0; i < count_; ++i) {
            const int goal = arrived[i];
            const RestPoint* point = goal < 0 ? nullptr : &of(goal, known, found);
            goal_x_[i] = point == nullptr ? nowhere : point->x;
            goal_y_[i] = point == nullptr ? nowhere : point->y;
        }
        std::ranges::fill(last_far_, 0.0);
        for (int step = 0; step < settings_.steps; ++step)
            note_far(at(step), at(step) + size_, goal_x_.data(), goal_y_.data(), reach_ * reach_, step + 1,
                     last_far_.data(), count_);
        std::ranges::transform(std::span(last_far_).first(count_), steps.begin(),
                               [](double step) { return static_cast<std::int32_t>(step); });
        for (std::size_t i = 0; i < count_; ++i)
            if (arrived[i] == diverged) steps[i] = first_step_out(i);
    }

  private:
    const double* at(int step) const { return track_.data() + 2 * size_ * static_cast<std::size_t>(step); }

    void remember(int step) {
        double* here = track_.data() + 2 * size_ * static_cast<std::size_t>(step);
        std::ranges::copy(flock_.x(), here);
        std::ranges::copy(flock_.y(), here + size_);
    }

    static const RestPoint& of(int index, const std::vector<RestPoint>& known, const std::vector<RestPoint>& found) {
        const auto i = static_cast<std::size_t>(index);
        return i < known.size() ? known[i] : found[i - known.size()];
    }

    bool is_out(std::size_t i, int step) const {
        const double x = at(step)[i], y = at(step)[size_ + i], far = far_away * diagonal_;
        return !(std::abs(x - box_.x0) <= far && std::abs(y - box_.y0) <= far);
    }

    int first_step_out(std::size_t i) const {
        int step = 0;
        while (step < settings_.steps && !is_out(i, step)) ++step;
        return step;
    }

    double distance(std::size_t i, int step, const RestPoint& point) const {
        return std::hypot(at(step)[i] - point.x, at(step)[size_ + i] - point.y);
    }

    int destination_of(std::size_t i, const std::vector<RestPoint>& known, std::vector<RestPoint>& found) {
        const int last = settings_.steps;
        if (is_out(i, last)) return diverged;
        int goal = nearest(at(last)[i], at(last)[size_ + i], known);
        if (goal == unfinished) {
            const auto point = rest_point_near(*evaluator_, at(last)[i], at(last)[size_ + i], reach_);
            if (!point) return unfinished;
            goal = static_cast<int>(known.size() + found.size());
            found.push_back(*point);
        }
        const RestPoint& point = of(goal, known, found);
        if (point.kind == holding_) return goal;
        // Near the end of its way, and no nearer than before: it is passing by.
        const int before = last - last / 4;
        return distance(i, last, point) <= distance(i, before, point) ? goal : unfinished;
    }

    /// The nearest of those within reach.
    int nearest(double x, double y, const std::vector<RestPoint>& points) const {
        double least = reach_ * reach_;
        int result = unfinished;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double dx = x - points[i].x, dy = y - points[i].y;
            if (dx * dx + dy * dy > least) continue;
            least = dx * dx + dy * dy;
            result = static_cast<int>(i);
        }
        return result;
    }

    Box box_;
    BasinSettings settings_;
    double diagonal_, reach_;
    StationaryClass holding_;  ///< what a run stays at once it is near
    std::unique_ptr<Evaluator> evaluator_;
    Flock flock_;
    std::size_t size_, count_ = 0;
    std::vector<double> x_, y_, goal_x_, goal_y_, last_far_;
    std::vector<double> track_;  ///< after each step all x, then all y
};

/// Points that are the same but for rounding are one.
constexpr double same_point = 1e-6;

/// The rest points that a coarse grid of starts comes to: nearly all that there are.
std::vector<RestPoint> usual_rest_points(Walk& walk, double diagonal, double reach) {
    constexpr int side = 24;
    std::vector<RestPoint> found;
    std::vector<int> arrived(static_cast<std::size_t>(walk.size()));
    for (int first = 0; first < side * side; first += walk.size()) {
        walk.run(first, side, side);
        walk.arrive({}, found, arrived);
    }
    const std::vector<int> firsts = representatives(found, same_point * diagonal, reach);
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
void list_destinations(BasinMap& map, const std::vector<RestPoint>& points, std::vector<int>& arrived, double reach) {
    const double diagonal = std::hypot(map.box.width(), map.box.height());
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
        row = row == unfinished ? unfinished_row
              : row == diverged ? unfinished_row + 1
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

BasinMap find_basins(const Landscape& landscape, const Box& box, const Optimizer& optimizer,
                     const BasinSettings& settings, std::stop_token stop, const std::function<void(double)>& progress) {
    const auto begin = std::chrono::steady_clock::now();
    BasinMap map;
    map.box = box;
    map.columns = settings.columns;
    map.rows = settings.rows;
    const double diagonal = std::hypot(box.width(), box.height()), reach = settings.reach * diagonal;

    Walk first_walk(landscape, box, optimizer, settings);
    std::vector<RestPoint> points = usual_rest_points(first_walk, diagonal, reach);
    const int flock = first_walk.size();
    const int starts = settings.columns * settings.rows, flocks = (starts + flock - 1) / flock;
    std::vector<int> arrived(static_cast<std::size_t>(starts));
    map.steps.resize(arrived.size());

    std::vector<std::vector<RestPoint>> found(static_cast<std::size_t>(flocks));
    std::atomic<int> done = 0;
    oneapi::tbb::enumerable_thread_specific<Walk> walks([&] { return Walk(landscape, box, optimizer, settings); });
    oneapi::tbb::parallel_for(0, flocks, [&](int i) {
        if (stop.stop_requested()) return;
        Walk& walk = walks.local();
        const int first = i * flock;
        const auto count = static_cast<std::size_t>(std::min(flock, starts - first));
        const auto here = std::span(arrived).subspan(static_cast<std::size_t>(first), count);
        auto& new_ones = found[static_cast<std::size_t>(i)];
        walk.run(first, settings.columns, settings.rows);
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
    list_destinations(map, points, arrived, reach);
    map.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return map;
}

}  // namespace thalweg

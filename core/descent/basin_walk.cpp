#include "core/descent/basin_walk.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

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

const RestPoint& of(int index, const std::vector<RestPoint>& known, const std::vector<RestPoint>& found) {
    const auto i = static_cast<std::size_t>(index);
    return i < known.size() ? known[i] : found[i - known.size()];
}

}  // namespace

BasinWalk::BasinWalk(const Landscape& landscape, const Box& box, const Optimizer& optimizer,
                     const BasinSettings& settings)
    : box_(box),
      settings_(settings),
      diagonal_(std::hypot(box.width(), box.height())),
      reach_(settings.reach * diagonal_),
      variables_(landscape.variables()),
      holding_(maximizes(optimizer) ? StationaryClass::maximum : StationaryClass::minimum),
      evaluator_(landscape.evaluator()),
      flock_(landscape, optimizer, std::clamp(longest_track / std::max(1, settings.steps), 1, flock_size)),
      forgets_(flock_.forgets()),
      size_(static_cast<std::size_t>(flock_.size())),
      x_(size_),
      y_(size_),
      goal_x_(size_),
      goal_y_(size_),
      last_far_(size_),
      track_(2 * size_ * (static_cast<std::size_t>(settings.steps) + 1)) {}

void BasinWalk::run(const Box& window, int first, int columns, int rows) {
    count_ = static_cast<std::size_t>(std::min(size(), columns * rows - first));
    for (std::size_t i = 0; i < size_; ++i) {
        const int cell = first + static_cast<int>(std::min(i, count_ - 1));
        const auto [x, y] = middle_of_cell(window, cell, columns, rows);
        x_[i] = x;
        y_[i] = y;
    }
    flock_.begin(x_, y_);
    remember(0);
    for (int step = 1; step <= settings_.steps; ++step) {
        flock_.step();
        remember(step);
        if (forgets_ && goes_round(step)) break;
    }
}

bool BasinWalk::goes_round(int step) const {
    // Bit by bit, so that a NaN is itself.
    return step >= 2 && std::memcmp(at(step), at(step - 2), 2 * size_ * sizeof(double)) == 0;
}

void BasinWalk::arrive(const std::vector<RestPoint>& known, std::vector<RestPoint>& found, std::span<int> arrived) {
    for (std::size_t i = 0; i < count_; ++i) arrived[i] = destination_of(i, known, found);
}

void BasinWalk::count_steps(const std::vector<RestPoint>& known, const std::vector<RestPoint>& found,
                            std::span<const int> arrived, std::span<std::int32_t> steps) {
    for (std::size_t i = 0; i < count_; ++i) {
        const int goal = arrived[i];
        const RestPoint* point = goal < 0 ? nullptr : &of(goal, known, found);
        goal_x_[i] = point == nullptr ? nowhere : point->x;
        goal_y_[i] = point == nullptr ? nowhere : point->y;
    }
    std::ranges::fill(last_far_, 0.0);
    const auto note = [&](int step) {
        note_far(at(step), at(step) + size_, goal_x_.data(), goal_y_.data(), reach_ * reach_, step + 1,
                 last_far_.data(), count_);
    };
    const int last = settings_.steps - 1, moved = std::min(last_row_, last);
    for (int step = 0; step <= moved; ++step) note(step);
    for (int step = std::max(moved + 1, last - 1); step <= last; ++step) note(step);
    std::ranges::transform(std::span(last_far_).first(count_), steps.begin(),
                           [](double step) { return static_cast<std::int32_t>(step); });
    for (std::size_t i = 0; i < count_; ++i)
        if (arrived[i] == diverged) steps[i] = first_step_out(i);
}

void BasinWalk::remember(int step) {
    last_row_ = step;
    double* here = track_.data() + 2 * size_ * static_cast<std::size_t>(step);
    std::ranges::copy(flock_.x(), here);
    // Noise may have moved a curve's y, which has no influence.
    if (variables_ == 1)
        std::fill_n(here + size_, size_, 0.0);
    else
        std::ranges::copy(flock_.y(), here + size_);
}

bool BasinWalk::is_out(std::size_t i, int step) const {
    const double x = at(step)[i], y = at(step)[size_ + i], far = far_away * diagonal_;
    return !(std::abs(x - box_.x0) <= far && std::abs(y - box_.y0) <= far);
}

int BasinWalk::first_step_out(std::size_t i) const {
    int step = 0;
    while (step < settings_.steps && !is_out(i, step)) ++step;
    return step;
}

double BasinWalk::distance(std::size_t i, int step, const RestPoint& point) const {
    return std::hypot(at(step)[i] - point.x, at(step)[size_ + i] - point.y);
}

int BasinWalk::destination_of(std::size_t i, const std::vector<RestPoint>& known, std::vector<RestPoint>& found) {
    const int last = settings_.steps;
    if (is_out(i, last)) return diverged;
    int goal = nearest(at(last)[i], at(last)[size_ + i], known);
    if (goal == unfinished) {
        const auto point = rest_point_near(*evaluator_, at(last)[i], at(last)[size_ + i], reach_, variables_);
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

int BasinWalk::nearest(double x, double y, const std::vector<RestPoint>& points) const {
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

}  // namespace thalweg

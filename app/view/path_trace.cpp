#include "app/view/path_trace.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "app/scene/ensemble.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

/// Rows nearer than this to the last one, in pixels, are passed over.
constexpr double apart = 0.1;
/// Paths of fewer pieces are drawn whole.
constexpr std::size_t many_pieces = 2000;
/// Pixels along a side of what counts as one place for a way and for a dot: a line is wider than the one, a dot as wide
/// as the other.
constexpr double cell_of_way = 2.0, cell_of_dot = 6.0;
/// A way is shown where at least this share of it leads over places where its path has not been.
constexpr double new_enough = 0.25;
constexpr double most_cells_a_side = 2048.0;

/// Places of a picture that are taken, as a lattice over the part of the plane that it shows.
class TakenPlaces {
  public:
    TakenPlaces(const PlaneView& view, double cell) : box_(view.box) {
        columns_ = std::clamp(std::ceil(view.box.width() * view.pixels_x / cell), 1.0, most_cells_a_side);
        rows_ = std::clamp(std::ceil(view.box.height() * view.pixels_y / cell), 1.0, most_cells_a_side);
        taken_.resize(static_cast<std::size_t>(columns_ * rows_));
    }

    /// Takes the places along the way; the share of them that were free. 0 for a way out of sight.
    double take_way(const Spot& from, const Spot& to) {
        const auto seen = clip_segment({from.x, from.y}, {to.x, to.y}, box_);
        if (!seen) return 0.0;
        const double column = column_of(seen->from.x), row = row_of(seen->from.y);
        const double right = column_of(seen->to.x) - column, up = row_of(seen->to.y) - row;
        const int last = static_cast<int>(std::ceil(std::max(std::abs(right), std::abs(up))));
        int free = 0;
        for (int i = 0; i <= last; ++i) {
            const double share = last > 0 ? static_cast<double>(i) / last : 0.0;
            free += take(column + share * right, row + share * up) ? 1 : 0;
        }
        return static_cast<double>(free) / (last + 1);
    }

    /// Takes one place; whether it was in sight and free.
    bool take_place(const Spot& spot) {
        return box_.contains(spot.x, spot.y) && take(column_of(spot.x), row_of(spot.y));
    }

  private:
    double column_of(double x) const { return (x - box_.x0) / box_.width() * columns_; }
    double row_of(double y) const { return (y - box_.y0) / box_.height() * rows_; }
    bool take(double column, double row) {
        const double c = std::clamp(std::floor(column), 0.0, columns_ - 1),
                     r = std::clamp(std::floor(row), 0.0, rows_ - 1);
        const auto place = static_cast<std::size_t>(r * columns_ + c);
        const bool free = !taken_[place];
        taken_[place] = true;
        return free;
    }

    Box box_;
    double columns_ = 1, rows_ = 1;
    std::vector<bool> taken_;
};

std::optional<Spot> drawable_spot(const PathTrace& trace, const HeightScale& scale, int row) {
    const Trajectory& trajectory = trace.path->trajectory;
    if (row >= trajectory.rows()) return std::nullopt;
    const auto index = static_cast<std::size_t>(row);
    const std::span<const double> position = trajectory.position(row);
    // A curve's path lies in the middle of the surface that stands for it.
    const Spot spot = {position[0], position.size() > 1 ? position[1] : 0.0,
                       trace.heights.empty() ? surface_z(scale, trace.path->height(row)) : trace.heights[index]};
    const bool finite = std::isfinite(spot.x) && std::isfinite(spot.y) && std::isfinite(spot.z);
    return finite ? std::optional(spot) : std::nullopt;
}

void keep(PathTrace& trace, int row, const Spot& spot, bool shown = true, bool dotted = true) {
    trace.spots.push_back(spot);
    trace.row_of.push_back(row);
    trace.shown.push_back(shown);
    trace.dotted.push_back(dotted);
}

/// The heights of all rows; where the landscape has none, those of the way from the last one known to the next. Before
/// the first and after the last it keeps its height.
std::vector<double> bridged_heights(const Trajectory& trajectory, const HeightScale& scale) {
    std::vector<double> heights;
    std::size_t known = 0;  // one after the last height that is known
    for (const double loss : trajectory.losses) {
        const double height = surface_z(scale, loss);
        heights.push_back(height);
        if (!std::isfinite(height)) continue;
        const std::size_t here = heights.size() - 1;
        for (std::size_t row = known; row < here; ++row) {
            const double share = static_cast<double>(row + 1 - known) / static_cast<double>(here + 1 - known);
            heights[row] = known > 0 ? std::lerp(heights[known - 1], height, share) : height;
        }
        known = heights.size();
    }
    if (known > 0) std::fill(heights.begin() + static_cast<std::ptrdiff_t>(known), heights.end(), heights[known - 1]);
    return heights;
}

/// Every row, or those that lie apart in the view.
PathTrace trace_of(const Path& path, const RecordedPath* recorded, const HeightScale& scale, const PlaneView* view) {
    PathTrace trace{
        .path = &path, .spots = {}, .row_of = {}, .shown = {}, .dotted = {}, .head = {}, .recorded = recorded};
    if (recorded != nullptr && view != nullptr) trace.heights = bridged_heights(path.trajectory, scale);
    while (const std::optional<Spot> spot = drawable_spot(trace, scale, trace.rows)) {
        const bool near = view != nullptr && trace.rows > 0 &&
                          std::abs(spot->x - trace.spots.back().x) * view->pixels_x < apart &&
                          std::abs(spot->y - trace.spots.back().y) * view->pixels_y < apart;
        if (!near) keep(trace, trace.rows, *spot);
        ++trace.rows;
    }
    return trace;
}

/// Leaves out what lies over earlier parts of the same path.
void leave_out(PathTrace& trace, const PlaneView& view) {
    TakenPlaces ways(view, cell_of_way), dots(view, cell_of_dot);
    const auto pixels = [&](const Spot& a, const Spot& b) {
        return std::hypot((a.x - b.x) * view.pixels_x, (a.y - b.y) * view.pixels_y);
    };
    const std::size_t count = trace.spots.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double free = i > 0 ? ways.take_way(trace.spots[i - 1], trace.spots[i]) : 1.0;
        const bool dot = dots.take_place(trace.spots[i]);
        if (i < many_pieces) continue;
        trace.shown[i] = free >= new_enough;
        trace.dotted[i] = dot && pixels(trace.spots[i - 1], trace.spots[i]) >= cell_of_dot;
    }
    PathTrace rest = trace;
    rest.spots.clear(), rest.row_of.clear(), rest.shown.clear(), rest.dotted.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const bool needed = trace.shown[i] || trace.dotted[i] || (i + 1 < count && trace.shown[i + 1]);
        if (needed) keep(rest, trace.row_of[i], trace.spots[i], trace.shown[i], trace.dotted[i]);
    }
    trace = std::move(rest);
}

PathHead head_at(const PathTrace& trace, const HeightScale& scale, double step) {
    const int last = trace.rows - 1;
    const double clamped = std::clamp(step, 0.0, static_cast<double>(last));
    PathHead head{.row = static_cast<int>(clamped), .share = 0.0, .spot = {}};
    head.share = clamped - head.row;
    const Spot from = spot_of(trace, scale, head.row), to = spot_of(trace, scale, std::min(head.row + 1, last));
    head.spot = head.share > 0.0 ? Spot{std::lerp(from.x, to.x, head.share), std::lerp(from.y, to.y, head.share),
                                        std::lerp(from.z, to.z, head.share)}
                                 : from;
    return head;
}

void set_heads(PathTraces& traces, const Session& session, const Scene& scene) {
    for (PathTrace& trace : traces.paths) trace.head = head_at(trace, scene.surface().scale, session.playback.step);
}

/// others: a lens shows runs of its own in the place of the session's.
PathTraces traces_of(const Scene& scene, const PlaneView* view, bool others) {
    PathTraces traces;
    std::vector<double> slopes;
    const auto add = [&](const Path& path, const RecordedPath* recorded) {
        PathTrace trace = trace_of(path, recorded, scene.surface().scale, view);
        if (trace.rows == 0) return;
        if (view != nullptr && trace.spots.size() > many_pieces) leave_out(trace, *view);
        for (int row = 0; row < trace.rows; ++row) {
            const std::span<const double> gradient = path.trajectory.gradient(row);
            slopes.push_back(std::hypot(gradient[0], gradient.size() > 1 ? gradient[1] : 0.0));
        }
        traces.paths.push_back(std::move(trace));
    };
    if (!others)
        for (const Path& path : scene.paths().paths) add(path, nullptr);
    for (const RecordedPath& recorded : scene.paths().recorded) add(recorded.path, &recorded);
    traces.slopes = SlopeLengths(std::move(slopes));
    return traces;
}

}  // namespace

int PathTrace::spots_reached() const {
    return static_cast<int>(std::ranges::upper_bound(row_of, head.row) - row_of.begin());
}

Spot spot_of(const PathTrace& trace, const HeightScale& scale, int row) {
    return *drawable_spot(trace, scale, row);
}

PathTraces trace_paths(const Session& session, const Scene& scene) {
    PathTraces traces = traces_of(scene, nullptr, shows_other_runs(session.study.lens));
    set_heads(traces, session, scene);
    return traces;
}

PathTraces trace_paths(const Session& session, const Scene& scene, const PlaneView& view) {
    PathTraces traces = traces_of(scene, &view, shows_other_runs(session.study.lens));
    set_heads(traces, session, scene);
    return traces;
}

const PathTraces& TracedPaths::update(const Session& session, const Scene& scene, const PlaneView& view) {
    const Inputs inputs{.paths = scene.paths().revision,
                        .surface = scene.surface().revision,
                        .view = view,
                        .others = shows_other_runs(session.study.lens)};
    if (made_from_ != inputs) traces_ = traces_of(scene, &view, inputs.others);
    made_from_ = inputs;
    set_heads(traces_, session, scene);
    return traces_;
}

}  // namespace thalweg

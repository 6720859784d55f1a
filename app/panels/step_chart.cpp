#include "app/panels/step_chart.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace thalweg {
namespace {

/// Points nearer to their line than this many pixels are left out.
constexpr float smoothness = 0.4F;
/// Of the rows in a column of so many pixels the lowest and the highest are drawn. Lines are about as wide, so that no
/// zigzag within a column is seen; and each piece of a line costs a software rasterizer more than its pixels do.
constexpr float column = 3.0F;

/// What the values of all paths span.
struct Span {
    double lowest = std::numeric_limits<double>::infinity(), highest = -lowest, smallest_positive = lowest;

    void add(double value) {
        if (!std::isfinite(value)) return;
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        if (value > 0) smallest_positive = std::min(smallest_positive, value);
    }
};

Span span_of(const PathsPart& paths, StepQuantity quantity, double shift) {
    Span span;
    for (const RecordedPath& recorded : paths.recorded) {
        const Trajectory& trajectory = recorded.path.trajectory;
        for (int row = 0; row < trajectory.rows(); ++row) span.add(value_of(trajectory, quantity, row) - shift);
        if (quantity != StepQuantity::loss) continue;
        for (const double loss : recorded.true_losses) span.add(loss - shift);
    }
    for (const Path& path : paths.paths) {
        for (int row = 0; row < path.trajectory.rows(); ++row) {
            span.add(value_of(path.trajectory, quantity, row) - shift);
        }
        if (quantity != StepQuantity::loss) continue;
        for (const double loss : path.trajectory.validation_losses) span.add(loss - shift);
    }
    return span;
}

/// What is drawn beside the loss itself.
void add_shares(StepChart& chart, const PathsPart& paths, const Area& area) {
    bool batches = false, held_out = false;
    for (std::size_t i = 0; i < paths.paths.size(); ++i) {
        const auto line = [&](const std::vector<double>& losses) {
            const auto value = [&](int row) { return losses[static_cast<std::size_t>(row)] - chart.shift; };
            return thinned(chart_line(static_cast<int>(losses.size()), value, chart.rows_of(i), chart.up, area),
                           smoothness);
        };
        const Trajectory& run = paths.paths[i].trajectory;
        chart.batches.push_back(line(run.batch_losses));
        chart.validation.push_back(line(run.validation_losses));
        batches |= !run.batch_losses.empty();
        held_out |= !run.validation_losses.empty();
    }
    if (batches) chart.title += "; batch thin";
    if (held_out) chart.title += "; held out dotted";
}

StepChart chart_of(const PathsPart& paths, StepQuantity quantity, const Area& area, bool logarithmic,
                   std::vector<double> paces) {
    const bool by_epoch = paces.size() == paths.paths.size() && !paces.empty();
    if (!by_epoch) paces.assign(paths.paths.size(), 1.0);
    double end = by_epoch ? 0 : std::max<double>(paths.longest, 1);
    for (std::size_t i = 0; i < paces.size(); ++i)
        end = std::max(end, paces[i] * std::max(paths.paths[i].trajectory.rows() - 1, 1));
    StepChart chart{.quantity = quantity,
                    .area = area,
                    .along = {0, end, false},
                    .up = {},
                    .shift = 0,
                    .title = quantity == StepQuantity::loss ? "Loss" : "‖∇f‖",
                    .lines = {},
                    .paces = std::move(paces),
                    .batches = {},
                    .validation = {}};
    if (by_epoch) chart.title += " by epoch";
    Span span = span_of(paths, quantity, 0);
    if (logarithmic && span.lowest < 0 && span.highest > span.lowest) {
        chart.shift = span.lowest;
        span = span_of(paths, quantity, chart.shift);
        chart.title += " above its lowest";
    }
    chart.up = fit_axis(span.lowest, span.highest, span.smallest_positive, logarithmic);
    Area columns = area;
    columns.width /= column;
    for (std::size_t i = 0; i < paths.paths.size(); ++i) {
        const Trajectory& run = paths.paths[i].trajectory;
        const auto value = [&](int row) { return value_of(run, quantity, row) - chart.shift; };
        std::vector<ChartPoint> line = chart_line(run.rows(), value, chart.rows_of(i), chart.up, columns);
        for (ChartPoint& point : line) point.x = area.x + column * (point.x - area.x);
        chart.lines.push_back(thinned(line, smoothness));
    }
    if (quantity == StepQuantity::loss) add_shares(chart, paths, area);
    for (const RecordedPath& recorded : paths.recorded) {
        const Trajectory& trajectory = recorded.path.trajectory;
        // Where nothing is known the line keeps the height that it had.
        const auto line = [&](const auto& value_at) {
            double last = std::nan("");
            const auto value = [&](int row) {
                const double here = value_at(row);
                if (std::isfinite(here)) last = here - chart.shift;
                return last;
            };
            auto points = chart_line(trajectory.rows(), value, chart.along, chart.up, area);
            std::erase_if(points, [](const ChartPoint& point) { return !std::isfinite(point.y); });
            return thinned(points, smoothness);
        };
        StepChart::Recorded& lines = chart.recorded.emplace_back();
        lines.color = recorded.path.color;
        lines.plane = line([&](int row) { return value_of(trajectory, quantity, row); });
        if (quantity != StepQuantity::loss || recorded.true_losses.empty()) continue;
        lines.truth = line([&](int row) { return recorded.true_losses[static_cast<std::size_t>(row)]; });
        chart.title = chart.shift != 0 ? "Loss above its lowest; true loss dotted" : "Loss; true loss dotted";
    }
    return chart;
}

}  // namespace

double value_of(const Trajectory& trajectory, StepQuantity quantity, int row) {
    if (quantity == StepQuantity::loss) return trajectory.losses[static_cast<std::size_t>(row)];
    double squares = 0;
    for (const double part : trajectory.gradient(row)) squares += part * part;
    return std::sqrt(squares);
}

const std::array<StepChart, 2>& StepCharts::update(const PathsPart& paths, const std::array<Area, 2>& areas,
                                                   bool logarithmic, std::vector<double> paces) {
    Inputs inputs{.paths = paths.revision, .areas = areas, .logarithmic = logarithmic, .paces = std::move(paces)};
    if (made_from_ == inputs) return charts_;
    made_from_ = std::move(inputs);
    charts_ = {chart_of(paths, StepQuantity::loss, areas[0], logarithmic, made_from_->paces),
               chart_of(paths, StepQuantity::gradient_norm, areas[1], logarithmic, made_from_->paces)};
    return charts_;
}

}  // namespace thalweg

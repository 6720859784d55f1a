#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/panels/area.h"
#include "app/panels/chart_axis.h"
#include "app/panels/chart_line.h"
#include "app/scene/scene.h"

namespace thalweg {

enum class StepQuantity { loss, gradient_norm };

/// The quantity at a row of a trajectory.
double value_of(const Trajectory& trajectory, StepQuantity quantity, int row);

/// A chart of one quantity against step, or against epoch, for all paths of the scene.
struct StepChart {
    StepQuantity quantity = StepQuantity::loss;
    Area area;  ///< inside the axes
    ChartAxis along, up;
    double shift = 0;  ///< taken off every value, so that a logarithm can show it
    std::string title;
    std::vector<std::vector<ChartPoint>> lines;  ///< one for each path, in pixels of the window
    std::vector<double> paces;                   ///< of each path: how far along the axis a step leads
    /// One for each path too, of the loss only: of each step's batch, and of the samples held out; empty where there
    /// are none.
    std::vector<std::vector<ChartPoint>> batches, validation;
    /// A recorded path's: what the landscape says of its places, and what was recorded there (of the loss only).
    struct Recorded {
        int color = 0;
        std::vector<ChartPoint> plane, truth;
    };
    std::vector<Recorded> recorded = {};

    /// The axis along, for the rows of one path.
    ChartAxis rows_of(std::size_t path) const { return {along.low / paces[path], along.high / paces[path], false}; }
};

/// Both charts. They look at every row of every path, so they are made anew only when the paths or the axes are others.
class StepCharts {
  public:
    /// areas: inside the axes, of the loss and of the gradient's norm. paces: of each path, how many epochs a step
    /// takes; empty: charts run over steps.
    const std::array<StepChart, 2>& update(const PathsPart& paths, const std::array<Area, 2>& areas, bool logarithmic,
                                           std::vector<double> paces = {});

  private:
    struct Inputs {
        std::uint64_t paths = 0;
        std::array<Area, 2> areas;
        bool logarithmic = true;
        std::vector<double> paces;
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    std::array<StepChart, 2> charts_;
};

}  // namespace thalweg

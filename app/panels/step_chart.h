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

/// A chart of one quantity against step, for all paths of the scene.
struct StepChart {
    StepQuantity quantity = StepQuantity::loss;
    Area area;  ///< inside the axes
    ChartAxis along, up;
    double shift = 0;  ///< taken off every value, so that a logarithm can show it
    std::string title;
    std::vector<std::vector<ChartPoint>> lines;  ///< one for each path, in pixels of the window
    /// A recorded path's: what the landscape says of its places, and what was recorded there (of the loss only).
    struct Recorded {
        int color = 0;
        std::vector<ChartPoint> plane, truth;
    };
    std::vector<Recorded> recorded = {};
};

/// Both charts. They look at every row of every path, so they are made anew only when the paths or the axes are others.
class StepCharts {
  public:
    /// areas: inside the axes, of the loss and of the gradient's norm.
    const std::array<StepChart, 2>& update(const PathsPart& paths, const std::array<Area, 2>& areas, bool logarithmic);

  private:
    struct Inputs {
        std::uint64_t paths = 0;
        std::array<Area, 2> areas;
        bool logarithmic = true;
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    std::array<StepChart, 2> charts_;
};

}  // namespace thalweg

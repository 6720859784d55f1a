#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/descent/basins.h"
#include "core/descent/flock.h"
#include "core/descent/rest_point.h"

namespace thalweg {

/// All that one thread of find_basins() needs to run one flock after another and to see where each run ends.
class BasinWalk {
  public:
    // What a start comes to: the index of a rest point, or one of these.
    static constexpr int unfinished = -1, diverged = -2;

    /// box: the measure of what is near and far.
    BasinWalk(const Landscape& landscape, const Box& box, const Optimizer& optimizer, const BasinSettings& settings);

    /// How many starts run together.
    int size() const { return flock_.size(); }

    /// Runs from the cells first, first + 1, … of a window's columns × rows; as many as fit and are there.
    void run(const Box& window, int first, int columns, int rows);

    /// What each of the runs comes to: the index of one of `known`, or of one that is appended to `found` (counted on
    /// from the end of `known`), unfinished or diverged.
    void arrive(const std::vector<RestPoint>& known, std::vector<RestPoint>& found, std::span<int> arrived);

    /// After how many steps each came there. `arrived`: as arrive() left it.
    void count_steps(const std::vector<RestPoint>& known, const std::vector<RestPoint>& found,
                     std::span<const int> arrived, std::span<std::int32_t> steps);

  private:
    /// All x after so many steps, then all y.
    const double* at(int step) const { return track_.data() + 2 * size_ * static_cast<std::size_t>(row_of(step)); }
    /// From the last row on the track goes to and fro between its last two, which are the same for points at rest.
    int row_of(int step) const { return step <= last_row_ ? step : last_row_ - (step - last_row_) % 2; }
    void remember(int step);
    bool goes_round(int step) const;
    bool is_out(std::size_t i, int step) const;
    int first_step_out(std::size_t i) const;
    double distance(std::size_t i, int step, const RestPoint& point) const;
    int destination_of(std::size_t i, const std::vector<RestPoint>& known, std::vector<RestPoint>& found);

    /// The nearest of those within reach.
    int nearest(double x, double y, const std::vector<RestPoint>& points) const;

    Box box_;
    BasinSettings settings_;
    double diagonal_, reach_;
    int variables_;            ///< on how many coordinates f depends: of a curve on x alone
    StationaryClass holding_;  ///< what a run stays at once it is near
    std::unique_ptr<Evaluator> evaluator_;
    Flock flock_;
    bool forgets_;
    std::size_t size_, count_ = 0;
    std::vector<double> x_, y_, goal_x_, goal_y_, last_far_;
    std::vector<double> track_;  ///< after each step all x, then all y
    int last_row_ = 0;           ///< of the track; later steps repeat its end
};

}  // namespace thalweg

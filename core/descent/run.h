#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"
#include "core/optimizer/optimizer.h"

namespace thalweg {

/// Why a run ended.
enum class StopReason {
    out_of_steps,        ///< all steps taken, still moving
    converged,           ///< ‖∇f‖ and the step below their bounds and the Hessian definite the right way
    stalled_saddle,      ///< gradient and step that small, but at a saddle,
    stalled_maximum,     ///< a maximum (or a minimum, when maximizing),
    stalled_plateau,     ///< where the Hessian vanishes too,
    stalled_degenerate,  ///< where one eigenvalue vanishes,
    stalled_kink,        ///< or where f is not differentiable
    diverged,            ///< the next value left the number range
    undefined,           ///< f is not defined at the start, or the path walked to where it is not
    validation,          ///< the loss of the samples held out has not fallen for so many epochs as `patience` allows
};

/// One sentence for people: "converged to a minimum after 87 steps".
/// maximizing: what the run sought was a maximum.
std::string sentence(StopReason reason, int steps, bool maximizing = false);

/// The reason's name in files and machine-readable output: "converged", "stalled_saddle".
std::string_view name(StopReason reason);

struct RunSettings {
    int steps = 200;               ///< at most so many; a negative number counts as 0
    bool stop_early = true;        ///< false: take every step unless a value leaves the number range
    double gradient_bound = 1e-8;  ///< ‖∇f‖ <= this …
    double step_bound = 1e-10;     ///< … and ‖Δx‖ <= this · max(1, ‖x‖): converged or stalled
    int patience = 0;  ///< epochs without a new least validation loss that end a run, whatever stop_early; 0: never
    bool operator==(const RunSettings&) const = default;
};

/// A run, row by row. Row k is the point after k steps; row 0 is the start.
struct Trajectory {
    int dimensions = 2;
    std::vector<double> positions;          ///< rows × n
    std::vector<double> losses;             ///< rows
    std::vector<double> gradients;          ///< rows × n, the true gradient at the row's point
    std::vector<double> batch_losses;       ///< rows: there, the loss of the batch that the step leaving this row sees;
                                            ///< empty where every step sees the whole
    std::vector<double> validation_losses;  ///< rows: of the samples held out; empty where there are none
    std::vector<double> learning_rates;     ///< rows: the rate of the step that leaves this row
    std::vector<double> next_position;  ///< n: where one step more would lead from the last row, be it finite or not;
                                        ///< empty after an undefined start
    StopReason reason = StopReason::out_of_steps;
    std::optional<int> left_domain;  ///< first row outside the domain, if any: a note, never a stop

    int rows() const { return static_cast<int>(losses.size()); }
    std::span<const double> position(int row) const;
    std::span<const double> gradient(int row) const;

    /// The step that leaves this row (n), as the live arrows show it: to the next row, or from the last one on.
    std::vector<double> coming_step(int row) const;

    bool operator==(const Trajectory&) const = default;
};

/// What is run, and from where.
struct RunRequest {
    std::vector<double> start;
    Optimizer optimizer;
    bool whole = false;  ///< every step sees the whole, whatever the landscape's batches
    bool operator==(const RunRequest&) const = default;
};

/// Runs the optimizer from start (n coordinates, as many as the landscape has, or std::invalid_argument). Rows hold
/// finite values only, except that an undefined start is kept as the one row. The same inputs give the same bits,
/// always. `domain`, if given, only serves the note.
///
/// The reason with stop_early is the first that applies, otherwise what applies at the last row. Whether a point at
/// rest is a minimum is the Hessian's eigenvalues' to say, with the tolerance of classify_stationary(); a Hessian whose
/// eigenvalues are all within gradient_bound counts as vanished (within a unit's distance the gradient then stays near
/// its bound). A NaN counts as overflow, not as undefined, when the last finite numbers were already beyond 1e15.
Trajectory run(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
               const RunSettings& settings, const Box* domain = nullptr);
Trajectory run(const Landscape& landscape, const RunRequest& request, const RunSettings& settings,
               const Box* domain = nullptr);

/// All runs, spread over the cores; results in the order of requests, the same bits as one by one.
std::vector<Trajectory> run_all(const Landscape& landscape, std::span<const RunRequest> requests,
                                const RunSettings& settings, const Box* domain = nullptr);

}  // namespace thalweg

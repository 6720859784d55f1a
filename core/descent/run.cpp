#include "core/descent/run.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/calculus/classification.h"
#include "core/descent/landscape_objective.h"

namespace thalweg {
namespace {

/// Numbers beyond this on the way to a NaN say that it came from overflow (∞ − ∞), not from leaving where f is defined.
constexpr double on_the_way_out = 1e15;

double largest(const VectorXd& v) {
    return v.cwiseAbs().maxCoeff();
}

bool outside(const Box& domain, const VectorXd& x) {
    const double y = x.size() > 1 ? x[1] : domain.y0;
    return !domain.contains(x[0], y);
}

/// One run in the making.
class Runner {
  public:
    Runner(const Landscape& landscape, const RunRequest& request, const RunSettings& settings, const Box* domain)
        : settings_(settings),
          domain_(domain),
          maximizing_(maximizes(request.optimizer)),
          objective_(landscape, request.whole),
          variables_(landscape.variables()),
          stepper_(request.optimizer, landscape.dimensions()),
          x_(Eigen::Map<const VectorXd>(request.start.data(), static_cast<Eigen::Index>(request.start.size()))),
          previous_(x_),
          gradient_(x_.size()),
          batch_gradient_(x_.size()) {
        trajectory_.dimensions = landscape.dimensions();
    }

    Trajectory run() {
        const int steps = std::max(0, settings_.steps);
        reserve(steps);
        f_ = objective_.gradient(x_, gradient_);
        record();
        if (!std::isfinite(f_) || !gradient_.allFinite()) {
            trajectory_.reason = StopReason::undefined;
            return std::move(trajectory_);
        }
        for (int step = 0; step < steps; ++step) {
            if (!advance()) {
                trajectory_.next_position.assign(x_.begin(), x_.end());
                return std::move(trajectory_);
            }
            record();
            if (settings_.stop_early && at_rest()) break;
            if (out_of_patience()) return stop_at(StopReason::validation);
        }
        return stop_at(trajectory_.rows() > 1 && at_rest() ? reason_at_rest() : StopReason::out_of_steps);
    }

  private:
    /// The run as it is, with where one step more would lead.
    Trajectory stop_at(StopReason reason) {
        trajectory_.reason = reason;
        take_step();
        trajectory_.next_position.assign(x_.begin(), x_.end());
        return std::move(trajectory_);
    }

    void reserve(int steps) {
        // Most runs are at most this long; longer ones grow.
        const auto rows = static_cast<std::size_t>(std::min(steps, 200'000)) + 1;
        const auto entries = rows * static_cast<std::size_t>(x_.size());
        trajectory_.positions.reserve(entries);
        trajectory_.gradients.reserve(entries);
        trajectory_.losses.reserve(rows);
        trajectory_.learning_rates.reserve(rows);
        if (objective_.has_batches()) trajectory_.batch_losses.reserve(rows);
        if (objective_.training() != nullptr && objective_.training()->validates())
            trajectory_.validation_losses.reserve(rows);
    }

    void take_step() { stepper_.step(x_, objective_.of_step(stepper_.steps())); }

    /// One step and what f is there. False, with the reason noted, when a number is not finite.
    bool advance() {
        const double f_before = f_;
        const double gradient_before = largest(gradient_);
        previous_ = x_;
        take_step();
        if (!x_.allFinite()) {
            trajectory_.reason = StopReason::diverged;
            return false;
        }
        f_ = objective_.gradient(x_, gradient_);
        if (std::isfinite(f_) && gradient_.allFinite()) return true;

        const bool overflow = std::isinf(f_) || (std::isfinite(f_) && !gradient_.hasNaN()) ||
                              std::max({std::abs(f_before), gradient_before, largest(x_)}) > on_the_way_out;
        trajectory_.reason = overflow ? StopReason::diverged : StopReason::undefined;
        return false;
    }

    void record() {
        if (domain_ != nullptr && !trajectory_.left_domain && outside(*domain_, x_)) {
            trajectory_.left_domain = trajectory_.rows();
        }
        for (const double x : x_) trajectory_.positions.push_back(x);
        for (const double g : gradient_) trajectory_.gradients.push_back(g);
        trajectory_.losses.push_back(f_);
        trajectory_.learning_rates.push_back(stepper_.learning_rate());
        record_samples();
    }

    /// What a landscape over samples has to tell besides.
    void record_samples() {
        if (objective_.has_batches()) {
            // The gradient, because the step that follows asks for it at the same place.
            trajectory_.batch_losses.push_back(objective_.of_step(stepper_.steps()).gradient(x_, batch_gradient_));
        }
        if (Training* const training = objective_.training(); training != nullptr && training->validates()) {
            const std::span<const double> x(x_.data(), static_cast<std::size_t>(x_.size()));
            trajectory_.validation_losses.push_back(training->validation_loss(x));
        }
    }

    /// Prechelt, 1998, "Early stopping – but when?": asked at the end of every epoch.
    bool out_of_patience() {
        if (settings_.patience <= 0 || trajectory_.validation_losses.empty()) return false;
        const int epoch = objective_.has_batches() ? objective_.training()->steps_per_epoch() : 1;
        if ((trajectory_.rows() - 1) % epoch != 0) return false;
        const double loss = trajectory_.validation_losses.back();
        epochs_waited_ = loss < least_validation_loss_ ? 0 : epochs_waited_ + 1;
        least_validation_loss_ = std::min(least_validation_loss_, loss);
        return epochs_waited_ >= settings_.patience;
    }

    bool at_rest() const {
        // Squares, because this is asked after every step and a root takes as long as an evaluation of a simple
        // formula.
        if (!(gradient_.squaredNorm() <= settings_.gradient_bound * settings_.gradient_bound)) return false;
        return (x_ - previous_).norm() <= settings_.step_bound * std::max(1.0, x_.norm());
    }

    StopReason reason_at_rest() {
        if (!objective_.differentiable(x_)) return StopReason::stalled_kink;
        MatrixXd hessian(x_.size(), x_.size());
        VectorXd gradient(x_.size());
        objective_.hessian(x_, gradient, hessian);
        const VectorXd eigenvalues = eigensystem(hessian.topLeftCorner(variables_, variables_)).values;
        if (eigenvalues.hasNaN()) return StopReason::stalled_degenerate;
        if (largest(eigenvalues) <= settings_.gradient_bound) return StopReason::stalled_plateau;
        switch (classify_stationary(eigenvalues)) {
            case StationaryClass::minimum:
                return maximizing_ ? StopReason::stalled_maximum : StopReason::converged;
            case StationaryClass::maximum:
                return maximizing_ ? StopReason::converged : StopReason::stalled_maximum;
            case StationaryClass::saddle:
                return StopReason::stalled_saddle;
            case StationaryClass::degenerate:
            case StationaryClass::none:
                break;
        }
        return StopReason::stalled_degenerate;
    }

    RunSettings settings_;
    const Box* domain_;
    bool maximizing_;
    LandscapeObjective objective_;
    Eigen::Index variables_;
    Stepper stepper_;
    VectorXd x_, previous_, gradient_, batch_gradient_;
    double f_ = 0.0;
    double least_validation_loss_ = std::numeric_limits<double>::infinity();
    int epochs_waited_ = 0;
    Trajectory trajectory_;
};

std::span<const double> row_of(const std::vector<double>& table, int row, int columns) {
    return std::span(table).subspan(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns),
                                    static_cast<std::size_t>(columns));
}

}  // namespace

std::span<const double> Trajectory::position(int row) const {
    return row_of(positions, row, dimensions);
}

std::span<const double> Trajectory::gradient(int row) const {
    return row_of(gradients, row, dimensions);
}

std::vector<double> Trajectory::coming_step(int row) const {
    const std::span<const double> from = position(row);
    const std::span<const double> to = row + 1 < rows() ? position(row + 1) : std::span<const double>(next_position);
    std::vector<double> step(from.size(), 0.0);
    for (std::size_t i = 0; i < to.size(); ++i) step[i] = to[i] - from[i];
    return step;
}

Trajectory run(const Landscape& landscape, const RunRequest& request, const RunSettings& settings, const Box* domain) {
    if (request.start.empty() || request.start.size() != static_cast<std::size_t>(landscape.dimensions())) {
        throw std::invalid_argument("a start has as many coordinates as its landscape");
    }
    return Runner(landscape, request, settings, domain).run();
}

Trajectory run(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
               const RunSettings& settings, const Box* domain) {
    return run(landscape, RunRequest{.start = {start.begin(), start.end()}, .optimizer = optimizer}, settings, domain);
}

std::vector<Trajectory> run_all(const Landscape& landscape, std::span<const RunRequest> requests,
                                const RunSettings& settings, const Box* domain) {
    std::vector<Trajectory> trajectories(requests.size());
    oneapi::tbb::parallel_for(std::size_t{0}, requests.size(),
                              [&](std::size_t i) { trajectories[i] = run(landscape, requests[i], settings, domain); });
    return trajectories;
}

}  // namespace thalweg

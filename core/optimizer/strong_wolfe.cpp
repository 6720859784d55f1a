#include "core/optimizer/strong_wolfe.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/optimizer/torch_arithmetic.h"

namespace thalweg {
namespace {

/// Where the cubic through both trials' values and slopes is lowest, kept within the bounds.
/// Nocedal & Wright, equation 3.59.
double cubic_minimum(const LineTrial& a, const LineTrial& b, double low, double high) {
    const double d1 = a.slope + b.slope - 3.0 * (a.value - b.value) / (a.t - b.t);
    const double square = d1 * d1 - a.slope * b.slope;
    if (!(square >= 0.0)) return (low + high) / 2.0;
    const double d2 = std::sqrt(square);
    const double t = a.t <= b.t ? b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2.0 * d2))
                                : a.t - (a.t - b.t) * ((a.slope + d2 - d1) / (a.slope - b.slope + 2.0 * d2));
    // Infinite values, as at the edge of where f is defined, leave the cubic no minimum: halve instead.
    return std::isfinite(t) ? std::min(std::max(t, low), high) : (low + high) / 2.0;
}

}  // namespace

StrongWolfe::StrongWolfe(int n) : point_(n) {
    for (LineTrial* trial : {&trial_, &bracket_[0], &bracket_[1]}) trial->gradient = VectorXd::Zero(n);
}

void StrongWolfe::evaluate(LineTrial& trial, const ConstVectorRef& x, const ConstVectorRef& d, double t,
                           Objective& objective) {
    trial.t = t;
    point_ = x;
    add_to(point_, d, t);
    const double value = objective.gradient(point_, trial.gradient);
    trial.value = std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    trial.slope = trial.gradient.dot(d);
    ++evaluations_;
}

const LineTrial& StrongWolfe::search(const ConstVectorRef& x, const ConstVectorRef& d, double t, double f,
                                     const ConstVectorRef& g, double slope, Objective& objective,
                                     const WolfeConditions& conditions) {
    evaluations_ = 0;
    const double d_norm = d.cwiseAbs().maxCoeff();
    const auto decreases_too_little = [&](const LineTrial& at) { return at.value > f + conditions.c1 * at.t * slope; };
    const auto flat_enough = [&](const LineTrial& at) { return std::abs(at.slope) <= -conditions.c2 * slope; };
    const auto set_to_start = [&](LineTrial& trial) {
        trial.t = 0.0;
        trial.value = f;
        trial.slope = slope;
        trial.gradient = g;
    };

    // Bracketing: walk on until a minimum must lie between the last two trials. bracket_[0] is the one before.
    LineTrial& previous = bracket_[0];
    set_to_start(previous);
    evaluate(trial_, x, d, t, objective);
    int trials = 0;
    for (; trials < conditions.max_trials; ++trials) {
        if (decreases_too_little(trial_) || (trials > 1 && trial_.value >= previous.value)) break;
        if (flat_enough(trial_)) return trial_;
        if (trial_.slope >= 0.0) break;
        const double next = cubic_minimum(previous, trial_, trial_.t + 0.01 * (trial_.t - previous.t), trial_.t * 10.0);
        std::swap(previous, trial_);
        evaluate(trial_, x, d, next, objective);
    }
    if (trials == conditions.max_trials) set_to_start(previous);
    std::swap(bracket_[1], trial_);

    // Zoom: shrink the bracket, keeping its lower end the best trial so far.
    const auto lower_end = [&] { return bracket_[0].value <= bracket_[1].value ? 0 : 1; };
    int low = lower_end();
    bool little_progress = false;
    for (; trials < conditions.max_trials; ++trials) {
        const double left = std::min(bracket_[0].t, bracket_[1].t), right = std::max(bracket_[0].t, bracket_[1].t);
        if ((right - left) * d_norm < conditions.tolerance_change) break;

        double next = cubic_minimum(bracket_[0], bracket_[1], left, right);
        const double margin = 0.1 * (right - left);
        if (std::min(right - next, next - left) < margin) {
            if (little_progress || next >= right || next <= left) {
                next = std::abs(next - right) < std::abs(next - left) ? right - margin : left + margin;
                little_progress = false;
            } else {
                little_progress = true;
            }
        } else {
            little_progress = false;
        }

        evaluate(trial_, x, d, next, objective);
        LineTrial &best = bracket_[low], &other = bracket_[1 - low];
        if (decreases_too_little(trial_) || trial_.value >= best.value) {
            std::swap(other, trial_);
            low = lower_end();
            continue;
        }
        const bool done = flat_enough(trial_);
        if (!done && trial_.slope * (other.t - best.t) >= 0.0) std::swap(other, best);
        std::swap(best, trial_);
        if (done) break;
    }
    return bracket_[low];
}

}  // namespace thalweg

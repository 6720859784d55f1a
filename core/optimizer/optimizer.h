#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/optimizer/clip.h"
#include "core/optimizer/methods.h"
#include "core/optimizer/noise.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/schedule.h"
#include "core/optimizer/shaped_objective.h"

namespace thalweg {

/// One optimizer as a user configures it.
struct Optimizer {
    Method method = Sgd{};                 ///< the variant over all methods, see methods.h
    std::vector<Schedule> schedules = {};  ///< each begins later than the one before it
    std::optional<Clip> clip = {};         ///< of every gradient, after the noise
    std::optional<Noise> noise = {};       ///< added to every gradient

    bool operator==(const Optimizer&) const = default;
};

/// Torch's lower-case name: "sgd", "adam", …
std::string_view name(const Optimizer& optimizer);

/// The learning rate that its schedules start from.
double base_rate(const Optimizer& optimizer);

/// Whether it climbs instead of descending.
bool maximizes(const Optimizer& optimizer);

/// Whether its method moves each coordinate by its own partial derivatives alone: from a gradient shaped beforehand,
/// many points can be stepped as one long vector.
bool elementwise(const Optimizer& optimizer);

/// What people call it, for labels: "Gradient descent", "Momentum", "Nesterov", "Adam", … (sgd is named by its keys).
std::string title(const Optimizer& optimizer);

/// Reads "adam lr=0.05 beta1=0.9", and "adam lr=0.05 | schedule step gamma=0.5 | clip norm | noise gaussian sigma=0.1".
/// The error is one sentence that names the wrong word and the keys there are.
std::expected<Optimizer, std::string> parse_optimizer(std::string_view text);

/// The text that parse_optimizer reads back as the same optimizer; keys at their defaults are left out, but for lr.
std::string to_text(const Optimizer& optimizer);

/// What is wrong with the settings, as one sentence: a number outside its limits, settings that contradict each other;
/// empty when all is well. What parse_optimizer returns is well.
std::string problem(const Optimizer& optimizer);

/// Ready-made optimizers in teaching order: gradient descent, momentum, Nesterov, Adagrad, RMSprop, Adadelta, Adam,
/// AdamW, then the rest, with torch's defaults; but momentum is 0.9, and L-BFGS takes one line search a step, so that
/// its path is seen.
std::vector<Optimizer> optimizer_presets();

/// The names that parse_optimizer knows.
std::vector<std::string_view> optimizer_names();

/// Calls visit(field, Setting) for each hyper-parameter of the method in use.
template <class Visitor>
void describe(Optimizer& optimizer, Visitor&& visit) {
    std::visit([&](auto& method) { method.describe(visit); }, optimizer.method);
}

/// An optimizer in the middle of a run: settings and running state. A copy goes on from the same place.
class Stepper {
  public:
    /// n: the number of coordinates.
    Stepper(const Optimizer& optimizer, int n);

    /// Moves x (n) by one step. Does not allocate.
    void step(VectorRef x, Objective& objective);

    /// The learning rate that the next step will use.
    double learning_rate() const;

    /// How many steps were taken so far.
    int steps() const { return steps_; }

    const RunningMethod& running() const { return running_; }

    /// The objective as the next step will see it, noise and clipping included. Both must outlive the result.
    ShapedObjective shaped(Objective& objective) const;

    const Optimizer& optimizer() const { return optimizer_; }

  private:
    /// Gives the method what the schedules say for the next step.
    void follow_schedules();

    Optimizer optimizer_;
    RunningMethod running_;
    int steps_ = 0;
};

}  // namespace thalweg

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/optimizer/optimizer.h"

namespace thalweg {

/// What a term of a step is.
enum class StepTermKind {
    gradient,   ///< the slope itself
    shaped,     ///< as the method takes it: with noise, clipped, turned round, with weight decay
    memory,     ///< a velocity, an average of gradients, the share of the last direction
    direction,  ///< what slope and memory add up to
    scaled,     ///< that, divided by what the method has learnt from the sizes of past slopes
    decay,      ///< by which the point itself shrinks
    step        ///< the way from the point to the next
};

/// A term of a step that is a vector of the plane.
struct StepTerm {
    StepTermKind kind = StepTermKind::step;
    std::string expression;  ///< as the update rule writes it: "m̂/(√(v̂) + ε)"; empty for the step
    VectorXd value = {};     ///< n
    double sign = 1.0;       ///< how it enters the step: sign·value points where it pushes

    VectorXd way() const { return sign * value; }
    /// "−m̂", "−(g + μ·b)".
    std::string label() const;
};

/// The vectors that make up the step that `stepper` is about to take from x (n), from the optimizer's own state, in the
/// order in which they are worked out; the last is the step, to the last bit what step() does.
/// after: the stepper after this step. Those that are the same as the one before them are left out.
std::vector<StepTerm> anatomy(const Stepper& stepper, const ConstVectorRef& x, Objective& objective,
                              const Stepper& after, const ConstVectorRef& next);

/// One thing that an optimizer keeps from step to step.
struct Remembered {
    std::string_view name;    ///< torch's, where torch has it: "exp_avg"
    std::string_view symbol;  ///< as in the update rule: "m"
    VectorXd value;           ///< n, or 1 for a number; empty while there is none yet
};

/// All that the optimizer remembers now.
std::vector<Remembered> remembered(const Stepper& stepper);

}  // namespace thalweg

#pragma once

#include <expected>
#include <string_view>

#include "core/optimizer/optimizer.h"

namespace thalweg {

/// A step as a linear map of the slope, with everything held still that the method has learnt from the sizes of past
/// slopes. On a parabola with Hessian H, measured from its minimum:
///   g = H x,   m <- memory·m + intake·g,   x <- keep·x − D⁻¹ (direct·g + through_memory·m),   D = diag(divisor)
/// In the axes where D^-½ H D^-½ is diagonal with eigenvalue ω this is a recurrence in x and m with the characteristic
/// polynomial z² − T z + P,
///   T = keep + memory − ω (direct + through_memory·intake),   P = memory (keep − ω·direct),
/// which gives both bounds below. For plain descent they are 1/lr and 2/lr, with momentum (1 + μ)/lr and 2(1 + μ)/lr,
/// with Nesterov's 1/lr and (2 + 2μ)/((1 + 2μ) lr), for Adam, once its averages are old, half of and the whole
/// (2 + 2β₁)/((1 − β₁) lr): 38/lr.
/// Cohen et al., 2021, "Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability", appendix B;
/// Cohen et al., 2022, "Adaptive Gradient Methods at the Edge of Stability", section 2.
struct LinearStep {
    double keep = 1.0;
    double direct = 0.0, through_memory = 0.0;
    double memory = 0.0, intake = 1.0;
    double weight_decay = 0.0;  ///< what is added to H, times the identity
    VectorXd divisor = {};      ///< n

    /// ω beyond which each step lands on the other side of the minimum more than not: T < 0. Infinite where nothing
    /// moves.
    double bounces_beyond() const;
    /// ω beyond which the swings grow: a root of the polynomial is larger than 1. Infinite where nothing moves, 0 where
    /// even a level would be left.
    double diverges_beyond() const;
    /// Whether it goes round the minimum, or from side to side over several steps, as a heavy ball does: T² < 4P.
    bool swings(double omega) const;
};

/// The step that `before` is about to take, after which it is `after`; or, as a sentence, why no curvature bounds the
/// method's steps.
std::expected<LinearStep, std::string_view> linear_step(const Stepper& before, const Stepper& after);

}  // namespace thalweg

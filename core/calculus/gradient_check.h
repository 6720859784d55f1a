#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/landscape/landscape.h"

namespace thalweg {

/// The steps h to try: from smallest to largest, both included, evenly spaced on a logarithmic axis.
struct GradientCheckSettings {
    double smallest_step = 1e-16;  ///< > 0
    double largest_step = 1.0;     ///< > smallest_step
    int steps = 65;                ///< >= 2; these are four a decade
};

/// What two or three values of f say about a derivative. Errors are absolute; NaN where f is not defined.
struct DifferenceQuotient {
    double h = 0.0;
    double central = 0.0;  ///< (f(x + h d) - f(x - h d)) / 2h
    double forward = 0.0;  ///< (f(x + h d) - f(x)) / h
    double central_error = 0.0;
    double forward_error = 0.0;
};

/// The exact derivative along a line beside its approximations by differences. Drawn over h, with both axes
/// logarithmic, the errors make the well-known V: to the right the truncated Taylor series, falling by two decades for
/// each decade of h (forward: by one), to the left the rounding of f and of x ± h, growing as h shrinks.
struct GradientCheck {
    double value = 0.0;                         ///< f(x)
    double exact = 0.0;                         ///< ∇f(x)·d, from the symbolic gradient
    bool differentiable = false;                ///< false: at a kink, where differences need not approach `exact`
    std::vector<DifferenceQuotient> quotients;  ///< by rising h

    /// Index of the smallest error, of equal ones that with the largest h; nothing where no error is a number.
    std::optional<std::size_t> best_central, best_forward;

    /// f‴ along d, by a central difference of the exact dᵀ∇²f d; NaN where f is not twice differentiable around x.
    double third_derivative = 0.0;
    /// How much of f(x ± h d) rounding may change: ε (|f| + Σ |xᵢ ∂f/∂xᵢ|), for the roundings of f and of the points.
    double noise = 0.0;

    /// What theory expects of central differences: h²|f‴|/6 and noise/h.
    double truncation_error(double h) const;
    double rounding_error(double h) const;
    /// Where the sum of both is least, ∛(3 noise / |f‴|): about 1e-5, where everything is about 1. Infinite where f‴ is
    /// 0 (as of parabolas), NaN where f‴ is.
    double predicted_best_step() const;

    /// The error of a quotient as a share of the exact derivative; NaN where that is 0.
    double relative(double error) const;
};

/// Checks the derivative of f at x (n) along `direction` (n, any length but 0; it is scaled to length 1), such as
/// {1, 0} for ∂f/∂x. Where f is not defined at x, or a direction has no length or an endless one, every result is NaN.
/// Press, Teukolsky, Vetterling & Flannery, 2007, "Numerical Recipes", 3rd ed., section 5.7; Nocedal & Wright, 2006,
/// "Numerical Optimization", 2nd ed., section 8.1.
GradientCheck check_gradient(Evaluator& f, std::span<const double> x, std::span<const double> direction,
                             const GradientCheckSettings& settings = {});

/// "Exact derivative 0.5403023059; the best central difference, h = 5.623e-06, is wrong by 1.1e-12."
std::string sentence(const GradientCheck& check);

}  // namespace thalweg

#pragma once

#include <memory>
#include <span>

namespace thalweg {

/// One thread's private calculator of a landscape. Not thread-safe; never allocates after construction.
/// Where the landscape is undefined every result is NaN; infinities are results like any other.
class Evaluator {
  public:
    virtual ~Evaluator() = default;

    /// f at x (n coordinates).
    virtual double value(std::span<const double> x) = 0;

    /// f at x; writes the gradient (n).
    virtual double gradient(std::span<const double> x, std::span<double> gradient) = 0;

    /// f at x; writes the gradient (n) and the Hessian (n×n, by rows, symmetric).
    virtual double hessian(std::span<const double> x, std::span<double> gradient, std::span<double> hessian) = 0;

    /// False at kinks and jumps, as |x| at 0; there the gradient is torch's choice of subgradient.
    virtual bool differentiable(std::span<const double> x) = 0;
};

/// One thread's private calculator of many points of the plane at once, fast (vectorized; last digits may differ from
/// an Evaluator's). Never allocates after construction.
class BatchEvaluator {
  public:
    virtual ~BatchEvaluator() = default;

    /// f and its gradient at each (x[i], y[i]); NaN where f is undefined. All spans have the same length, but for f's,
    /// which may be empty: then the gradient alone is wanted.
    virtual void gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                           std::span<double> fx, std::span<double> fy) = 0;
};

/// Anything that can be descended: a function of n coordinates with exact derivatives. Immutable; safe to share.
class Landscape {
  public:
    virtual ~Landscape() = default;

    /// n, the number of coordinates of a point: 1 for a curve, 2 for a surface.
    virtual int dimensions() const = 0;

    /// On how many of them, counted from the first, f depends. Fewer than dimensions(): a curve that is looked at as a
    /// surface, level along y, which makes none of its points degenerate.
    virtual int variables() const { return dimensions(); }

    virtual std::unique_ptr<Evaluator> evaluator() const = 0;

    /// Of a landscape over the plane: needs dimensions() == 2. Without one of its own, one that asks evaluator().
    virtual std::unique_ptr<BatchEvaluator> batch_evaluator() const;

    /// f and its gradient at many points of the plane, fast (vectorized; last digits may differ from an Evaluator's).
    /// For pictures only. All spans have the same length. Needs dimensions() == 2.
    void gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) const;

    /// f at all nodes (x[column], y[row]) of a grid, as above but faster; f: y.size() rows of x.size() values.
    virtual void grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const = 0;

    /// f and its gradient at all nodes of a grid, as above.
    virtual void grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                                std::span<double> fx, std::span<double> fy) const = 0;
};

}  // namespace thalweg

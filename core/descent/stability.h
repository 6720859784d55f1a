#pragma once

#include <expected>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/descent/run.h"

namespace thalweg {

/// What a step does where the function is a parabola with the curvature met at a row.
enum class Stability {
    unknown,   ///< the Hessian is not finite, or the method divides by 0
    settles,   ///< it comes nearer without changing sides more than not
    bounces,   ///< it comes nearer and lands on the other side
    diverges,  ///< the swings grow
};
/// "settles", "bounces", "diverges", "unknown".
std::string_view name(Stability stability);

/// How steep the valley may be for a rate, and how steep it is, at one row of a run.
struct StabilityRow {
    double learning_rate = 0.0;
    double sharpness = 0.0;  ///< λmax of ∇²f there; when maximizing of −∇²f
    double effective = 0.0;  ///< ω: λmax of D^-½ (∇²f + weight decay) D^-½, with the divisor D of LinearStep: what the
                             ///< method itself feels; for plain descent the same as the sharpness
    double bounces_beyond = 0.0, diverges_beyond = 0.0;  ///< ω's bounds, see LinearStep
    bool swings = false;   ///< memory carries it past the minimum and back, see LinearStep
    bool clipped = false;  ///< the gradient was longer than the clipping lets pass
    Stability verdict = Stability::unknown;
};

/// How stable the steps of a run are, row by row. Longer and longer beginnings of one run cost only what is new.
///
/// Everything that a method has learnt from the sizes of slopes is held still, as is a clipping that is at work (it
/// counts as a divisor). Exact on parabolas with methods that learn nothing; elsewhere a look at the next steps.
class StabilityWalk {
  public:
    StabilityWalk(const Landscape& landscape, RunRequest request);
    ~StabilityWalk();

    /// Takes it on to so many rows; no curvature is looked at where the method has no bound.
    void extend(int rows);

    std::span<const StabilityRow> rows() const { return rows_; }

    /// Why no curvature bounds this method's steps, as a sentence; empty when one does.
    std::string_view unbounded() const { return unbounded_; }

  private:
    struct Walker;
    std::unique_ptr<Walker> walker_;
    std::vector<StabilityRow> rows_;
    std::string_view unbounded_;
};

}  // namespace thalweg

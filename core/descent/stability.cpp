#include "core/descent/stability.h"

#include <cmath>
#include <limits>
#include <utility>

#include "core/calculus/classification.h"
#include "core/descent/landscape_objective.h"
#include "core/optimizer/linear_step.h"

namespace thalweg {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Stability judge(const StabilityRow& row) {
    if (!std::isfinite(row.effective) || std::isnan(row.diverges_beyond)) return Stability::unknown;
    // Where nothing curves upwards there is no other side.
    if (row.effective <= 0.0) return Stability::settles;
    if (row.effective > row.diverges_beyond) return Stability::diverges;
    return row.effective > row.bounces_beyond ? Stability::bounces : Stability::settles;
}

double largest_eigenvalue(const MatrixXd& symmetric) {
    return symmetric.allFinite() ? eigensystem(symmetric).values.tail(1)[0] : nan;
}

/// The share of each entry that the clipping lets pass.
VectorXd passed(const VectorXd& whole, const VectorXd& clipped) {
    return (whole.array() == clipped.array()).select(1.0, clipped.array() / whole.array());
}

}  // namespace

std::string_view name(Stability stability) {
    switch (stability) {
        case Stability::settles:
            return "settles";
        case Stability::bounces:
            return "bounces";
        case Stability::diverges:
            return "diverges";
        case Stability::unknown:
            break;
    }
    return "unknown";
}

/// The run itself, step by step.
struct StabilityWalk::Walker {
    LandscapeObjective objective;
    VectorXd x;
    Stepper before, after;
    double direction;  ///< of the function that descends: −1 when maximizing

    Walker(const Landscape& landscape, const RunRequest& request)
        : objective(landscape, request.whole),
          x(Eigen::Map<const VectorXd>(request.start.data(), static_cast<Eigen::Index>(request.start.size()))),
          before(request.optimizer, landscape.dimensions()),
          after(before),
          direction(maximizes(request.optimizer) ? -1.0 : 1.0) {}

    /// How the coming step stands, then takes it.
    std::expected<StabilityRow, std::string_view> advance() {
        const VectorXd here = x;
        after.step(x, objective.of_step(before.steps()));
        auto step = linear_step(before, after);
        if (!step) return std::unexpected(step.error());

        VectorXd gradient(here.size());
        MatrixXd hessian(here.size(), here.size());
        objective.hessian(here, gradient, hessian);
        hessian *= direction;
        StabilityRow row{.learning_rate = before.learning_rate(), .sharpness = largest_eigenvalue(hessian)};
        const VectorXd share = clipping(gradient);
        row.clipped = (share.array() < 1.0).any();
        hessian.diagonal().array() += step->weight_decay;
        const VectorXd scale = (share.array() / step->divisor.array()).sqrt();
        row.effective = largest_eigenvalue(scale.asDiagonal() * hessian * scale.asDiagonal());
        row.bounces_beyond = step->bounces_beyond();
        row.diverges_beyond = step->diverges_beyond();
        row.swings = step->swings(row.effective);
        row.verdict = judge(row);
        before = after;
        return row;
    }

    VectorXd clipping(VectorXd gradient) const {
        const Optimizer& optimizer = before.optimizer();
        if (!optimizer.clip) return VectorXd::Ones(gradient.size());
        if (optimizer.noise) {
            std::visit([&](const auto& noise) { noise.apply(gradient, before.steps()); }, *optimizer.noise);
        }
        VectorXd clipped = gradient;
        std::visit([&](const auto& clip) { clip.apply(clipped); }, *optimizer.clip);
        return passed(gradient, clipped);
    }
};

StabilityWalk::StabilityWalk(const Landscape& landscape, RunRequest request)
    : walker_(std::make_unique<Walker>(landscape, std::move(request))) {}

StabilityWalk::~StabilityWalk() = default;

void StabilityWalk::extend(int rows) {
    while (unbounded_.empty() && static_cast<int>(rows_.size()) < rows) {
        const auto row = walker_->advance();
        if (row) {
            rows_.push_back(*row);
        } else {
            unbounded_ = row.error();
        }
    }
}

}  // namespace thalweg

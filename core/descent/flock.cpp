#include "core/descent/flock.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "core/descent/landscape_objective.h"

namespace thalweg {
namespace {

std::span<double> first_half(VectorRef v) {
    return {v.data(), static_cast<std::size_t>(v.size()) / 2};
}

std::span<double> second_half(VectorRef v) {
    return {v.data() + v.size() / 2, static_cast<std::size_t>(v.size()) / 2};
}

/// The gradients at n points as one vector of 2n: first all ∂f/∂x, then all ∂f/∂y.
class FlockObjective final : public Objective {
  public:
    FlockObjective(const Landscape& landscape, const Optimizer& optimizer)
        : evaluator_(landscape.batch_evaluator()), noise_(optimizer.noise), clip_(optimizer.clip) {}

    void begin() { step_ = 0; }

    /// An elementwise method asks for the gradient alone, once a step.
    double value(const ConstVectorRef&) override { return std::numeric_limits<double>::quiet_NaN(); }
    double hessian(const ConstVectorRef& x, VectorRef, Eigen::Ref<MatrixXd>) override { return value(x); }

    double gradient(const ConstVectorRef& x, VectorRef gradient) override {
        const auto half = static_cast<std::size_t>(x.size()) / 2;
        evaluator_->gradients({x.data(), half}, {x.data() + half, half}, {}, first_half(gradient),
                              second_half(gradient));
        if (noise_) add_noise(gradient);
        if (clip_) clip_each(gradient);
        ++step_;
        return std::numeric_limits<double>::quiet_NaN();
    }

  private:
    /// Noise depends on seed, step and coordinate alone: at one step it is the same for all.
    void add_noise(VectorRef gradient) {
        one_.setZero();
        std::visit([&](const auto& noise) { noise.apply(one_, step_); }, *noise_);
        const Eigen::Index half = gradient.size() / 2;
        gradient.head(half).array() += one_[0];
        gradient.tail(half).array() += one_[1];
    }

    void clip_each(VectorRef gradient) {
        const Eigen::Index half = gradient.size() / 2;
        for (Eigen::Index i = 0; i < half; ++i) {
            one_ << gradient[i], gradient[half + i];
            std::visit([&](const auto& clip) { clip.apply(one_); }, *clip_);
            gradient[i] = one_[0];
            gradient[half + i] = one_[1];
        }
    }

    std::unique_ptr<BatchEvaluator> evaluator_;
    std::optional<Noise> noise_;
    std::optional<Clip> clip_;
    VectorXd one_ = VectorXd::Zero(2);
    int step_ = 0;
};

/// The optimizer with a gradient that the objective has already shaped.
Optimizer unshaped(Optimizer optimizer) {
    optimizer.noise.reset();
    optimizer.clip.reset();
    return optimizer;
}

/// Whether the method's steps depend on nothing but where the point stands.
bool forgetful(const Optimizer& optimizer) {
    if (!optimizer.schedules.empty() || optimizer.noise) return false;
    return std::visit(
        []<class M>(const M& method) {
            if constexpr (std::is_same_v<M, Sgd>) return method.momentum == 0.0;
            return std::is_same_v<M, Newton> || std::is_same_v<M, SaddleFreeNewton>;
        },
        optimizer.method);
}

}  // namespace

struct Flock::Work {
    Work(const Landscape& landscape, const Optimizer& wanted, int wanted_size)
        : alone(landscape),
          // Batches belong to a run's steps, which only a run by itself asks for.
          together(elementwise(wanted) && !alone.has_batches() ? std::make_unique<FlockObjective>(landscape, wanted)
                                                               : nullptr),
          size(together ? std::max(1, wanted_size) : 1),
          optimizer(together ? unshaped(wanted) : wanted),
          stepper(optimizer, 2 * size),
          points(VectorXd::Zero(2 * size)) {}

    LandscapeObjective alone;
    std::unique_ptr<FlockObjective> together;  ///< null: each walks alone
    int size;
    Optimizer optimizer;
    Stepper stepper;
    VectorXd points;  ///< all x, then all y
};

Flock::Flock(const Landscape& landscape, const Optimizer& optimizer, int wanted)
    : work_(std::make_unique<Work>(landscape, optimizer, wanted)) {}
Flock::~Flock() = default;
Flock::Flock(Flock&&) noexcept = default;
Flock& Flock::operator=(Flock&&) noexcept = default;

bool Flock::forgets() const {
    return !work_->alone.has_batches() && forgetful(work_->optimizer);
}

int Flock::size() const {
    return work_->size;
}

void Flock::begin(std::span<const double> x, std::span<const double> y) {
    std::ranges::copy(x, work_->points.begin());
    std::ranges::copy(y, work_->points.begin() + work_->size);
    work_->stepper = Stepper(work_->optimizer, 2 * work_->size);
    if (work_->together) work_->together->begin();
}

void Flock::step() {
    if (work_->together) {
        work_->stepper.step(work_->points, *work_->together);
    } else {
        work_->stepper.step(work_->points, work_->alone.of_step(work_->stepper.steps()));
    }
}

std::span<const double> Flock::x() const {
    return {work_->points.data(), static_cast<std::size_t>(work_->size)};
}

std::span<const double> Flock::y() const {
    return {work_->points.data() + work_->size, static_cast<std::size_t>(work_->size)};
}

}  // namespace thalweg

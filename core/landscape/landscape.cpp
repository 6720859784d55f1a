#include "core/landscape/landscape.h"

#include <array>
#include <utility>

namespace thalweg {
namespace {

/// Point by point.
class OneByOne final : public BatchEvaluator {
  public:
    explicit OneByOne(std::unique_ptr<Evaluator> evaluator) : evaluator_(std::move(evaluator)) {}

    void gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) override {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const std::array point{x[i], y[i]};
            std::array<double, 2> gradient{};
            const double value = evaluator_->gradient(point, gradient);
            if (!f.empty()) f[i] = value;
            fx[i] = gradient[0];
            fy[i] = gradient[1];
        }
    }

  private:
    std::unique_ptr<Evaluator> evaluator_;
};

}  // namespace

std::unique_ptr<BatchEvaluator> Landscape::batch_evaluator() const {
    return std::make_unique<OneByOne>(evaluator());
}

void Landscape::gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                          std::span<double> fx, std::span<double> fy) const {
    batch_evaluator()->gradients(x, y, f, fx, fy);
}

}  // namespace thalweg

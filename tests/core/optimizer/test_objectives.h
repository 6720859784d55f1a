#pragma once

#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

#include "core/optimizer/objective.h"

namespace thalweg::testing {

/// f = (1 − x₁)² + 100 (x₂ − x₁²)², summed over neighbouring coordinates; for one coordinate (1 − x₁)².
class Rosenbrock final : public Objective {
  public:
    double value(const ConstVectorRef& x) override {
        double f = 0.0;
        for (Eigen::Index i = 0; i + 1 < x.size(); ++i) {
            f += std::pow(1 - x[i], 2) + 100 * std::pow(x[i + 1] - x[i] * x[i], 2);
        }
        return x.size() == 1 ? std::pow(1 - x[0], 2) : f;
    }

    double gradient(const ConstVectorRef& x, VectorRef g) override {
        g.setZero();
        if (x.size() == 1) g[0] = -2 * (1 - x[0]);
        for (Eigen::Index i = 0; i + 1 < x.size(); ++i) {
            const double off = x[i + 1] - x[i] * x[i];
            g[i] += -2 * (1 - x[i]) - 400 * x[i] * off;
            g[i + 1] += 200 * off;
        }
        return value(x);
    }

    double hessian(const ConstVectorRef& x, VectorRef g, Eigen::Ref<MatrixXd> h) override {
        h.setZero();
        if (x.size() == 1) h(0, 0) = 2;
        for (Eigen::Index i = 0; i + 1 < x.size(); ++i) {
            h(i, i) += 2 - 400 * (x[i + 1] - 3 * x[i] * x[i]);
            h(i + 1, i + 1) += 200;
            h(i, i + 1) = h(i + 1, i) = -400 * x[i];
        }
        return gradient(x, g);
    }
};

/// f = ½ Σ cᵢ xᵢ², negative c for saddles.
class Quadratic final : public Objective {
  public:
    explicit Quadratic(std::vector<double> curvatures)
        : c_(Eigen::Map<VectorXd>(curvatures.data(), static_cast<Eigen::Index>(curvatures.size()))) {}

    double value(const ConstVectorRef& x) override { return 0.5 * (c_.array() * x.array().square()).sum(); }

    double gradient(const ConstVectorRef& x, VectorRef g) override {
        g = c_.cwiseProduct(x);
        return value(x);
    }

    double hessian(const ConstVectorRef& x, VectorRef g, Eigen::Ref<MatrixXd> h) override {
        h.setZero();
        h.diagonal() = c_;
        return gradient(x, g);
    }

  private:
    VectorXd c_;
};

}  // namespace thalweg::testing

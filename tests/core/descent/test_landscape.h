#pragma once

#include <atomic>
#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>

#include "core/landscape/landscape.h"

namespace thalweg::testing {

/// f and its derivatives at x, as far as the spans are not empty: gradient (n), Hessian (n×n).
using Derivatives = std::function<double(std::span<const double> x, std::span<double> g, std::span<double> h)>;

/// A landscape written by hand, so that runs are tested without formulas. Counts gradients.
class HandWritten final : public Landscape {
  public:
    HandWritten(int dimensions, Derivatives f, bool smooth = true)
        : dimensions_(dimensions), f_(std::move(f)), smooth_(smooth) {}

    int dimensions() const override { return dimensions_; }
    std::unique_ptr<thalweg::Evaluator> evaluator() const override { return std::make_unique<Evaluator>(*this); }

    std::unique_ptr<BatchEvaluator> batch_evaluator() const override {
        throw std::logic_error("runs need no pictures");
    }
    void grid_values(std::span<const double>, std::span<const double>, std::span<double>) const override {
        throw std::logic_error("runs need no pictures");
    }
    void grid_gradients(std::span<const double>, std::span<const double>, std::span<double>, std::span<double>,
                        std::span<double>) const override {
        throw std::logic_error("runs need no pictures");
    }

    int gradients_taken() const { return gradients_; }

  private:
    class Evaluator final : public thalweg::Evaluator {
      public:
        explicit Evaluator(const HandWritten& landscape) : landscape_(landscape) {}
        double value(std::span<const double> x) override { return landscape_.f_(x, {}, {}); }
        double gradient(std::span<const double> x, std::span<double> g) override {
            ++landscape_.gradients_;
            return landscape_.f_(x, g, {});
        }
        double hessian(std::span<const double> x, std::span<double> g, std::span<double> h) override {
            return landscape_.f_(x, g, h);
        }
        bool differentiable(std::span<const double>) override { return landscape_.smooth_; }

      private:
        const HandWritten& landscape_;
    };

    int dimensions_;
    Derivatives f_;
    bool smooth_;
    mutable std::atomic<int> gradients_ = 0;
};

/// ½(a x² + b y²).
inline HandWritten quadratic(double a, double b) {
    return {2, [a, b](std::span<const double> x, std::span<double> g, std::span<double> h) {
                if (!g.empty()) g[0] = a * x[0], g[1] = b * x[1];
                if (!h.empty()) h[0] = a, h[1] = h[2] = 0, h[3] = b;
                return 0.5 * (a * x[0] * x[0] + b * x[1] * x[1]);
            }};
}

/// A curve from f, f′ and f″.
inline HandWritten curve(std::function<double(double)> f, std::function<double(double)> f1,
                         std::function<double(double)> f2, bool smooth = true) {
    return {1,
            [=](std::span<const double> x, std::span<double> g, std::span<double> h) {
                if (!g.empty()) g[0] = f1(x[0]);
                if (!h.empty()) h[0] = f2(x[0]);
                return f(x[0]);
            },
            smooth};
}

}  // namespace thalweg::testing

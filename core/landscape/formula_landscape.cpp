#include "core/landscape/formula_landscape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>

#include "core/formula/block.h"
#include "core/formula/checked.h"
#include "core/formula/grid_calculator.h"
#include "core/formula/outputs.h"
#include "core/formula/scalar.h"

namespace thalweg {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Coordinates beyond the formula's variables do not change f: their derivatives are 0.
class FormulaEvaluator final : public Evaluator {
  public:
    FormulaEvaluator(const Formula& formula, std::span<const double> parameters, int coordinates)
        : formula_(formula),
          variables_(formula.variables().size()),
          coordinates_(static_cast<std::size_t>(coordinates)),
          value_(formula_.value_program(), parameters),
          gradient_(formula_.gradient_program(), parameters),
          hessian_(formula_.hessian_program(), parameters),
          checked_(formula_.value_program(), std::vector<Checked>(parameters.begin(), parameters.end())) {}

    double value(std::span<const double> x) override {
        place(value_, x);
        value_.evaluate();
        return value_.output(0);
    }

    double gradient(std::span<const double> x, std::span<double> gradient) override {
        place(gradient_, x);
        gradient_.evaluate();
        return write_gradient(gradient_, gradient);
    }

    double hessian(std::span<const double> x, std::span<double> gradient, std::span<double> hessian) override {
        place(hessian_, x);
        hessian_.evaluate();
        const double f = write_gradient(hessian_, gradient);
        std::ranges::fill(hessian, std::isnan(f) ? undefined : 0.0);
        if (std::isnan(f)) return f;
        std::size_t output = 1 + variables_;
        for (std::size_t row = 0; row < variables_; ++row) {
            for (std::size_t column = row; column < variables_; ++column) {
                const double entry = hessian_.output(output++);
                hessian[row * coordinates_ + column] = entry;
                hessian[column * coordinates_ + row] = entry;
            }
        }
        return f;
    }

    bool differentiable(std::span<const double> x) override {
        const auto variables = checked_.variables();
        for (std::size_t i = 0; i < variables_; ++i) variables[i] = {x[i], Smoothness::smooth};
        checked_.evaluate();
        return checked_.output(0).differentiable();
    }

  private:
    void place(Calculator<double>& calculator, std::span<const double> x) const {
        std::copy_n(x.begin(), variables_, calculator.variables().begin());
    }

    double write_gradient(const Calculator<double>& calculator, std::span<double> gradient) const {
        const double f = calculator.output(0);
        std::ranges::fill(gradient, std::isnan(f) ? undefined : 0.0);
        if (std::isnan(f)) return f;
        for (std::size_t i = 0; i < variables_; ++i) gradient[i] = calculator.output(1 + i);
        return f;
    }

    Formula formula_;
    std::size_t variables_;
    std::size_t coordinates_;
    Calculator<double> value_;
    Calculator<double> gradient_;
    Calculator<double> hessian_;
    Calculator<Checked> checked_;
};

std::vector<Block> blocks(std::span<const double> parameters) {
    std::vector<Block> result(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) result[i].fill(parameters[i]);
    return result;
}

/// The first values of a block.
void copy(const Block& block, std::span<double> target) {
    std::copy_n(block.values.begin(), target.size(), target.begin());
}

/// What one block of either calculator says of f and its gradient, which is undefined wherever f is.
template <class SomeCalculator>
void copy_gradient(const SomeCalculator& calculator, std::size_t variables, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) {
    const Block& value = calculator.output(0);
    if (!f.empty()) copy(value, f);
    copy(where_defined(value, calculator.output(1)), fx);
    // A formula of one variable does not change along the second coordinate.
    copy(where_defined(value, variables > 1 ? calculator.output(2) : Block{}), fy);
}

/// The gradient's part of a formula's gradient program, where f itself need not be asked whether it is defined.
std::optional<Program> gradient_alone(const Formula& formula) {
    const Program& program = formula.gradient_program();
    if (!defined_everywhere(program)) return std::nullopt;
    std::vector<std::size_t> outputs(formula.variables().size());
    std::iota(outputs.begin(), outputs.end(), std::size_t{1});
    return with_outputs(program, outputs);
}

/// Block by block.
class FormulaBatchEvaluator final : public BatchEvaluator {
  public:
    FormulaBatchEvaluator(const Formula& formula, std::span<const double> parameters)
        : formula_(formula),
          calculator_(formula_.gradient_program(), blocks(parameters)),
          gradient_program_(gradient_alone(formula_)) {
        if (gradient_program_) gradient_.emplace(*gradient_program_, blocks(parameters));
    }

    void gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) override {
        const bool alone = f.empty() && gradient_;
        Calculator<Block>& calculator = alone ? *gradient_ : calculator_;
        for (std::size_t first = 0; first < x.size(); first += Block::size) {
            const std::size_t count = std::min(Block::size, x.size() - first);
            place(calculator, {x.subspan(first, count), y.subspan(first, count)});
            calculator.evaluate();
            const auto along_x = fx.subspan(first, count), along_y = fy.subspan(first, count);
            if (alone) {
                copy(calculator.output(0), along_x);
                if (variables() > 1)
                    copy(calculator.output(1), along_y);
                else
                    std::ranges::fill(along_y, 0.0);
            } else {
                copy_gradient(calculator, variables(), f.empty() ? f : f.subspan(first, count), along_x, along_y);
            }
        }
    }

  private:
    std::size_t variables() const { return formula_.variables().size(); }

    static void place(Calculator<Block>& calculator, const std::array<std::span<const double>, 2>& coordinates) {
        const auto variables = calculator.variables();
        for (std::size_t i = 0; i < variables.size(); ++i) {
            const auto rest = std::ranges::copy(coordinates.at(i), variables[i].values.begin()).out;
            // The last block is filled up with its own last point.
            std::fill(rest, variables[i].values.end(), coordinates.at(i).back());
        }
    }

    Formula formula_;
    Calculator<Block> calculator_;
    std::optional<Program> gradient_program_;  ///< where f need not be asked
    std::optional<Calculator<Block>> gradient_;
};

[[noreturn]] void stop(const char* broken_invariant) {
    std::fputs(broken_invariant, stderr);
    std::abort();
}

}  // namespace

FormulaLandscape::FormulaLandscape(Formula formula, std::vector<double> parameters, int coordinates)
    : formula_(std::move(formula)), parameters_(std::move(parameters)), coordinates_(coordinates) {
    if (parameters_.size() != formula_.parameters().size()) {
        stop("FormulaLandscape: one value is needed for each parameter\n");
    }
    if (std::cmp_less(coordinates_, formula_.variables().size())) {
        stop("FormulaLandscape: the formula has more variables than there are coordinates\n");
    }
}

std::unique_ptr<Evaluator> FormulaLandscape::evaluator() const {
    return std::make_unique<FormulaEvaluator>(formula_, parameters_, coordinates_);
}

std::unique_ptr<BatchEvaluator> FormulaLandscape::batch_evaluator() const {
    return std::make_unique<FormulaBatchEvaluator>(formula_, parameters_);
}

void FormulaLandscape::grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const {
    GridCalculator calculator(formula_.value_program(), parameters_);
    calculator.run(x, y, [&](std::size_t row, std::size_t column, std::size_t count) {
        copy(calculator.output(0), f.subspan(row * x.size() + column, count));
    });
}

void FormulaLandscape::grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                                      std::span<double> fx, std::span<double> fy) const {
    const std::size_t variables = formula_.variables().size();
    GridCalculator calculator(formula_.gradient_program(), parameters_);
    calculator.run(x, y, [&](std::size_t row, std::size_t column, std::size_t count) {
        const std::size_t first = row * x.size() + column;
        copy_gradient(calculator, variables, f.subspan(first, count), fx.subspan(first, count),
                      fy.subspan(first, count));
    });
}

}  // namespace thalweg

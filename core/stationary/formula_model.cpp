#include "core/stationary/formula_model.h"

#include <cmath>

namespace thalweg {
namespace {

/// 2, 0.5 and -3.125 are themselves; 0.1, and whatever a slider says, stands for what was meant within one rounding.
Interval as_typed(double parameter) {
    const bool short_fraction = std::abs(parameter) < 0x1p40 && parameter * 1024.0 == std::floor(parameter * 1024.0);
    return short_fraction ? Interval(parameter) : Interval::around(parameter);
}

std::vector<Interval> enclosed(std::span<const double> parameters) {
    std::vector<Interval> intervals;
    for (const double parameter : parameters) intervals.push_back(as_typed(parameter));
    return intervals;
}

/// Evaluates a program of one or two variables.
template <class Calculator, class Number>
void run(Calculator& calculator, const Number& x, const Number& y) {
    const auto variables = calculator.variables();
    variables[0] = x;
    if (variables.size() > 1) variables[1] = y;
    calculator.evaluate();
}

}  // namespace

FormulaModel::FormulaModel(const FormulaLandscape& landscape)
    : curve_(landscape.dimensions() == 1),
      one_variable_(landscape.formula().variables().size() == 1),
      parameters_(enclosed(landscape.parameters())),
      value_(landscape.formula().value_program(), parameters_),
      gradient_(landscape.formula().gradient_program(), parameters_),
      hessian_(landscape.formula().hessian_program(), parameters_),
      point_(landscape.formula().hessian_program(), landscape.parameters()) {}

Interval FormulaModel::value(const Rectangle& r) {
    run(value_, r.x, r.y);
    return value_.output(0);
}

GradientEnclosure FormulaModel::gradient_of(const DomainCalculator& calculator, const Rectangle& r) const {
    const Interval along_y = curve_ ? r.y : Interval(0.0);
    return {calculator.output(0), calculator.output(1), one_variable_ ? along_y : calculator.output(2)};
}

GradientEnclosure FormulaModel::gradient(const Rectangle& r) {
    run(gradient_, r.x, r.y);
    return gradient_of(gradient_, r);
}

DerivativeEnclosure FormulaModel::derivatives(const Rectangle& r) {
    run(hessian_, r.x, r.y);
    const GradientEnclosure gradient = gradient_of(hessian_, r);
    if (one_variable_) return {gradient, {hessian_.output(2), 0.0, curve_ ? 1.0 : 0.0}};
    return {gradient, {hessian_.output(3), hessian_.output(4), hessian_.output(5)}};
}

LocalDerivatives FormulaModel::at(double x, double y) {
    run(point_, x, y);
    const auto& out = point_;
    if (one_variable_) {
        return {out.output(0), out.output(1), curve_ ? y : 0.0, out.output(2), 0.0, curve_ ? 1.0 : 0.0};
    }
    return {out.output(0), out.output(1), out.output(2), out.output(3), out.output(4), out.output(5)};
}

}  // namespace thalweg

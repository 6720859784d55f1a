#include "core/formula/compile.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numbers>
#include <optional>
#include <ranges>

#include "core/formula/instruction_list.h"

namespace thalweg {

namespace {

using Value = InstructionList::Value;

/// The double nearest to a number that is none: the number lies strictly between its neighbours.
Constant enclosed(double nearest) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return {nearest, std::nextafter(nearest, -infinity), std::nextafter(nearest, infinity)};
}

class Compiler {
  public:
    Compiler(const Graph& graph, std::size_t variables, std::size_t parameters)
        : graph_(graph), list_(variables, parameters) {}

    Program compile(std::span<const NodeId> outputs) {
        mark_needed(outputs);
        values_.assign(needed_.size(), 0);
        // Operands have smaller indices, so in ascending order they are there when they are wanted: no recursion.
        for (NodeId id = 0; id < needed_.size(); ++id) {
            if (needed_[id]) values_[id] = emit(id);
        }
        std::vector<Value> results;
        for (const NodeId output : outputs) results.push_back(values_[output]);
        return list_.finish(results);
    }

  private:
    /// c · u/v is calculated as (c·u)/v, without u/v on its own.
    bool joins_coefficient(const Part& term) const {
        const auto divides = [](const Part& factor) { return factor.number.negative(); };
        return graph_[term.node].kind == NodeKind::product && !term.number.one() && !term.number.is(-1) &&
               std::ranges::any_of(graph_.parts(term.node), divides);
    }

    void mark_needed(std::span<const NodeId> outputs) {
        needed_.assign(*std::ranges::max_element(outputs) + 1, false);
        for (const NodeId output : outputs) needed_[output] = true;
        for (const NodeId id : std::views::iota(NodeId{0}, static_cast<NodeId>(needed_.size())) | std::views::reverse) {
            if (!needed_[id]) continue;
            for (const Part& part : graph_.parts(id)) {
                if (graph_[id].kind == NodeKind::sum && joins_coefficient(part)) {
                    for (const Part& factor : graph_.parts(part.node)) needed_[factor.node] = true;
                } else {
                    needed_[part.node] = true;
                }
            }
        }
    }

    Value number(double exact) { return list_.constant({exact, exact, exact}); }

    Value emit(NodeId id) {
        const Node& node = graph_[id];
        switch (node.kind) {
            case NodeKind::number:
                return list_.constant(node.number.constant());
            case NodeKind::literal:
                return list_.constant(graph_.literal_value(id));
            case NodeKind::pi:
                return list_.constant(enclosed(std::numbers::pi));
            case NodeKind::e:
                return list_.constant(enclosed(std::numbers::e));
            case NodeKind::symbol:
                return list_.input(node.first);
            case NodeKind::sum:
                return emit_sum(graph_.parts(id), node.number);
            case NodeKind::product:
                return emit_product(graph_.parts(id), Rational{1});
            case NodeKind::function:
                break;
        }
        std::array<Value, 3> operands = {};
        for (std::size_t i = 0; i < node.count; ++i) operands.at(i) = values_[graph_.parts(id)[i].node];
        return list_.instruction(node.operation, operands[0], operands[1], operands[2]);
    }

    /// Starts with a positive term where there is one, so that the others are only added and subtracted.
    Value emit_sum(std::span<const Part> terms, const Rational& constant) {
        const auto rises = [](const Part& term) { return !term.number.negative(); };
        const auto first = std::ranges::find_if(terms, rises);
        const bool start_with_constant = first == terms.end() && constant.numerator > 0;
        const auto start = first == terms.end() ? terms.begin() : first;
        Value total = start_with_constant ? list_.constant(constant.constant()) : emit_term(*start);
        for (auto term = terms.begin(); term != terms.end(); ++term) {
            if (term == start && !start_with_constant) continue;
            const bool subtracts = term->number.negative();
            const Part magnitude{subtracts ? -term->number : term->number, term->node};
            total = list_.instruction(subtracts ? Operator::subtract : Operator::add, total, emit_term(magnitude));
        }
        if (constant.zero() || start_with_constant) return total;
        const Rational magnitude = constant.negative() ? -constant : constant;
        return list_.instruction(constant.negative() ? Operator::subtract : Operator::add, total,
                                 list_.constant(magnitude.constant()));
    }

    Value emit_term(const Part& term) {
        if (joins_coefficient(term)) return emit_product(graph_.parts(term.node), term.number);
        const Value value = values_[term.node];
        if (term.number.one()) return value;
        if (term.number.is(-1)) return list_.instruction(Operator::negate, value);
        const auto [multiplier, divisor] = split(term.number);
        const Value product = multiplier.one() ? value : multiply(list_.constant(multiplier.constant()), value);
        return divisor.one() ? product
                             : list_.instruction(Operator::divide, product, list_.constant(divisor.constant()));
    }

    /// A coefficient as it is best calculated with: 0.1 multiplies, 1/3 divides by 3.
    static std::pair<Rational, Rational> split(const Rational& coefficient) {
        if (coefficient.decimal || coefficient.exact()) return {coefficient, Rational{1}};
        return {Rational{coefficient.numerator}, Rational{coefficient.denominator}};
    }

    Value emit_product(std::span<const Part> factors, const Rational& coefficient) {
        const auto [multiplier, divisor] = split(coefficient);
        std::optional<Value> numerator;
        std::optional<Value> denominator;
        for (const Part& factor : factors) {
            std::optional<Value>& side = factor.number.negative() ? denominator : numerator;
            const Value value = emit_power(factor);
            side = side ? multiply(*side, value) : value;
        }
        if (!multiplier.one() || !numerator) {
            const Value scale = list_.constant(multiplier.constant());
            numerator = numerator ? multiply(scale, *numerator) : scale;
        }
        if (!divisor.one()) {
            const Value scale = list_.constant(divisor.constant());
            denominator = denominator ? multiply(scale, *denominator) : scale;
        }
        return denominator ? list_.instruction(Operator::divide, *numerator, *denominator) : *numerator;
    }

    /// base ^ |exponent|
    Value emit_power(const Part& factor) {
        const Value base = values_[factor.node];
        const Rational exponent = factor.number.negative() ? -factor.number : factor.number;
        const bool fits = exponent.numerator <= std::numeric_limits<std::int32_t>::max();
        if (exponent.integer() && fits) return emit_integer_power(base, static_cast<int>(exponent.numerator));
        if (exponent.denominator == 2 && fits) {
            const Value root = list_.instruction(Operator::sqrt, base);
            return emit_integer_power(root, static_cast<int>(exponent.numerator));
        }
        return list_.instruction(Operator::power, base, list_.constant(exponent.constant()));
    }

    Value emit_integer_power(Value base, int exponent) {
        if (exponent == 1) return base;
        if (exponent == 2) return list_.instruction(Operator::square, base);
        return list_.instruction(Operator::integer_power, base, 0, 0, exponent);
    }

    Value multiply(Value u, Value v) { return list_.instruction(Operator::multiply, u, v); }

    const Graph& graph_;
    InstructionList list_;
    std::vector<bool> needed_;
    std::vector<Value> values_;
};

}  // namespace

Program compile(const Graph& graph, std::span<const NodeId> outputs, std::size_t variables, std::size_t parameters) {
    return Compiler(graph, variables, parameters).compile(outputs);
}

}  // namespace thalweg

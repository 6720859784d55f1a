#include "core/formula/simplify.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/formula/scalar.h"

namespace thalweg {

namespace {

constexpr Constant not_a_number{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::quiet_NaN()};

/// Operators whose value at rational arguments is rational, and exact in double where the arguments are.
bool keeps_rationals(Operator operation) {
    switch (operation) {
        case Operator::abs:
        case Operator::relu:
        case Operator::sign:
        case Operator::step:
        case Operator::floor:
        case Operator::ceil:
        case Operator::min:
        case Operator::max:
        case Operator::less:
        case Operator::less_equal:
        case Operator::equal:
        case Operator::not_equal:
        case Operator::both:
        case Operator::either:
            return true;
        default:
            return false;
    }
}

/// The value of a function whose arguments are all numbers, where it is known exactly.
std::optional<Rational> fold(const Graph& graph, Operator operation, std::span<const NodeId> arguments) {
    std::array<double, 4> registers = {};
    Instruction instruction{.operation = operation, .result = 3, .operands = {0, 1, 2}};
    bool small = true;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Rational& value = graph[arguments[i]].number;
        if (!graph.is_number(arguments[i]) || !value.exact()) return std::nullopt;
        registers.at(i) = value.value();
        small = small && (value.is(0) || value.is(1) || value.is(-1));
    }
    execute(std::span<const Instruction>(&instruction, 1), registers.data());
    const double twice = 2.0 * registers[3];
    if (keeps_rationals(operation)) {
        for (NodeId argument : arguments) {
            if (graph[argument].number.value() == registers[3]) return graph[argument].number;
            if (-graph[argument].number.value() == registers[3]) return -graph[argument].number;
        }
    } else if (!small || std::fabs(twice) > 2.0) {
        // Between -1 and 1 no function of the table rounds to a multiple of a half unless it is one.
        return std::nullopt;
    }
    if (!(std::fabs(twice) < static_cast<double>(Rational::limit)) || twice != std::floor(twice)) return std::nullopt;
    return Rational::make(static_cast<std::int64_t>(twice), 2, false);
}

}  // namespace

NodeId Graph::sum(std::span<const Part> terms, const Rational& constant) {
    TermList list(*this, constant);
    for (const Part& term : terms) list.take(term.number, term.node);
    const std::vector<Part> collected = list.collected();
    for (const Part& term : collected) {
        if (term.number.zero() || (infinite_literal(*this, term.node) && std::isnan(literal_value(term.node).value))) {
            return literal(not_a_number);
        }
    }
    if (collected.empty()) return number(list.constant());
    if (collected.size() == 1 && collected[0].number.one() && list.constant().zero()) return collected[0].node;
    Node node;
    node.kind = NodeKind::sum;
    node.number = list.constant();
    return intern(node, collected);
}

NodeId Graph::product(std::span<const Part> factors, const Rational& coefficient) {
    FactorList list(*this, coefficient);
    for (const Part& factor : factors) list.take(factor.node, factor.number);
    std::vector<Part> merged = list.merged();
    if (list.coefficient().zero()) {
        const auto infinite_factor = [&](const Part& factor) { return infinite_literal(*this, factor.node); };
        return std::ranges::any_of(merged, infinite_factor) ? literal(not_a_number) : number(0);
    }
    if (merged.empty()) return number(list.coefficient());
    const NodeId id = intern_product(std::move(merged));
    if (list.coefficient().one()) return id;
    const Part multiple{list.coefficient(), id};
    return sum(std::span(&multiple, 1));
}

NodeId Graph::intern_product(std::vector<Part> factors) {
    Node node;
    node.kind = NodeKind::product;
    while (factors.size() > most_factors) {
        std::vector<Part> groups;
        for (std::size_t i = 0; i < factors.size(); i += most_factors) {
            const auto group = std::span(factors).subspan(i, std::min(most_factors, factors.size() - i));
            groups.push_back(group.size() == 1 ? group[0] : Part{Rational{1}, intern(node, group)});
        }
        factors = std::move(groups);
    }
    if (factors.size() == 1 && factors[0].number.one()) return factors[0].node;
    return intern(node, factors);
}

NodeId Graph::power(NodeId base, NodeId exponent) {
    if (is_number(exponent)) {
        const Part factor{nodes_[exponent].number, base};
        return product(std::span(&factor, 1));
    }
    if (nodes_[base].kind == NodeKind::e) return apply(Operator::exp, exponent);
    if (is_number(base) && nodes_[base].number.one()) return base;
    return function(Operator::power, std::array{base, exponent});
}

NodeId Graph::apply(Operator operation, NodeId u, NodeId v, NodeId w) {
    constexpr Rational one{1};
    constexpr Rational minus_one{-1};
    switch (operation) {
        case Operator::add:
            return sum(std::array{Part{one, u}, Part{one, v}});
        case Operator::subtract:
            return sum(std::array{Part{one, u}, Part{minus_one, v}});
        case Operator::multiply:
            return product(std::array{Part{one, u}, Part{one, v}});
        case Operator::divide:
            return product(std::array{Part{one, u}, Part{minus_one, v}});
        case Operator::negate:
            return sum(std::array{Part{minus_one, u}});
        case Operator::square:
            return product(std::array{Part{Rational{2}, u}});
        case Operator::sqrt:
            return product(std::array{Part{Rational{1, 2}, u}});
        case Operator::power:
            return power(u, v);
        case Operator::exp:
            if (is_number(u) && nodes_[u].number.one()) return e();
            break;
        case Operator::ln:
            if (nodes_[u].kind == NodeKind::e) return number(1);
            if (is_function(u, Operator::exp)) return parts(u)[0].node;
            break;
        case Operator::abs:
            if (nodes_[u].nonnegative) return u;
            break;
        case Operator::min:
        case Operator::max:
            if (u == v) return u;
            break;
        case Operator::select:
            if (is_number(u)) return nodes_[u].number.zero() ? w : v;
            if (v == w) return v;
            break;
        default:
            break;
    }
    const std::array arguments{u, v, w};
    return function(operation, std::span(arguments).first(traits(operation).arity));
}

NodeId Graph::function(Operator operation, std::span<const NodeId> arguments) {
    if (const auto value = fold(*this, operation, arguments)) return number(*value);
    const Symmetry parity = traits(operation).symmetry;
    if (parity != Symmetry::none) {
        const NodeId u = arguments[0];
        const Node& node = nodes_[u];
        const auto falls = [](const Part& term) { return term.number.negative(); };
        const bool negative =
            (node.kind == NodeKind::sum && node.number.numerator <= 0 && std::ranges::all_of(parts(u), falls)) ||
            (node.kind == NodeKind::number && node.number.negative());
        if (negative) {
            const NodeId mirrored = apply(operation, apply(Operator::negate, u));
            return parity == Symmetry::even ? mirrored : apply(Operator::negate, mirrored);
        }
    }
    // |c·u| = |c|·|u|
    if (operation == Operator::abs) {
        const Part inner = scaled(arguments[0]);
        if (!inner.number.one()) {
            const Part multiple{inner.number, apply(Operator::abs, inner.node)};
            return sum(std::span(&multiple, 1));
        }
    }
    std::array<Part, 3> parts = {};
    for (std::size_t i = 0; i < arguments.size(); ++i) parts.at(i) = {Rational{1}, arguments[i]};
    Node node;
    node.kind = NodeKind::function;
    node.operation = operation;
    return intern(node, std::span(parts).first(arguments.size()));
}

}  // namespace thalweg

// How nodes of a Graph are made in their simplest form.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/formula/graph.h"
#include "core/formula/operators.h"
#include "core/formula/scalar.h"

namespace thalweg {

namespace {

constexpr Constant infinite{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
                            std::numeric_limits<double>::infinity()};
constexpr Constant not_a_number{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::quiet_NaN()};

/// Longer products become trees of shorter ones: the derivative of n factors has n² parts.
constexpr std::size_t most_factors = 12;

bool infinite_literal(const Graph& graph, NodeId id) {
    return graph[id].kind == NodeKind::literal && !std::isfinite(graph.literal_value(id).value);
}

/// Whether base^a · base^b may be written base^(a+b) without filling a hole of the domain or adding to it.
bool may_merge(const Node& base, const Rational& a, const Rational& b, const Rational& merged) {
    const bool pole_vanishes = (a.negative() || b.negative()) && !merged.negative();
    const bool root_vanishes = !(a.integer() && b.integer()) && merged.integer();
    return (!pole_vanishes || base.positive) && (!root_vanishes || base.nonnegative);
}

/// Collects the factors of a product, taking apart those that are numbers, multiples and products themselves.
class FactorList {
  public:
    FactorList(Graph& graph, const Rational& coefficient) : graph_(graph), coefficient_(coefficient) {}

    void take(NodeId base, const Rational& exponent) {
        if (exponent.zero()) return;
        const Node& node = graph_[base];
        if (node.kind == NodeKind::number) return take_number(base, exponent);
        if (const Part inner = graph_.scaled(base); inner.node != base) {
            const auto outer = power(inner.number, exponent);
            const auto product = outer ? multiply(coefficient_, *outer) : std::nullopt;
            if (product) {
                coefficient_ = *product;
                return take(inner.node, exponent);
            }
        }
        if (node.kind == NodeKind::product && take_product(base, exponent)) return;
        if (graph_.is_function(base, Operator::exp) && !exponent.one()) {
            const Part multiple{exponent, graph_.parts(base)[0].node};
            return take(graph_.apply(Operator::exp, graph_.sum(std::span(&multiple, 1))), Rational{1});
        }
        if (graph_.is_function(base, Operator::abs) && exponent.even_integer()) {
            return take(graph_.parts(base)[0].node, exponent);
        }
        factors_.push_back({exponent, base});
    }

    /// Sorted by base, with equal bases merged where that is safe.
    std::vector<Part> merged() {
        // Negative exponents first, so that what merges does not depend on the order of writing.
        std::ranges::stable_sort(factors_, [](const Part& left, const Part& right) {
            return std::pair(left.node, left.number.value()) < std::pair(right.node, right.number.value());
        });
        std::vector<Part> result;
        for (const Part& factor : factors_) {
            if (!result.empty() && result.back().node == factor.node) {
                const auto exponent = add(result.back().number, factor.number);
                if (exponent && may_merge(graph_[factor.node], result.back().number, factor.number, *exponent)) {
                    result.back().number = *exponent;
                    if (exponent->zero()) result.pop_back();
                    continue;
                }
            }
            result.push_back(factor);
        }
        return result;
    }

    const Rational& coefficient() const { return coefficient_; }

  private:
    void take_number(NodeId base, const Rational& exponent) {
        const Rational value = graph_[base].number;
        if (value.zero() && exponent.negative()) {
            factors_.push_back({Rational{1}, graph_.literal(infinite)});
            return;
        }
        const auto folded = power(value, exponent);
        const auto product = folded ? multiply(coefficient_, *folded) : std::nullopt;
        if (product) {
            coefficient_ = *product;
        } else {
            factors_.push_back({exponent, base});
        }
    }

    /// (u^a v^b …)^n = u^(an) v^(bn) … where that is true everywhere.
    bool take_product(NodeId base, const Rational& exponent) {
        const std::size_t count = graph_[base].count;
        if (factors_.size() + count > most_factors) return false;
        const auto nonnegative = [&](const Part& factor) { return graph_[factor.node].nonnegative; };
        if (!exponent.integer() && !std::ranges::all_of(graph_.parts(base), nonnegative)) return false;
        const auto exponent_fits = [&](const Part& factor) { return multiply(factor.number, exponent).has_value(); };
        if (!std::ranges::all_of(graph_.parts(base), exponent_fits)) return false;
        for (std::size_t i = 0; i < count; ++i) {
            const Part factor = graph_.parts(base)[i];
            take(factor.node, *multiply(factor.number, exponent));
        }
        return true;
    }

    Graph& graph_;
    Rational coefficient_;
    std::vector<Part> factors_;
};

/// Collects the terms of a sum, taking apart those that are numbers, multiples and sums themselves.
class TermList {
  public:
    TermList(Graph& graph, const Rational& constant) : graph_(graph), constant_(constant) {}

    void take(const Rational& coefficient, NodeId id) {
        const Node& node = graph_[id];
        if (coefficient.zero() && !infinite_literal(graph_, id)) return;
        if (node.kind == NodeKind::number) {
            const auto product = multiply(coefficient, node.number);
            const auto total = product ? add(constant_, *product) : std::nullopt;
            if (total) {
                constant_ = *total;
                return;
            }
        }
        if (node.kind == NodeKind::sum && (coefficient.is(1) || coefficient.is(-1))) {
            take_number(coefficient, node.number);
            for (const Part& term : graph_.parts(id)) {
                terms_.push_back({coefficient.negative() ? -term.number : term.number, term.node});
            }
            return;
        }
        if (const Part inner = graph_.scaled(id); inner.node != id) {
            if (const auto product = multiply(coefficient, inner.number)) return take(*product, inner.node);
        }
        terms_.push_back({coefficient, id});
    }

    /// Sorted by node, with like terms collected.
    std::vector<Part> collected() {
        std::ranges::stable_sort(terms_, {}, &Part::node);
        std::vector<Part> result;
        for (const Part& term : terms_) {
            if (!result.empty() && result.back().node == term.node) {
                if (const auto total = add(result.back().number, term.number)) {
                    result.back().number = *total;
                    if (total->zero() && !infinite_literal(graph_, term.node)) result.pop_back();
                    continue;
                }
            }
            result.push_back(term);
        }
        return result;
    }

    const Rational& constant() const { return constant_; }

  private:
    void take_number(const Rational& sign, const Rational& value) {
        const Rational signed_value = sign.negative() ? -value : value;
        if (const auto total = add(constant_, signed_value)) {
            constant_ = *total;
        } else {
            terms_.push_back({sign, graph_.number(value)});
        }
    }

    Graph& graph_;
    Rational constant_;
    std::vector<Part> terms_;
};

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

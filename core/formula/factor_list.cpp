#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "core/formula/simplify.h"

namespace thalweg {

namespace {

constexpr Constant infinite{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
                            std::numeric_limits<double>::infinity()};

/// 0 or 1 everywhere: a condition, or if(…) of nothing but 0 and 1.
bool is_indicator(const Graph& graph, NodeId id) {
    if (graph[id].kind != NodeKind::function)
        return graph.is_number(id) && (graph.is_zero(id) || graph[id].number.one());
    switch (graph[id].operation) {
        case Operator::less:
        case Operator::less_equal:
        case Operator::equal:
        case Operator::not_equal:
        case Operator::both:
        case Operator::either:
        case Operator::step:
            return true;
        case Operator::select:
            return graph.is_number(graph.parts(id)[1].node) && is_indicator(graph, graph.parts(id)[1].node) &&
                   is_indicator(graph, graph.parts(id)[2].node);
        default:
            return false;
    }
}

}  // namespace

void FactorList::take(NodeId base, const Rational& exponent) {
    if (exponent.zero()) return;
    switch (graph_[base].kind) {
        case NodeKind::number:
            return take_number(base, exponent);
        case NodeKind::sum:
            if (take_sum(base, exponent)) return;
            break;
        case NodeKind::product:
            if (take_product(base, exponent)) return;
            break;
        case NodeKind::function:
            if (take_function(base, exponent)) return;
            break;
        default:
            break;
    }
    factors_.push_back({exponent, base});
}

/// Multiplies the coefficient by number^exponent, where that can be done exactly.
bool FactorList::scale(const Rational& number, const Rational& exponent) {
    const auto folded = power(number, exponent);
    const auto product = folded ? multiply(coefficient_, *folded) : std::nullopt;
    if (product) coefficient_ = *product;
    return product.has_value();
}

void FactorList::take_number(NodeId base, const Rational& exponent) {
    if (graph_.is_zero(base) && exponent.negative()) {
        factors_.push_back({Rational{1}, graph_.literal(infinite)});
    } else if (!scale(graph_[base].number, exponent)) {
        factors_.push_back({exponent, base});
    }
}

/// Multiples give their coefficient, and sums of nothing but negative terms their sign.
bool FactorList::take_sum(NodeId base, const Rational& exponent) {
    if (const Part inner = graph_.scaled(base); inner.node != base) {
        if (!scale(inner.number, exponent)) return false;
        take(inner.node, exponent);
        return true;
    }
    const auto falls = [](const Part& term) { return term.number.negative(); };
    const bool negative = graph_[base].number.numerator <= 0 && std::ranges::all_of(graph_.parts(base), falls);
    if (!negative || !exponent.integer()) return false;
    if (!exponent.even_integer()) coefficient_ = -coefficient_;
    factors_.push_back({exponent, graph_.apply(Operator::negate, base)});
    return true;
}

/// (u^a v^b …)^n = u^(an) v^(bn) …, unless that fills a hole of the domain, as in (√x)² = x or (1/x)⁻¹ = x.
bool FactorList::take_product(NodeId base, const Rational& exponent) {
    const std::size_t count = graph_[base].count;
    if (factors_.size() + count > most_factors) return false;
    const auto may_take = [&](const Part& factor) {
        const auto product = multiply(factor.number, exponent);
        if (!product) return false;
        const Node& node = graph_[factor.node];
        if (!exponent.integer()) return node.nonnegative;
        if (graph_.holes() == Holes::fill) return true;
        const bool pole_vanishes = factor.number.negative() && !product->negative();
        const bool root_vanishes = !factor.number.integer() && product->integer();
        return (!pole_vanishes || node.positive) && (!root_vanishes || node.nonnegative);
    };
    if (!std::ranges::all_of(graph_.parts(base), may_take)) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const Part factor = graph_.parts(base)[i];
        take(factor.node, *multiply(factor.number, exponent));
    }
    return true;
}

bool FactorList::take_function(NodeId base, const Rational& exponent) {
    const NodeId argument = graph_.parts(base)[0].node;
    const bool positive_integer = exponent.integer() && !exponent.negative();
    if (graph_.is_function(base, Operator::exp) && !exponent.one()) {
        const Part multiple{exponent, argument};
        take(graph_.apply(Operator::exp, graph_.sum(std::span(&multiple, 1))), Rational{1});
        return true;
    }
    if (graph_.is_function(base, Operator::abs) && exponent.even_integer()) {
        take(argument, exponent);
        return true;
    }
    if (positive_integer && !exponent.one() && is_indicator(graph_, base)) {
        factors_.push_back({Rational{1}, base});
        return true;
    }
    return false;
}

/// base^a · base^b = base^(a+b), unless that fills a hole of the domain or adds to it.
bool FactorList::may_merge(NodeId base, const Rational& a, const Rational& b, const Rational& merged) const {
    if (graph_.holes() == Holes::fill) return true;
    const bool pole_vanishes = (a.negative() || b.negative()) && !merged.negative();
    const bool root_vanishes = !(a.integer() && b.integer()) && merged.integer();
    return (!pole_vanishes || graph_[base].positive) && (!root_vanishes || graph_[base].nonnegative);
}

std::vector<Part> FactorList::merged() {
    // Each merge may make way for another; every one leaves fewer factors, so this ends.
    do {
        sort();
    } while (factors_.size() > 1 && (merge_equal_bases() || merge_signs() || merge_relus() || merge_powers()));
    return std::move(factors_);
}

/// Negative exponents first, so that what merges does not depend on the order of writing.
void FactorList::sort() {
    std::ranges::sort(factors_, [](const Part& left, const Part& right) {
        return std::pair(left.node, left.number.value()) < std::pair(right.node, right.number.value());
    });
}

bool FactorList::merge_equal_bases() {
    const std::vector<Part> sorted = std::exchange(factors_, {});
    bool any = false;
    std::vector<Part> result;
    for (const Part& factor : sorted) {
        if (!result.empty() && result.back().node == factor.node) {
            const auto exponent = add(result.back().number, factor.number);
            if (exponent && may_merge(factor.node, result.back().number, factor.number, *exponent)) {
                result.back().number = *exponent;
                any = true;
                continue;
            }
        }
        result.push_back(factor);
    }
    // Taken anew, since e^u · e^u is e^(2u), and u^0 is nothing.
    for (const Part& factor : result) take(factor.node, factor.number);
    return any;
}

/// u^n · sign(u) = |u|^n and |u|^n · sign(u) = u^n for odd n > 0; in derivatives sign(u)^2 = 1.
bool FactorList::merge_signs() {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        const Part sign = factors_[i];
        if (!graph_.is_function(sign.node, Operator::sign) || !sign.number.integer() || sign.number.negative())
            continue;
        const auto place = factors_.begin() + static_cast<std::ptrdiff_t>(i);
        if (!sign.number.one() && graph_.holes() == Holes::fill) {
            factors_.erase(place);
            if (!sign.number.even_integer()) factors_.push_back({Rational{1}, sign.node});
            return true;
        }
        if (!sign.number.one()) continue;
        const NodeId u = graph_.parts(sign.node)[0].node;
        for (Part& factor : factors_) {
            const bool odd = factor.number.integer() && !factor.number.even_integer() && !factor.number.negative();
            const bool is_u = factor.node == u;
            const bool is_magnitude =
                graph_.is_function(factor.node, Operator::abs) && graph_.parts(factor.node)[0].node == u;
            if (!odd || (!is_u && !is_magnitude)) continue;
            const Part replaced{factor.number, is_u ? graph_.apply(Operator::abs, u) : u};
            factor = replaced;
            factors_.erase(place);
            return true;
        }
    }
    return false;
}

/// relu(u)^n · if(u > 0, 1, 0) = relu(u)^n for n > 0
bool FactorList::merge_relus() {
    for (const Part& relu : factors_) {
        if (!graph_.is_function(relu.node, Operator::relu) || relu.number.negative()) continue;
        const NodeId zero = graph_.number(0);
        const NodeId rises = graph_.apply(Operator::less, zero, graph_.parts(relu.node)[0].node);
        const NodeId slope = graph_.apply(Operator::select, rises, graph_.number(1), zero);
        if (std::erase_if(factors_, [&](const Part& factor) { return factor.node == slope && factor.number.one(); }) >
            0) {
            return true;
        }
    }
    return false;
}

/// u^v · u^n = u^(v + n), in derivatives.
bool FactorList::merge_powers() {
    if (graph_.holes() == Holes::keep) return false;
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        const NodeId power = factors_[i].node;
        if (!graph_.is_function(power, Operator::power) || !factors_[i].number.one()) continue;
        const NodeId base = graph_.parts(power)[0].node;
        const NodeId exponent = graph_.parts(power)[1].node;
        for (std::size_t j = 0; j < factors_.size(); ++j) {
            if (factors_[j].node != base || !factors_[j].number.integer()) continue;
            const std::array terms{Part{Rational{1}, exponent}};
            const NodeId merged = graph_.apply(Operator::power, base, graph_.sum(terms, factors_[j].number));
            factors_.erase(factors_.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)));
            factors_.erase(factors_.begin() + static_cast<std::ptrdiff_t>(std::min(i, j)));
            take(merged, Rational{1});
            return true;
        }
    }
    return false;
}

}  // namespace thalweg

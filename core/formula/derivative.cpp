#include "core/formula/derivative.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <vector>

#include "core/formula/differentials.h"
#include "core/formula/factor_out.h"

namespace thalweg {

namespace {

/// Σ n_i · (u_i^(n_i - 1) · du_i · the other factors)
NodeId differentiate_product(Graph& graph, std::span<const Part> factors, const std::vector<NodeId>& derivatives) {
    std::vector<Part> terms;
    std::vector<Part> term;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Part& factor = factors[i];
        const NodeId inner = derivatives[factor.node];
        if (graph.is_zero(inner)) continue;
        const auto reduced = add(factor.number, Rational{-1});
        if (!reduced) continue;  // an exponent of 2^53 cannot be told from the one below it
        term.assign(factors.begin(), factors.end());
        term[i].number = *reduced;
        term.push_back({Rational{1}, inner});
        terms.push_back({factor.number, graph.product(term)});
    }
    return factor_out(graph, graph.sum(terms));
}

/// Σ n_i · du_i. Numbers are multiplied into the terms of du_i, so that like ones can be collected.
NodeId differentiate_sum(Graph& graph, std::span<const Part> terms, const std::vector<NodeId>& derivatives) {
    std::vector<Part> result;
    Rational constant;
    for (const Part& term : terms) {
        const NodeId inner = derivatives[term.node];
        const bool is_sum = graph[inner].kind == NodeKind::sum;
        const auto inner_constant = is_sum ? multiply(term.number, graph[inner].number) : std::nullopt;
        const auto total = inner_constant ? add(constant, *inner_constant) : std::nullopt;
        const auto fits = [&](const Part& part) { return multiply(term.number, part.number).has_value(); };
        if (!total || !std::ranges::all_of(graph.parts(inner), fits)) {
            result.push_back({term.number, inner});
            continue;
        }
        constant = *total;
        for (const Part& part : graph.parts(inner)) result.push_back({*multiply(term.number, part.number), part.node});
    }
    return turn_difference(graph, factor_out(graph, graph.sum(result, constant)));
}

NodeId differentiate_function(Graph& graph, NodeId id, std::span<const Part> arguments,
                              const std::vector<NodeId>& derivatives) {
    const auto argument = [&](std::size_t i) { return Expression{&graph, arguments[i].node}; };
    const auto differential = [&](std::size_t i) { return Expression{&graph, derivatives[arguments[i].node]}; };
    const Expression f{&graph, id};
    switch (graph[id].operation) {
#define THALWEG_UNARY(name, ...) \
    case Operator::name:         \
        return differentials::name##_differential(argument(0), differential(0), f).id;
#define THALWEG_BINARY(name, ...) \
    case Operator::name:          \
        return differentials::name##_differential(argument(0), argument(1), differential(0), differential(1), f).id;
#define THALWEG_TERNARY(name, ...)                                                                        \
    case Operator::name:                                                                                  \
        return differentials::name##_differential(argument(0), argument(1), argument(2), differential(0), \
                                                  differential(1), differential(2), f)                    \
            .id;
#define THALWEG_INTEGER_POWER(name) \
    case Operator::name:            \
        break;  // constant powers are products of one part
#include "core/formula/operators.def"
    }
    return graph.number(0);
}

}  // namespace

NodeId differentiate(Graph& graph, NodeId f, std::size_t symbol) {
    graph.set_holes(Holes::fill);
    const NodeId zero = graph.number(0);
    const NodeId one = graph.number(1);
    // Which nodes f is made of: operands come before the nodes made of them, so one sweep down finds them all, and one
    // sweep up differentiates each once. No recursion, however deep the formula.
    std::vector<bool> needed(f + 1, false);
    needed[f] = true;
    for (const NodeId id : std::views::iota(NodeId{0}, f + 1) | std::views::reverse) {
        if (!needed[id]) continue;
        for (const Part& part : graph.parts(id)) needed[part.node] = true;
    }
    std::vector<NodeId> derivatives(f + 1, zero);
    std::vector<Part> parts;
    for (NodeId id = 0; id <= f; ++id) {
        if (!needed[id] || !graph.depends_on(id, symbol)) continue;
        parts.assign(graph.parts(id).begin(), graph.parts(id).end());
        switch (graph[id].kind) {
            case NodeKind::symbol:
                derivatives[id] = graph[id].first == symbol ? one : zero;
                break;
            case NodeKind::sum:
                derivatives[id] = differentiate_sum(graph, parts, derivatives);
                break;
            case NodeKind::product:
                derivatives[id] = differentiate_product(graph, parts, derivatives);
                break;
            case NodeKind::function:
                derivatives[id] = factor_out(graph, differentiate_function(graph, id, parts, derivatives));
                break;
            default:
                break;
        }
    }
    return derivatives[f];
}

}  // namespace thalweg

#include "core/formula/node_signs.h"

#include <algorithm>

namespace thalweg {

namespace {

void mark_sum(const Graph& graph, Node& node, std::span<const Part> parts) {
    const auto term_nonnegative = [&](const Part& term) {
        return !term.number.negative() && graph[term.node].nonnegative;
    };
    const auto term_positive = [&](const Part& term) { return graph[term.node].positive; };
    node.nonnegative = !node.number.negative() && std::ranges::all_of(parts, term_nonnegative);
    node.positive = node.nonnegative && (!node.number.zero() || std::ranges::any_of(parts, term_positive));
}

void mark_product(const Graph& graph, Node& node, std::span<const Part> parts) {
    // A root is nonnegative wherever it is defined.
    node.nonnegative = std::ranges::all_of(parts, [&](const Part& factor) {
        return factor.number.even_integer() || !factor.number.integer() || graph[factor.node].nonnegative;
    });
    node.positive = std::ranges::all_of(parts, [&](const Part& factor) { return graph[factor.node].positive; });
}

void mark_function(Node& node) {
    switch (node.operation) {
        case Operator::exp:
        case Operator::cosh:
        case Operator::sigmoid:
        case Operator::softplus:
            node.positive = true;
            break;
        case Operator::abs:
        case Operator::relu:
        case Operator::hypot:
        case Operator::step:
        case Operator::less:
        case Operator::less_equal:
        case Operator::equal:
        case Operator::not_equal:
        case Operator::both:
        case Operator::either:
            node.nonnegative = true;
            break;
        default:
            break;
    }
}

}  // namespace

void mark_signs(const Graph& graph, Node& node, std::span<const Part> parts) {
    switch (node.kind) {
        case NodeKind::number:
            node.positive = node.number.numerator > 0;
            node.nonnegative = node.number.numerator >= 0;
            break;
        case NodeKind::pi:
        case NodeKind::e:
            node.positive = true;
            break;
        case NodeKind::sum:
            mark_sum(graph, node, parts);
            break;
        case NodeKind::product:
            mark_product(graph, node, parts);
            break;
        case NodeKind::function:
            mark_function(node);
            break;
        case NodeKind::literal:
        case NodeKind::symbol:
            break;
    }
    node.nonnegative = node.nonnegative || node.positive;
}

}  // namespace thalweg

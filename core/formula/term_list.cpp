#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/formula/simplify.h"

namespace thalweg {

bool infinite_literal(const Graph& graph, NodeId id) {
    return graph[id].kind == NodeKind::literal && !std::isfinite(graph.literal_value(id).value);
}

void TermList::take(const Rational& coefficient, NodeId id) {
    const Node node = graph_[id];
    if (coefficient.zero() && !infinite_literal(graph_, id)) return;
    if (node.kind == NodeKind::number) {
        const auto product = multiply(coefficient, node.number);
        const auto total = product ? add(constant_, *product) : std::nullopt;
        if (total) {
            constant_ = *total;
            return;
        }
    }
    if (node.kind == NodeKind::sum && (coefficient.is(1) || coefficient.is(-1))) return take_sum(coefficient, id);
    if (const Part inner = graph_.scaled(id); inner.node != id) {
        if (const auto product = multiply(coefficient, inner.number)) return take(*product, inner.node);
    }
    terms_.push_back({coefficient, id});
}

void TermList::take_sum(const Rational& sign, NodeId id) {
    const Rational inner = graph_[id].number;
    if (const auto total = add(constant_, sign.negative() ? -inner : inner)) {
        constant_ = *total;
    } else {
        terms_.push_back({sign, graph_.number(inner)});
    }
    for (const Part& term : graph_.parts(id)) {
        terms_.push_back({sign.negative() ? -term.number : term.number, term.node});
    }
}

std::vector<Part> TermList::collected() const {
    std::vector<std::size_t> order(terms_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(terms_[i].node, i); });
    std::vector<Part> terms = terms_;
    std::vector<bool> gone(terms.size(), false);
    for (std::size_t k = 1; k < order.size(); ++k) {
        const std::size_t before = order[k - 1];
        const std::size_t here = order[k];
        if (terms[before].node != terms[here].node) continue;
        const auto total = add(terms[before].number, terms[here].number);
        if (!total) continue;
        terms[before].number = *total;
        gone[here] = true;
        order[k] = before;
    }
    std::vector<Part> result;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (gone[i] || (terms[i].number.zero() && !infinite_literal(graph_, terms[i].node))) continue;
        result.push_back(terms[i]);
    }
    return result;
}

}  // namespace thalweg

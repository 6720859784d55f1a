#include "core/formula/graph.h"

#include <algorithm>
#include <bit>
#include <numbers>

#include "core/formula/node_signs.h"

namespace thalweg {

namespace {

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
    // The finalizer of SplitMix64 (Steele, Lea, Flood, 2014).
    std::uint64_t z = seed + value + 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::uint64_t mix(std::uint64_t seed, const Rational& value) {
    return mix(mix(seed, static_cast<std::uint64_t>(value.numerator)), static_cast<std::uint64_t>(value.denominator));
}

}  // namespace

Graph::Graph() : table_(256, 0) {
    nodes_.reserve(128);
    parts_.reserve(256);
    number(0);  // node 0, which stands in for everything once the graph is exhausted
}

NodeId Graph::number(const Rational& value) {
    Node node;
    node.kind = NodeKind::number;
    node.number = value;
    return intern(node, {});
}

NodeId Graph::literal(const Constant& value) {
    const auto bits = [](const Constant& c) {
        return std::array{std::bit_cast<std::uint64_t>(c.value), std::bit_cast<std::uint64_t>(c.lower),
                          std::bit_cast<std::uint64_t>(c.upper)};
    };
    const auto same_bits = [&](const Constant& other) { return bits(other) == bits(value); };
    const auto found = std::ranges::find_if(literals_, same_bits);
    Node node;
    node.kind = NodeKind::literal;
    node.first = static_cast<std::uint32_t>(found - literals_.begin());
    if (found == literals_.end()) literals_.push_back(value);
    return intern(node, {});
}

NodeId Graph::pi() {
    Node node;
    node.kind = NodeKind::pi;
    return intern(node, {});
}

NodeId Graph::e() {
    Node node;
    node.kind = NodeKind::e;
    return intern(node, {});
}

NodeId Graph::symbol(std::size_t index) {
    Node node;
    node.kind = NodeKind::symbol;
    node.first = static_cast<std::uint32_t>(index);
    node.symbols = symbol_bit(index);
    return intern(node, {});
}

std::span<const Part> Graph::parts(NodeId id) const {
    return std::span(parts_).subspan(nodes_[id].first, nodes_[id].count);
}

Part Graph::scaled(NodeId id) const {
    const Node& node = nodes_[id];
    const bool has_coefficient = node.kind == NodeKind::sum && node.count == 1 && node.number.zero();
    return has_coefficient ? parts_[node.first] : Part{Rational{1}, id};
}

std::uint64_t Graph::hash(const Node& node, std::span<const Part> parts) const {
    std::uint64_t seed = mix(static_cast<std::uint64_t>(node.kind), static_cast<std::uint64_t>(node.operation));
    if (node.kind == NodeKind::symbol || node.kind == NodeKind::literal) return mix(seed, node.first);
    seed = mix(seed, node.number);
    if (node.kind == NodeKind::sum) {
        // x + y and y + x are one node, in the order that was written first.
        std::uint64_t total = 0;
        for (const Part& part : parts) total += mix(mix(seed, part.number), part.node);
        return mix(seed, total);
    }
    for (const Part& part : parts) seed = mix(mix(seed, part.number), part.node);
    return seed;
}

bool Graph::same(NodeId id, const Node& node, std::span<const Part> parts) const {
    const Node& other = nodes_[id];
    if (other.kind != node.kind || other.operation != node.operation) return false;
    if (node.kind == NodeKind::symbol || node.kind == NodeKind::literal) return other.first == node.first;
    if (!(other.number == node.number)) return false;
    return node.kind == NodeKind::sum ? std::ranges::is_permutation(this->parts(id), parts)
                                      : std::ranges::equal(this->parts(id), parts);
}

NodeId Graph::intern(Node node, std::span<const Part> parts) {
    std::size_t slot = hash(node, parts) & (table_.size() - 1);
    for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
        if (same(table_[slot] - 1, node, parts)) return table_[slot] - 1;
    }
    if (exhausted_) return 0;
    if (parts_.size() + parts.size() + nodes_.size() > largest_size) {
        exhausted_ = true;
        return 0;
    }
    if (node.kind == NodeKind::sum || node.kind == NodeKind::product || node.kind == NodeKind::function) {
        node.first = static_cast<std::uint32_t>(parts_.size());
        node.count = static_cast<std::uint32_t>(parts.size());
        for (const Part& part : parts) node.symbols |= nodes_[part.node].symbols;
    }
    parts_.insert(parts_.end(), parts.begin(), parts.end());
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back(node);
    mark_signs(*this, nodes_.back(), parts);
    table_[slot] = id + 1;
    if (2 * nodes_.size() > table_.size()) grow_table();
    return id;
}

void Graph::grow_table() {
    table_.assign(2 * table_.size(), 0);
    for (NodeId id = 0; id < nodes_.size(); ++id) {
        std::size_t slot = hash(nodes_[id], parts(id)) & (table_.size() - 1);
        while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
        table_[slot] = id + 1;
    }
}

}  // namespace thalweg

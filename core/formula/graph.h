#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/formula/operators.h"
#include "core/formula/program.h"
#include "core/formula/rational.h"

namespace thalweg {

/// A node of a Graph: its index. Operands have smaller indices than the nodes made of them.
using NodeId = std::uint32_t;

/// A member of a sum (number · node) or of a product (node ^ number); for arguments of functions number is 1.
struct Part {
    Rational number;
    NodeId node = 0;
    bool operator==(const Part&) const = default;
};

enum class NodeKind : std::uint8_t {
    number,    ///< a Rational
    literal,   ///< a number that no Rational holds: 1e300, 10⁻²⁰, 1/0
    pi,        ///< π
    e,         ///< Euler's number
    symbol,    ///< a variable or parameter, by index
    sum,       ///< number + Σ parts; at least one part, and not just 1 · part + 0
    product,   ///< Π parts; never a coefficient (that is a sum of one part), and not just part ^ 1
    function,  ///< any other row of operators.def
};

struct Node {
    NodeKind kind = NodeKind::number;
    Operator operation = Operator::add;  ///< of a function
    bool nonnegative = false;            ///< known to be >= 0 wherever it is defined
    bool positive = false;               ///< known to be > 0 wherever it is defined
    std::uint32_t first = 0;             ///< its parts; of a symbol or literal: its index
    std::uint32_t count = 0;
    std::uint64_t symbols = 0;  ///< bit i: depends on symbol i (the last bit stands for all from 63 on)
    Rational number;
};

/// Whether u/u may become 1 although it is not defined at 0.
enum class Holes : std::uint8_t {
    keep,  ///< for formulas as typed, which are not defined where they are not
    fill   ///< for derivatives: ln(x) + x/x is ln(x) + 1, and where f is not defined its derivatives are not asked for
};

/// An expression graph. Equal sub-expressions are one node, and every node is simplified as it is made: constants are
/// folded exactly, like terms collected, powers merged, signs pulled out of products and of odd and even functions.
/// Products are never expanded. The terms of a sum keep the order of writing, the factors of a product do not.
class Graph {
  public:
    Graph();

    void set_holes(Holes holes) { holes_ = holes; }
    Holes holes() const { return holes_; }

    NodeId number(const Rational& value);
    NodeId number(std::int64_t value) { return number(Rational{value}); }
    NodeId literal(const Constant& value);
    NodeId pi();
    NodeId e();
    NodeId symbol(std::size_t index);

    /// constant + Σ number·node. Many terms at once cost less than one by one.
    NodeId sum(std::span<const Part> terms, const Rational& constant = {});
    /// coefficient · Π node^number.
    NodeId product(std::span<const Part> factors, const Rational& coefficient = {1});
    /// Any row of operators.def (all but integer_power), in its simplest form; missing operands are ignored.
    NodeId apply(Operator operation, NodeId u, NodeId v = 0, NodeId w = 0);

    const Node& operator[](NodeId id) const { return nodes_[id]; }
    std::span<const Part> parts(NodeId id) const;
    const Constant& literal_value(NodeId id) const { return literals_[nodes_[id].first]; }
    std::size_t size() const { return nodes_.size(); }

    bool is_number(NodeId id) const { return nodes_[id].kind == NodeKind::number; }
    bool is_zero(NodeId id) const { return is_number(id) && nodes_[id].number.zero(); }
    bool is_function(NodeId id, Operator operation) const {
        return nodes_[id].kind == NodeKind::function && nodes_[id].operation == operation;
    }
    bool depends_on(NodeId id, std::size_t symbol) const { return (nodes_[id].symbols & symbol_bit(symbol)) != 0; }
    /// The coefficient and the rest of c · u; 1 and the node itself where there is no coefficient.
    Part scaled(NodeId id) const;

    /// True once the graph has grown beyond largest_size parts; from then on every new node is 0.
    bool exhausted() const { return exhausted_; }
    static constexpr std::size_t largest_size = 1'000'000;

  private:
    static std::uint64_t symbol_bit(std::size_t symbol) {
        return std::uint64_t{1} << (symbol < 63 ? symbol : std::size_t{63});
    }
    NodeId intern(Node node, std::span<const Part> parts);
    NodeId intern_product(std::vector<Part> factors);
    NodeId function(Operator operation, std::span<const NodeId> arguments);
    NodeId power(NodeId base, NodeId exponent);
    std::uint64_t hash(const Node& node, std::span<const Part> parts) const;
    bool same(NodeId id, const Node& node, std::span<const Part> parts) const;
    void grow_table();

    std::vector<Node> nodes_;
    std::vector<Part> parts_;
    std::vector<Constant> literals_;
    std::vector<NodeId> table_;  ///< open addressing; 0 means free, else index + 1
    Holes holes_ = Holes::keep;
    bool exhausted_ = false;
};

}  // namespace thalweg

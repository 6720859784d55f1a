#pragma once

#include <cstddef>
#include <vector>

#include "core/formula/graph.h"

namespace thalweg {

/// Longer products become trees of shorter ones: the derivative of n factors has n² parts.
inline constexpr std::size_t most_factors = 12;

/// 1/0 or 0/0.
bool infinite_literal(const Graph& graph, NodeId id);

/// Collects the terms of a sum, taking apart those that are numbers, multiples and sums themselves.
class TermList {
  public:
    TermList(Graph& graph, const Rational& constant) : graph_(graph), constant_(constant) {}

    void take(const Rational& coefficient, NodeId id);

    /// In the order of taking, with like terms collected at the first of them.
    std::vector<Part> collected() const;
    const Rational& constant() const { return constant_; }

  private:
    void take_sum(const Rational& sign, NodeId id);

    Graph& graph_;
    Rational constant_;
    std::vector<Part> terms_;
};

/// Collects the factors of a product, taking apart those that are numbers, multiples and products themselves.
class FactorList {
  public:
    FactorList(Graph& graph, const Rational& coefficient) : graph_(graph), coefficient_(coefficient) {}

    void take(NodeId base, const Rational& exponent);

    /// Sorted by base, with powers of one base merged where Holes allows it.
    std::vector<Part> merged();
    const Rational& coefficient() const { return coefficient_; }

  private:
    bool scale(const Rational& number, const Rational& exponent);
    void take_number(NodeId base, const Rational& exponent);
    bool take_sum(NodeId base, const Rational& exponent);
    bool take_product(NodeId base, const Rational& exponent);
    bool take_function(NodeId base, const Rational& exponent);
    bool may_merge(NodeId base, const Rational& a, const Rational& b, const Rational& merged) const;
    void sort();
    bool merge_equal_bases();
    bool merge_signs();
    bool merge_relus();
    bool merge_powers();

    Graph& graph_;
    Rational coefficient_;
    std::vector<Part> factors_;
};

}  // namespace thalweg

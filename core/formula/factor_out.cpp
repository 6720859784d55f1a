#include "core/formula/factor_out.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace thalweg {

namespace {

/// A term of the sum: number · Π factors.
struct Term {
    Rational number;
    std::vector<Part> factors;

    Rational exponent(NodeId base) const {
        for (const Part& factor : factors) {
            if (factor.node == base) return factor.number;
        }
        return {};
    }

    /// The difference of the exponents must be a Rational.
    void divide(const Part& divisor) {
        for (Part& factor : factors) {
            if (factor.node != divisor.node) continue;
            factor.number = add(factor.number, -divisor.number).value();
            if (factor.number.zero()) factors.erase(factors.begin() + (&factor - factors.data()));
            return;
        }
        factors.push_back({-divisor.number, divisor.node});
    }
};

bool less(const Rational& a, const Rational& b) {
    return a.value() < b.value();
}

class Factoring {
  public:
    Factoring(Graph& graph, NodeId sum) : graph_(graph), sum_(sum) {
        for (const Part& part : graph.parts(sum)) {
            const bool product = graph[part.node].kind == NodeKind::product;
            const std::vector<Part> single = {{Rational{1}, part.node}};
            const auto factors = product ? graph.parts(part.node) : std::span<const Part>(single);
            terms_.push_back({part.number, {factors.begin(), factors.end()}});
        }
    }

    NodeId run() {
        take_out([this](const Part& factor) { return compound(factor.node); });
        take_out_denominators();
        take_out_symbols();
        if (common_.empty()) return sum_;
        take_out([](const Part& factor) { return !factor.number.negative(); });
        const Rational content = take_out_content();
        common_.push_back({Rational{1}, rest()});
        return graph_.product(common_, content);
    }

  private:
    bool compound(NodeId id) const { return graph_[id].kind == NodeKind::function || graph_[id].kind == NodeKind::sum; }

    std::vector<Rational> exponents(NodeId base) const {
        std::vector<Rational> result;
        result.reserve(terms_.size());
        for (const Term& term : terms_) result.push_back(term.exponent(base));
        return result;
    }

    void divide_all(const Part& divisor) {
        for (Term& term : terms_) term.divide(divisor);
        common_.push_back(divisor);
    }

    /// Powers that are in every term: the least one, or, below the fraction line, one that all share. What is left of
    /// the others can be told exactly.
    std::optional<Part> shared(const Part& factor) const {
        const std::vector<Rational> all = exponents(factor.node);
        const Rational least = *std::ranges::min_element(all, less);
        const bool equal = std::ranges::count(all, least) == std::ssize(all);
        if (least.zero() || (least.negative() && !equal)) return std::nullopt;
        const auto leaves_rest = [&](const Rational& exponent) { return add(exponent, -least).has_value(); };
        if (!std::ranges::all_of(all, leaves_rest)) return std::nullopt;
        return Part{least, factor.node};
    }

    template <class Chosen>
    void take_out(Chosen&& chosen) {
        const std::vector<Part> candidates = terms_.front().factors;
        for (const Part& candidate : candidates) {
            if (!chosen(candidate)) continue;
            if (const auto divisor = shared(candidate)) divide_all(*divisor);
        }
    }

    /// a/s + u/s² = (a·s + u)/s² for a number a, and likewise where every term has a power of x besides.
    void take_out_denominators() {
        std::vector<Part> candidates;
        for (const Term& term : terms_) candidates.insert(candidates.end(), term.factors.begin(), term.factors.end());
        for (const Part& candidate : candidates) {
            if (!candidate.number.negative() || graph_[candidate.node].kind != NodeKind::sum) continue;
            const std::vector<Rational> all = exponents(candidate.node);
            const Rational least = *std::ranges::min_element(all, less);
            bool raised = false;
            const auto fits = [&](const Term& term) {
                const auto rest = add(term.exponent(candidate.node), -least);
                if (rest && rest->zero()) return true;
                raised = true;
                return rest && rest->one() && std::ranges::all_of(term.factors, [&](const Part& factor) {
                           const bool symbol = graph_[factor.node].kind == NodeKind::symbol;
                           return factor.node == candidate.node || (symbol && shared(factor) == factor);
                       });
            };
            if (least.negative() && std::ranges::all_of(terms_, fits) && raised) divide_all({least, candidate.node});
        }
    }

    /// x·s + 2x³ = x·(s + 2x²), since s is a sum whose terms can then be collected.
    void take_out_symbols() {
        std::vector<Part> divisors;
        for (const Part& candidate : terms_.front().factors) {
            const auto divisor = shared(candidate);
            if (divisor && graph_[candidate.node].kind == NodeKind::symbol && !divisor->number.negative()) {
                divisors.push_back(*divisor);
            }
        }
        if (divisors.empty()) return;
        const auto compounds = [this](const Term& term) {
            return std::ranges::count_if(term.factors, [this](const Part& factor) { return compound(factor.node); });
        };
        const auto sums = std::ranges::count_if(terms_, [&](const Term& term) { return compounds(term) == 1; });
        const auto others = std::ranges::count_if(terms_, [&](const Term& term) { return compounds(term) == 0; });
        if (sums != 1 || sums + others != std::ssize(terms_)) return;
        std::vector<Term> divided = terms_;
        for (Term& term : divided) {
            for (const Part& divisor : divisors) term.divide(divisor);
        }
        if (std::ranges::none_of(divided, [this](const Term& term) { return is_lone_sum(term); })) return;
        for (const Part& divisor : divisors) divide_all(divisor);
    }

    bool is_lone_sum(const Term& term) const {
        return term.factors.size() == 1 && term.factors[0].number.one() &&
               graph_[term.factors[0].node].kind == NodeKind::sum;
    }

    /// The largest integer that divides all coefficients.
    Rational take_out_content() {
        std::int64_t divisor = 0;
        for (const Term& term : terms_) {
            if (!term.number.integer()) return Rational{1};
            divisor = std::gcd(divisor, term.number.numerator);
        }
        for (Term& term : terms_) term.number = Rational{term.number.numerator / divisor};
        return Rational{divisor};
    }

    /// What is left of the sum. Numbers are multiplied into sums, if that leaves a polynomial without brackets.
    NodeId rest() {
        const auto flat = [this](const Term& term) {
            return is_lone_sum(term) ||
                   std::ranges::none_of(term.factors, [this](const Part& factor) { return compound(factor.node); });
        };
        const bool flatten = std::ranges::all_of(terms_, flat);
        std::vector<Part> parts;
        for (const Term& term : terms_) {
            const NodeId node = graph_.product(term.factors);
            if (flatten && is_lone_sum(term)) {
                for (const Part& part : multiplied(term.number, node)) parts.push_back(part);
            } else {
                parts.push_back({term.number, node});
            }
        }
        return graph_.sum(parts);
    }

    /// The terms of number · sum.
    std::vector<Part> multiplied(const Rational& number, NodeId sum) {
        const auto constant = multiply(number, graph_[sum].number);
        std::vector<Part> parts;
        for (const Part& part : graph_.parts(sum)) {
            const auto product = multiply(number, part.number);
            if (!product || !constant) return {Part{number, sum}};
            parts.push_back({*product, part.node});
        }
        parts.push_back({Rational{1}, graph_.number(*constant)});
        return parts;
    }

    Graph& graph_;
    NodeId sum_;
    std::vector<Term> terms_;
    std::vector<Part> common_;
};

}  // namespace

NodeId factor_out(Graph& graph, NodeId sum) {
    const Node& node = graph[sum];
    if (node.kind != NodeKind::sum || node.count < 2 || !node.number.zero()) return sum;
    return Factoring(graph, sum).run();
}

NodeId turn_difference(Graph& graph, NodeId id) {
    const Part scaled = graph.scaled(id);
    if (!scaled.number.negative() || graph[scaled.node].kind != NodeKind::product) return id;
    const auto is_function = [&](NodeId node) { return graph[node].kind == NodeKind::function; };
    const auto plain = [&](const Part& term) {
        const auto factors =
            graph[term.node].kind == NodeKind::product ? graph.parts(term.node) : std::span<const Part>();
        return !is_function(term.node) &&
               std::ranges::none_of(factors, [&](const Part& factor) { return is_function(factor.node); });
    };
    const auto difference = [&](NodeId node) {
        if (graph[node].kind != NodeKind::sum || !std::ranges::all_of(graph.parts(node), plain)) return false;
        const Rational& constant = graph[node].number;
        auto pieces = static_cast<std::ptrdiff_t>(graph[node].count);
        auto falling =
            std::ranges::count_if(graph.parts(node), [](const Part& term) { return term.number.negative(); });
        if (!constant.zero()) ++pieces;
        if (constant.negative()) ++falling;
        return pieces == 2 && falling == 1;
    };
    std::vector<Part> factors(graph.parts(scaled.node).begin(), graph.parts(scaled.node).end());
    for (Part& factor : factors) {
        if (!factor.number.one() || !difference(factor.node)) continue;
        factor.node = graph.apply(Operator::negate, factor.node);
        return graph.product(factors, -scaled.number);
    }
    return id;
}

}  // namespace thalweg

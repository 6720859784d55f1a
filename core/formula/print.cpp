#include "core/formula/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/formula/juxtaposition.h"
#include "core/formula/number_text.h"

namespace thalweg {

namespace {

/// How tightly a text holds together; inside something tighter it needs brackets.
enum class Grip { comparison, sum, product, power, atom };

struct Text {
    std::string text;
    Grip grip = Grip::atom;
};

constexpr int deepest_print = 1000;

std::string superscript(std::int64_t n) {
    static constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : std::to_string(n)) text += digits.at(static_cast<std::size_t>(digit - '0'));
    return text;
}

bool finite_decimal(std::int64_t denominator) {
    while (denominator % 2 == 0) denominator /= 2;
    while (denominator % 5 == 0) denominator /= 5;
    return denominator == 1;
}

std::string bracketed(std::string_view text) {
    return fmt::format("({})", text);
}

class Printer {
  public:
    Printer(const Graph& graph, std::span<const std::string> variables, std::span<const std::string> parameters)
        : graph_(graph), names_(variables, parameters) {}

    std::string run(NodeId id) { return print(id).text; }

  private:
    Text print(NodeId id) {
        // Shared nodes are written out wherever they occur, so a small graph can have an endless text.
        if (++printed_ > longest_print || depth_ > deepest_print) return {"…", Grip::atom};
        ++depth_;
        Text result = print_whole(id);
        --depth_;
        return result;
    }

    /// In brackets where it holds less tightly than wanted.
    std::string print(NodeId id, Grip wanted) {
        Text text = print(id);
        return text.grip < wanted ? bracketed(text.text) : std::move(text.text);
    }

    Text print_whole(NodeId id) {
        const Node& node = graph_[id];
        switch (node.kind) {
            case NodeKind::number:
                return print_number(node.number);
            case NodeKind::literal:
                return print_literal(graph_.literal_value(id).value);
            case NodeKind::pi:
                return {"π", Grip::atom};
            case NodeKind::e:
                return {"e", Grip::atom};
            case NodeKind::symbol:
                return {names_.name(node.first), Grip::atom};
            case NodeKind::sum:
                return print_sum(graph_.parts(id), node.number);
            case NodeKind::product:
                return print_product(graph_.parts(id), Rational{1});
            case NodeKind::function:
                return print_function(id);
        }
        return {};
    }

    static Text print_number(const Rational& number) {
        if (number.negative()) return {"−" + print_number(-number).text, Grip::sum};
        if (number.integer()) return {std::to_string(number.numerator), Grip::atom};
        if (number.decimal && finite_decimal(number.denominator)) return print_decimal(number.value());
        return {fmt::format("{}/{}", number.numerator, number.denominator), Grip::product};
    }

    static Text print_literal(double value) {
        if (std::isnan(value)) return {"0/0", Grip::product};
        if (std::isinf(value)) return {"1/0", Grip::product};
        if (value == 0.0) return {"0", Grip::atom};
        // In one piece: a product with a power of ten would be rounded anew.
        const Decimal decimal = write_decimal(value);
        return {decimal.exponent == 0 ? decimal.digits : fmt::format("{}e{}", decimal.digits, decimal.exponent),
                Grip::atom};
    }

    static Text print_decimal(double value) {
        const Decimal decimal = write_decimal(value);
        if (decimal.exponent == 0) return {decimal.digits, Grip::atom};
        const std::string power =
            fmt::format("10{}{}", decimal.exponent < 0 ? "⁻" : "", superscript(std::abs(decimal.exponent)));
        if (decimal.digits == "1") return {power, Grip::power};
        return {fmt::format("{}·{}", decimal.digits, power), Grip::product};
    }

    Text print_sum(std::span<const Part> terms, const Rational& constant) {
        struct Signed {
            bool negative;
            bool constant;
            Text text;
        };
        std::vector<Signed> pieces;
        for (const Part& term : terms) {
            const bool negative = term.number.negative();
            pieces.push_back({negative, graph_[term.node].symbols == 0,
                              print_term({negative ? -term.number : term.number, term.node})});
        }
        if (!constant.zero()) {
            pieces.push_back({constant.negative(), true, print_number(constant.negative() ? -constant : constant)});
        }
        // As it was written, but 1 − x rather than −x + 1.
        const auto rises = std::ranges::count(pieces, false, &Signed::negative);
        const auto first = std::ranges::find_if(
            pieces, [&](const Signed& piece) { return !piece.negative && (rises == 1 || !piece.constant); });
        if (pieces[0].negative && first != pieces.end()) std::rotate(pieces.begin(), first, first + 1);
        if (pieces.size() == 1 && !pieces[0].negative) return std::move(pieces[0].text);
        std::string text = pieces[0].negative ? "−" : "";
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i > 0) text += pieces[i].negative ? " − " : " + ";
            const bool loose = pieces[i].text.grip < Grip::product;
            text += loose ? bracketed(pieces[i].text.text) : pieces[i].text.text;
        }
        return {text, Grip::sum};
    }

    /// A coefficient > 0 times a node.
    Text print_term(const Part& term) {
        if (term.number.one()) return print(term.node);
        if (graph_[term.node].kind == NodeKind::product) return print_product(graph_.parts(term.node), term.number);
        const Part single{Rational{1}, term.node};
        return print_product(std::span(&single, 1), term.number);
    }

    /// coefficient · Π factors as a fraction, where there is anything below the line.
    Text print_product(std::span<const Part> factors, const Rational& coefficient) {
        const bool decimal = coefficient.decimal && finite_decimal(coefficient.denominator);
        const Rational above = decimal ? coefficient : Rational{coefficient.numerator};
        const Rational below = decimal ? Rational{1} : Rational{coefficient.denominator};
        std::vector<Part> numerator;
        std::vector<Part> denominator;
        for (const Part& factor : factors) {
            if (factor.number.negative()) {
                denominator.push_back({-factor.number, factor.node});
            } else {
                numerator.push_back(factor);
            }
        }
        const bool fraction = !denominator.empty() || !below.one();
        Text top = print_factors(numerator, above, fraction ? Grip::product : Grip::comparison);
        if (!fraction) return top;
        const Text bottom = print_factors(denominator, below, Grip::power);
        return {top.text + "/" + bottom.text, Grip::product};
    }

    /// A product without fraction line, in brackets where it holds less tightly than wanted.
    Text print_factors(std::vector<Part> factors, const Rational& coefficient, Grip wanted) {
        std::ranges::stable_sort(factors, {}, [&](const Part& factor) { return rank(factor); });
        const bool shows_coefficient = !coefficient.one() || factors.empty();
        Text result;
        if (factors.size() == 1 && !shows_coefficient) {
            result = print_power(factors[0]);
        } else {
            Juxtaposition product(names_);
            if (shows_coefficient) product.append(print_number(coefficient).text, FactorShape::number);
            for (const Part& factor : factors) {
                Text text = print_power(factor);
                const bool loose = text.grip < Grip::power;
                product.append(loose ? bracketed(text.text) : text.text, loose ? FactorShape::other : shape(factor));
            }
            const bool single = factors.empty();
            result = {product.text(), single ? Grip::atom : Grip::product};
        }
        if (result.grip < wanted) return {bracketed(result.text), Grip::atom};
        return result;
    }

    FactorShape shape(const Part& factor) const {
        const Node& node = graph_[factor.node];
        if (factor.number.integer() &&
            (node.kind == NodeKind::symbol || node.kind == NodeKind::e || node.kind == NodeKind::pi)) {
            return factor.number.one() ? FactorShape::name : FactorShape::name_power;
        }
        return FactorShape::other;
    }

    /// The order of writing: numbers, constants, parameters, variables, sums, roots, powers, functions, sums of
    /// functions, e^u; among each other by length, by what they depend on, and sin before cos.
    std::tuple<int, std::uint32_t, std::uint64_t, Operator> rank(const Part& factor) const {
        const Node& node = graph_[factor.node];
        const std::uint64_t lowest_symbol = node.symbols & (~node.symbols + 1);
        switch (node.kind) {
            case NodeKind::number:
            case NodeKind::literal:
                return {0, 0, 0, {}};
            case NodeKind::pi:
            case NodeKind::e:
                return {1, 0, 0, {}};
            case NodeKind::symbol:
                return {!factor.number.integer() ? 5 : names_.is_variable(node.first) ? 3 : 2, 0, node.first, {}};
            case NodeKind::sum:
            case NodeKind::product:
                return {!factor.number.integer()    ? 5
                        : has_function(factor.node) ? 8
                                                    : 4,
                        node.count,
                        lowest_symbol,
                        {}};
            case NodeKind::function:
                break;
        }
        if (!factor.number.integer()) return {5, 0, lowest_symbol, {}};
        if (node.operation == Operator::exp) return {9, 0, lowest_symbol, {}};
        return {node.operation == Operator::power ? 6 : 7, 0, lowest_symbol, node.operation};
    }

    bool has_function(NodeId sum) const {
        return std::ranges::any_of(graph_.parts(sum), [&](const Part& part) {
            const auto is_function = [&](NodeId id) { return graph_[id].kind == NodeKind::function; };
            const bool product = graph_[part.node].kind == NodeKind::product;
            return is_function(part.node) ||
                   (product && std::ranges::any_of(graph_.parts(part.node),
                                                   [&](const Part& factor) { return is_function(factor.node); }));
        });
    }

    /// node ^ exponent, exponent > 0
    Text print_power(const Part& factor) {
        const Rational& exponent = factor.number;
        if (exponent.one()) return print(factor.node);
        if (exponent == Rational{1, 2}) {
            const Text inner = print(factor.node);
            const bool bare = inner.grip == Grip::atom && (!inner.text.ends_with(')') || inner.text.starts_with('('));
            return {bare ? "√" + inner.text : "√(" + inner.text + ")", Grip::power};
        }
        if (exponent.integer()) {
            const Node& node = graph_[factor.node];
            const OperatorTraits& row = traits(node.operation);
            if (node.kind == NodeKind::function && row.printing == Printing::function && row.arity == 1) {
                return {fmt::format("{}{}({})", row.name, superscript(exponent.numerator),
                                    print(graph_.parts(factor.node)[0].node).text),
                        Grip::power};
            }
            return {print(factor.node, Grip::atom) + superscript(exponent.numerator), Grip::power};
        }
        const Text number = print_number(exponent);
        return {fmt::format("{}^{}", print(factor.node, Grip::atom),
                            number.grip == Grip::atom ? number.text : bracketed(number.text)),
                Grip::power};
    }

    Text print_function(NodeId id) {
        const auto arguments = graph_.parts(id);
        const auto argument = [&](std::size_t i) { return print(arguments[i].node).text; };
        switch (graph_[id].operation) {
            case Operator::exp:
                return {"e^" + print_exponent(arguments[0].node), Grip::power};
            case Operator::power:
                return {print(arguments[0].node, Grip::atom) + "^" + print_exponent(arguments[1].node), Grip::power};
            case Operator::abs: {
                const std::string inner = argument(0);
                // Bars inside bars could not be told apart.
                return {inner.find('|') == std::string::npos ? "|" + inner + "|" : "abs(" + inner + ")", Grip::atom};
            }
            case Operator::less:
                return print_comparison("<", ">", arguments);
            case Operator::less_equal:
                return print_comparison("≤", "≥", arguments);
            case Operator::equal:
                return print_comparison("==", "==", arguments);
            case Operator::not_equal:
                return print_comparison("≠", "≠", arguments);
            case Operator::both:
                return {print_chain(id, Operator::both, " and "), Grip::comparison};
            case Operator::either:
                return {print_chain(id, Operator::either, " or "), Grip::comparison};
            case Operator::select:
                return {fmt::format("if({}, {}, {})", argument(0), argument(1), argument(2)), Grip::atom};
            case Operator::min:
            case Operator::max: {
                const Operator operation = graph_[id].operation;
                return {fmt::format("{}({})", traits(operation).name, print_chain(id, operation, ", ")), Grip::atom};
            }
            default:
                break;
        }
        std::string text;
        for (std::size_t i = 0; i < arguments.size(); ++i) text += (i > 0 ? ", " : "") + argument(i);
        return {fmt::format("{}({})", traits(graph_[id].operation).name, text), Grip::atom};
    }

    std::string print_exponent(NodeId id) {
        const Text text = print(id);
        if (graph_.is_function(id, Operator::power)) return text.text;
        return text.grip == Grip::atom && graph_[id].kind != NodeKind::function ? text.text : bracketed(text.text);
    }

    /// x > 0 rather than 0 < x.
    Text print_comparison(std::string_view sign, std::string_view mirrored, std::span<const Part> sides) {
        const bool mirror = graph_.is_number(sides[0].node) && !graph_.is_number(sides[1].node);
        return {fmt::format("{} {} {}", print(sides[mirror ? 1 : 0].node, Grip::sum), mirror ? mirrored : sign,
                            print(sides[mirror ? 0 : 1].node, Grip::sum)),
                Grip::comparison};
    }

    /// min(min(a, b), c) is min(a, b, c), and a and (b and c) is a and b and c.
    std::string print_chain(NodeId id, Operator operation, std::string_view separator) {
        if (!graph_.is_function(id, operation)) {
            const bool mixed = graph_.is_function(id, Operator::both) || graph_.is_function(id, Operator::either);
            const bool logical = operation == Operator::both || operation == Operator::either;
            return mixed && logical ? bracketed(print(id).text) : print(id).text;
        }
        const auto arguments = graph_.parts(id);
        return fmt::format("{}{}{}", print_chain(arguments[0].node, operation, separator), separator,
                           print_chain(arguments[1].node, operation, separator));
    }

    const Graph& graph_;
    SymbolNames names_;
    int depth_ = 0;
    std::size_t printed_ = 0;
};

}  // namespace

std::string print(const Graph& graph, NodeId id, std::span<const std::string> variables,
                  std::span<const std::string> parameters) {
    return Printer(graph, variables, parameters).run(id);
}

}  // namespace thalweg

#include "core/formula/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/formula/heading.h"
#include "core/formula/names.h"
#include "core/formula/number_text.h"

namespace thalweg {

namespace {

/// Deeper texts are refused, so that reading one never exhausts the stack.
constexpr int deepest_nesting = 200;

constexpr Rational one{1};
constexpr Rational minus_one{-1};

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// Recursive descent, one member function for each line of the grammar (grammar.md). After an error they return
/// whatever.
class Parser {
  public:
    explicit Parser(std::vector<Token> tokens) : reader_(std::move(tokens)) {}

    std::expected<ParsedFormula, FormulaError> run(std::span<const std::string> along) {
        if (is(TokenKind::end)) return std::unexpected(FormulaError{"the formula is empty", 0, 1});
        result_.variables = read_heading(reader_);
        if (!along.empty() && !hold_all_but(along))
            return std::unexpected(FormulaError{"what is to vary is none of the variables", 0, 1});
        result_.value = condition();
        if (!failed() && !is(TokenKind::end)) fail_unexpected();
        if (failed()) return std::unexpected(*reader_.error());
        if (result_.graph.exhausted()) {
            return std::unexpected(FormulaError{
                fmt::format("the formula is too large: it has more than {} parts", Graph::largest_size), 0, 1});
        }
        return std::move(result_);
    }

  private:
    /// Makes parameters of the other variables; false if one of these is no variable.
    bool hold_all_but(std::span<const std::string> along) {
        for (const std::string& name : result_.variables)
            if (std::ranges::find(along, name) == along.end()) held_.push_back(name);
        if (held_.size() + along.size() != result_.variables.size()) return false;
        result_.variables.assign(along.begin(), along.end());
        result_.parameters = held_;
        return true;
    }

    class Nesting {
      public:
        explicit Nesting(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > deepest_nesting) {
                parser_.fail(fmt::format("nested more than {} deep", deepest_nesting), parser_.peek());
            }
        }
        ~Nesting() { --parser_.depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

      private:
        Parser& parser_;
    };

    NodeId fail(std::string_view what, const Token& where, std::string_view advice = {}) {
        reader_.fail(what, where, advice);
        return 0;
    }

    NodeId fail_unexpected() {
        reader_.fail_unexpected();
        return 0;
    }

    bool failed() const { return reader_.error().has_value(); }
    const Token& peek() const { return reader_.peek(); }
    bool is(TokenKind kind) const { return reader_.is(kind); }
    Token take() { return reader_.take(); }
    bool take_if(TokenKind kind) { return reader_.take_if(kind); }

    /// condition = both { "or" both }
    NodeId condition() {
        std::vector<NodeId> alternatives = {both()};
        while (take_if(TokenKind::either)) alternatives.push_back(both());
        return join(Operator::either, std::move(alternatives));
    }

    /// both = comparison { "and" comparison }
    NodeId both() {
        std::vector<NodeId> conditions = {comparison()};
        while (take_if(TokenKind::both)) conditions.push_back(comparison());
        return join(Operator::both, std::move(conditions));
    }

    /// comparison = sum { ("<" | "<=" | ">" | ">=" | "==" | "!=") sum }; 0 < x < 1 is 0 < x and x < 1.
    NodeId comparison() {
        NodeId left = sum();
        std::vector<NodeId> comparisons;
        while (peek().kind >= TokenKind::less && peek().kind <= TokenKind::not_equal) {
            const TokenKind kind = take().kind;
            const NodeId right = sum();
            comparisons.push_back(compare(kind, left, right));
            left = right;
        }
        return comparisons.empty() ? left : join(Operator::both, std::move(comparisons));
    }

    NodeId compare(TokenKind kind, NodeId left, NodeId right) {
        switch (kind) {
            case TokenKind::less:
                return apply(Operator::less, left, right);
            case TokenKind::less_equal:
                return apply(Operator::less_equal, left, right);
            case TokenKind::greater:
                return apply(Operator::less, right, left);
            case TokenKind::greater_equal:
                return apply(Operator::less_equal, right, left);
            case TokenKind::equal:
                return apply(Operator::equal, left, right);
            default:
                return apply(Operator::not_equal, left, right);
        }
    }

    /// sum = product { ("+" | "-") product }
    NodeId sum() {
        const NodeId first = product();
        if (!is(TokenKind::plus) && !is(TokenKind::minus)) return first;
        std::vector<Part> terms = {{one, first}};
        while (is(TokenKind::plus) || is(TokenKind::minus)) {
            const bool minus = take().kind == TokenKind::minus;
            terms.push_back({minus ? minus_one : one, product()});
        }
        return result_.graph.sum(terms);
    }

    /// product = signed { ("*" | "/") signed | power }
    NodeId product() {
        const NodeId first = signed_factor();
        std::vector<Part> factors = {{one, first}};
        while (true) {
            if (is(TokenKind::times) || is(TokenKind::divide)) {
                const bool divide = take().kind == TokenKind::divide;
                factors.push_back({divide ? minus_one : one, signed_factor()});
            } else if (starts_factor()) {
                factors.push_back({one, power()});
            } else {
                break;
            }
        }
        return factors.size() == 1 ? first : result_.graph.product(factors);
    }

    /// signed = { "+" | "-" } power, so that -x^2 is -(x^2)
    NodeId signed_factor() {
        bool negative = false;
        while (is(TokenKind::plus) || is(TokenKind::minus)) {
            if (take().kind == TokenKind::minus) negative = !negative;
        }
        const NodeId value = power();
        return negative ? apply(Operator::negate, value) : value;
    }

    /// power = primary { superscript } [ "^" signed ], so that 2^3^2 is 2^(3^2)
    NodeId power() {
        const Nesting nesting(*this);
        NodeId base = primary();
        while (is(TokenKind::superscript)) base = apply(Operator::power, base, superscript());
        if (take_if(TokenKind::power)) base = apply(Operator::power, base, signed_factor());
        return base;
    }

    NodeId superscript() {
        const Token token = take();
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
        if (problem != std::errc{} || value >= Rational::limit || value <= -Rational::limit) {
            return fail("exponent is too large", token);
        }
        return result_.graph.number(value);
    }

    /// An implicit product goes on here. A second number in a row is a mistake rather than a product.
    bool starts_factor() const {
        switch (peek().kind) {
            case TokenKind::number:
                return !reader_.follows(TokenKind::number);
            case TokenKind::name:
            case TokenKind::open:
            case TokenKind::root:
            case TokenKind::cube_root:
                return true;
            case TokenKind::bar:
                return !inside_bars_;
            default:
                return false;
        }
    }

    /// primary = number | name | function | "(" condition ")" | "|" condition "|" | "√" power
    NodeId primary() {
        switch (peek().kind) {
            case TokenKind::number: {
                const Token token = take();
                const auto value = read_number(result_.graph, token.text);
                return value ? *value : fail("number is too large", token);
            }
            case TokenKind::name:
                return name();
            case TokenKind::open:
                return brackets().front();
            case TokenKind::bar:
                return bars();
            case TokenKind::root:
            case TokenKind::cube_root: {
                const Operator operation = take().kind == TokenKind::root ? Operator::sqrt : Operator::cbrt;
                return apply(operation, is(TokenKind::open) ? primary() : power());
            }
            default:
                return fail_unexpected();
        }
    }

    /// "(" condition { "," condition } ")", the commas for functions only
    std::vector<NodeId> brackets(bool of_function = false) {
        const Token open = take();
        const bool inside_bars = std::exchange(inside_bars_, false);
        std::vector<NodeId> values = {condition()};
        while (of_function && take_if(TokenKind::comma)) values.push_back(condition());
        inside_bars_ = inside_bars;
        if (failed()) return values;
        const std::string_view expected = open.text == "(" ? ")" : open.text == "[" ? "]" : "}";
        if (is(TokenKind::close) && peek().text == expected) {
            take();
        } else if (is(TokenKind::end)) {
            fail(fmt::format("\"{}\" is never closed", open.text), open);
        } else {
            fail_unexpected();
        }
        return values;
    }

    NodeId bars() {
        const Token open = take();
        const bool inside_bars = std::exchange(inside_bars_, true);
        const NodeId value = condition();
        inside_bars_ = inside_bars;
        if (failed()) return value;
        if (is(TokenKind::end)) return fail("\"|\" is never closed", open);
        if (!take_if(TokenKind::bar)) return fail_unexpected();
        return apply(Operator::abs, value);
    }

    NodeId name() {
        const Token token = peek();
        const auto variable = std::ranges::find(result_.variables, token.text);
        if (variable != result_.variables.end()) {
            take();
            return result_.graph.symbol(static_cast<std::size_t>(variable - result_.variables.begin()));
        }
        if (find_function(token.text)) return function();
        take();
        if (token.text == "e") return result_.graph.e();
        if (is_constant_name(token.text)) return result_.graph.pi();
        if (is(TokenKind::open) && !contains(held_, token.text)) {
            std::string advice = suggest_function(token.text, result_.variables);
            if (advice.empty()) advice = fmt::format("for a product write {}*(", token.text.substr(0, 40));
            return fail("unknown function " + quoted(token), token, advice);
        }
        const auto known = std::ranges::find(result_.parameters, token.text);
        const auto index = static_cast<std::size_t>(known - result_.parameters.begin());
        if (known == result_.parameters.end()) result_.parameters.push_back(token.text);
        return result_.graph.symbol(result_.variables.size() + index);
    }

    /// function = name [ exponent ] ( "(" condition { "," condition } ")" | argument ); sin² x is (sin x)²
    NodeId function() {
        const Token token = take();
        std::optional<NodeId> exponent;
        const Token exponent_token = peek();
        if (is(TokenKind::superscript)) {
            exponent = superscript();
        } else if (take_if(TokenKind::power)) {
            exponent = is(TokenKind::minus) ? signed_factor() : primary();
        }
        if (failed()) return 0;
        if (exponent && *exponent == result_.graph.number(-1)) {
            return fail(fmt::format("{}⁻¹ can mean two things", token.text), exponent_token,
                        fmt::format("write 1/{}(…), or the inverse function's name", token.text));
        }
        std::vector<NodeId> arguments;
        if (is(TokenKind::open)) {
            arguments = brackets(true);
        } else if (starts_factor() || is(TokenKind::minus)) {
            arguments = {bare_argument()};
        } else {
            return fail(fmt::format("{} needs an argument", token.text), token);
        }
        if (failed()) return 0;
        const NodeId value = call(token, arguments);
        return exponent ? apply(Operator::power, value, *exponent) : value;
    }

    /// argument = [ "-" ] power { power }, up to the next function: sin 2x cos y is sin(2x)·cos(y)
    NodeId bare_argument() {
        std::vector<Part> factors = {{one, signed_factor()}};
        while (starts_factor() && !(is(TokenKind::name) && names_function(peek()))) factors.push_back({one, power()});
        return factors.size() == 1 ? factors[0].node : result_.graph.product(factors);
    }

    bool names_function(const Token& token) const {
        return !contains(result_.variables, token.text) && find_function(token.text).has_value();
    }

    NodeId call(const Token& token, std::vector<NodeId> arguments) {
        const Operator operation = *find_function(token.text);
        const bool any_number = operation == Operator::min || operation == Operator::max;
        const std::size_t arity = traits(operation).arity;
        if (any_number ? arguments.size() < 2 : arguments.size() != arity) {
            return fail(fmt::format("{} takes {}{} argument{}, not {},", token.text, any_number ? "at least " : "",
                                    arity, arity == 1 ? "" : "s", arguments.size()),
                        token);
        }
        if (any_number) return join(operation, std::move(arguments));
        arguments.resize(3);
        return apply(operation, arguments[0], arguments[1], arguments[2]);
    }

    /// One operator between all of them; in pairs, so that a long list is no deep nest.
    NodeId join(Operator operation, std::vector<NodeId> operands) {
        while (operands.size() > 1) {
            std::vector<NodeId> halved;
            for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
                halved.push_back(apply(operation, operands[i], operands[i + 1]));
            }
            if (operands.size() % 2 == 1) halved.push_back(operands.back());
            operands = std::move(halved);
        }
        return operands[0];
    }

    NodeId apply(Operator operation, NodeId u, NodeId v = 0, NodeId w = 0) {
        return failed() ? 0 : result_.graph.apply(operation, u, v, w);
    }

    TokenReader reader_;
    ParsedFormula result_;
    std::vector<std::string> held_;  ///< variables that are parameters here
    int depth_ = 0;
    bool inside_bars_ = false;
};

}  // namespace

std::expected<ParsedFormula, FormulaError> parse_formula(std::string_view text, std::span<const std::string> along) {
    auto tokens = tokenize(text);
    if (!tokens) return std::unexpected(std::move(tokens.error()));
    return Parser(std::move(*tokens)).run(along);
}

}  // namespace thalweg

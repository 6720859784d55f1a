#include "core/formula/heading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "core/formula/customary_variables.h"
#include "core/formula/names.h"

namespace thalweg {

namespace {

/// The Hessian has n² entries.
constexpr std::size_t most_variables = 64;

/// Position of the "=" that ends a heading; 0 if there is no heading.
std::size_t find_equals(const TokenReader& reader) {
    if (!reader.is(TokenKind::name) || find_function(reader.peek().text)) return 0;
    std::size_t end = 1;
    if (reader.peek(end).kind == TokenKind::open) {
        while (reader.peek(end).kind != TokenKind::close && reader.peek(end).kind != TokenKind::end) ++end;
        ++end;
    }
    return reader.peek(end).kind == TokenKind::equals ? end : 0;
}

void declare_variable(TokenReader& reader, std::vector<std::string>& variables) {
    const Token& token = reader.peek();
    if (token.kind != TokenKind::name) {
        reader.fail("a variable's name is missing", token);
    } else if (find_function(token.text) || is_constant_name(token.text)) {
        reader.fail(quoted(token) + " cannot be a variable: it has a meaning already", token);
    } else if (std::ranges::find(variables, token.text) != variables.end()) {
        reader.fail(fmt::format("variable {} is there twice", quoted(token)), token);
    } else if (variables.size() == most_variables) {
        reader.fail(fmt::format("more than {} variables", most_variables), token);
    } else {
        variables.push_back(reader.take().text);
    }
}

bool may_be_product(const Token& token) {
    return token.kind == TokenKind::name && !find_function(token.text);
}

/// The names in a text of these variables.
std::set<std::string> names_in(const std::vector<Token>& body, std::span<const std::string> variables) {
    std::set<std::string> names;
    for (const Token& token : body)
        if (may_be_product(token))
            for (std::string& factor : split_name(token.text, variables)) names.insert(std::move(factor));
    return names;
}

std::vector<std::string> variables_by_custom(const std::vector<Token>& body) {
    std::vector<std::string> variables = customary_variables(names_in(body, customary_letters()));
    // The x of xz, say, was a factor only while z was taken for a variable, too.
    const bool lost_x = variables.size() == 1 && variables[0] == "x" && !names_in(body, variables).contains("x");
    return lost_x ? std::vector<std::string>{"x", "y"} : variables;
}

/// The tokens, with a token for each factor of a run of letters.
std::vector<Token> taken_apart(const std::vector<Token>& tokens, std::span<const std::string> variables) {
    std::vector<Token> body;
    for (const Token& token : tokens) {
        if (!may_be_product(token)) {
            body.push_back(token);
            continue;
        }
        std::size_t position = token.position;
        for (std::string& factor : split_name(token.text, variables)) {
            // Only ASCII is ever taken apart, so bytes are characters there.
            const std::size_t length = factor.size() == token.text.size() ? token.length : factor.size();
            body.push_back({TokenKind::name, position, length, std::move(factor)});
            position += length;
        }
    }
    return body;
}

}  // namespace

std::vector<std::string> read_heading(TokenReader& reader) {
    std::vector<std::string> variables;
    if (const std::size_t equals = find_equals(reader); equals > 0) {
        reader.take();
        if (equals > 1) {
            do {
                reader.take();  // "(" first, then commas
                declare_variable(reader, variables);
            } while (reader.is(TokenKind::comma));
            if (!reader.take_if(TokenKind::close)) reader.fail_unexpected();
        }
        reader.take_if(TokenKind::equals);
    }
    if (reader.error()) return variables;

    const std::vector<Token> body = reader.rest();
    if (variables.empty()) {
        variables = variables_by_custom(body);
        if (variables.size() > most_variables) {
            reader.fail(fmt::format("more than {} variables", most_variables), reader.peek());
            return variables;
        }
    }
    reader = TokenReader(taken_apart(body, variables));
    return variables;
}

}  // namespace thalweg

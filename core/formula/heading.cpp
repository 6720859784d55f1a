#include "core/formula/heading.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

    const bool declared = !variables.empty();
    if (!declared) variables = {"x", "y"};
    std::vector<Token> body;
    bool has_x = false;
    bool has_y = false;
    for (Token& token : reader.rest()) {
        if (token.kind != TokenKind::name || find_function(token.text)) {
            body.push_back(std::move(token));
            continue;
        }
        std::size_t position = token.position;
        for (std::string& factor : split_name(token.text, variables)) {
            has_x = has_x || factor == "x";
            has_y = has_y || factor == "y";
            // Only ASCII is ever taken apart, so bytes are characters there.
            const std::size_t length = factor.size() == token.text.size() ? token.length : factor.size();
            body.push_back({TokenKind::name, position, length, std::move(factor)});
            position += length;
        }
    }
    reader = TokenReader(std::move(body));
    if (!declared && has_x && !has_y) variables = {"x"};
    return variables;
}

}  // namespace thalweg

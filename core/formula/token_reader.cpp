#include "core/formula/token_reader.h"

#include <fmt/format.h>

namespace thalweg {

std::string quoted(const Token& token) {
    constexpr std::size_t longest = 40;
    const bool fits = token.text.size() <= longest;
    return fmt::format("\"{}{}\"", token.text.substr(0, longest), fits ? "" : "…");
}

void TokenReader::fail_unexpected() {
    const Token token = peek();
    switch (token.kind) {
        case TokenKind::end:
            return fail("a number, variable or function is missing", token);
        case TokenKind::number:
            return fail("unexpected number", token, "write * for a product");
        case TokenKind::superscript:
            return fail("exponent without a base", token);
        case TokenKind::equals:
            return fail("unexpected \"=\"", token, "write == to compare");
        case TokenKind::comma: {
            const bool decimal = follows(TokenKind::number) && peek(1).kind == TokenKind::number;
            return fail("unexpected \",\"", token, decimal ? "write numbers with a point, as 0.5" : "");
        }
        default:
            return fail("unexpected " + quoted(token), token);
    }
}

}  // namespace thalweg

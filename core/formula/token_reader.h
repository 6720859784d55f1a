#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/formula/lexer.h"

namespace thalweg {

/// Walks over the tokens of a formula. The first error is kept; after it there is nothing to see but the end of the
/// text, so that whoever reads returns soon.
class TokenReader {
  public:
    explicit TokenReader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    bool is(TokenKind kind) const { return peek().kind == kind; }
    bool follows(TokenKind kind) const { return at_ > 0 && tokens_[at_ - 1].kind == kind; }

    Token take() {
        const Token token = peek();
        if (at_ + 1 < tokens_.size()) ++at_;
        return token;
    }

    bool take_if(TokenKind kind) {
        if (!is(kind)) return false;
        take();
        return true;
    }

    /// "what at column 5; advice". Later errors are forgotten.
    void fail(std::string_view what, const Token& where, std::string_view advice = {}) {
        if (!error_) error_ = error_at(what, where.position, where.length, advice);
        at_ = tokens_.size() - 1;
    }

    /// The next token has no business here.
    void fail_unexpected();

    const std::optional<FormulaError>& error() const { return error_; }

    /// The tokens from here on.
    std::vector<Token> rest() const { return {tokens_.begin() + static_cast<std::ptrdiff_t>(at_), tokens_.end()}; }

  private:
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::optional<FormulaError> error_;
};

/// A token's text for messages, in quotes; a name without end is cut short.
std::string quoted(const Token& token);

}  // namespace thalweg

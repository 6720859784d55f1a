#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/formula.h"

namespace thalweg {

enum class TokenKind : std::uint8_t {
    number,       ///< 2, 0.5, 1e-3, ½
    name,         ///< a run of letters, with digits behind: x, sin, θ1
    superscript,  ///< ², ⁻¹
    plus,
    minus,
    times,
    divide,
    power,
    open,
    close,
    bar,
    comma,
    equals,  ///< a single =
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    both,    ///< and, &&
    either,  ///< or
    root,    ///< √
    cube_root,
    end,
};

/// A piece of the text: [position, position + length) in code points.
struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t position = 0;
    std::size_t length = 1;
    /// A number in ASCII digits ("1/2" for ½); a name as typed, with plain digits for subscripts; a superscript in
    /// ASCII digits; any other token as typed.
    std::string text;
};

/// Splits a formula into tokens, the last of which is `end`. Reads UTF-8; errors name the first character that has no
/// place in a formula.
std::expected<std::vector<Token>, FormulaError> tokenize(std::string_view text);

/// One sentence that ends in the column, counted from 1: `unexpected character "$" at column 3`.
FormulaError error_at(std::string_view what, std::size_t position, std::size_t length = 1,
                      std::string_view advice = {});

}  // namespace thalweg

#include "core/formula/lexer.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "core/formula/utf8.h"

namespace thalweg {

namespace {

constexpr std::size_t longest_text = 50'000;

struct Symbol {
    char32_t character;
    TokenKind kind;
};

constexpr auto symbols = std::to_array<Symbol>({
    {U'+', TokenKind::plus},    {U'-', TokenKind::minus},         {U'−', TokenKind::minus},
    {U'–', TokenKind::minus},   {U'*', TokenKind::times},         {U'·', TokenKind::times},
    {U'⋅', TokenKind::times},   {U'×', TokenKind::times},         {U'∗', TokenKind::times},
    {U'/', TokenKind::divide},  {U'÷', TokenKind::divide},        {U'∕', TokenKind::divide},
    {U'^', TokenKind::power},   {U'(', TokenKind::open},          {U')', TokenKind::close},
    {U'[', TokenKind::open},    {U']', TokenKind::close},         {U'{', TokenKind::open},
    {U'}', TokenKind::close},   {U'|', TokenKind::bar},           {U',', TokenKind::comma},
    {U'=', TokenKind::equals},  {U'<', TokenKind::less},          {U'≤', TokenKind::less_equal},
    {U'>', TokenKind::greater}, {U'≥', TokenKind::greater_equal}, {U'≠', TokenKind::not_equal},
    {U'√', TokenKind::root},    {U'∛', TokenKind::cube_root},
});

struct Pair {
    std::u32string_view characters;
    TokenKind kind;
};

constexpr auto pairs = std::to_array<Pair>({
    {U"**", TokenKind::power},
    {U"<=", TokenKind::less_equal},
    {U">=", TokenKind::greater_equal},
    {U"==", TokenKind::equal},
    {U"!=", TokenKind::not_equal},
    {U"&&", TokenKind::both},
});

struct Fraction {
    char32_t character;
    std::string_view text;
};

constexpr auto fractions = std::to_array<Fraction>({
    {U'½', "1/2"},
    {U'⅓', "1/3"},
    {U'⅔', "2/3"},
    {U'¼', "1/4"},
    {U'¾', "3/4"},
    {U'⅕', "1/5"},
    {U'⅙', "1/6"},
    {U'⅛', "1/8"},
});

constexpr std::u32string_view superscripts = U"⁰¹²³⁴⁵⁶⁷⁸⁹";

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'ƒ';
}
bool is_greek(char32_t c) {
    return (c >= 0x0391 && c <= 0x03A9) || (c >= 0x03B1 && c <= 0x03C9) || (c >= 0x03D1 && c <= 0x03F5);
}
bool is_subscript(char32_t c) {
    return c >= U'₀' && c <= U'₉';
}
bool is_space(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x00A0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0x2061 || c == 0x2062 || c == 0xFEFF;
}

class Lexer {
  public:
    explicit Lexer(std::u32string_view text) : text_(text) {}

    std::expected<std::vector<Token>, FormulaError> run() {
        while (true) {
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            start_ = at_;
            if (at_ == text_.size()) break;
            if (auto problem = next()) return std::unexpected(std::move(*problem));
        }
        push(TokenKind::end);
        tokens_.back().length = 1;
        return std::move(tokens_);
    }

  private:
    char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }

    void push(TokenKind kind, std::string text = {}) {
        tokens_.push_back({kind, start_, at_ - start_, std::move(text)});
    }

    std::optional<FormulaError> next() {
        const char32_t c = peek();
        if (is_digit(c) || (c == U'.' && is_digit(peek(1)))) return number();
        if (is_latin(c) || is_greek(c) || c == U'µ') {
            name();
            return std::nullopt;
        }
        if (superscript_digit(c) || ((c == U'⁻' || c == U'⁺') && superscript_digit(peek(1)))) {
            superscript();
            return std::nullopt;
        }
        for (const Pair& pair : pairs) {
            if (text_.substr(at_, 2) != pair.characters) continue;
            at_ += 2;
            push(pair.kind);
            return std::nullopt;
        }
        for (const Symbol& symbol : symbols) {
            if (symbol.character != c) continue;
            ++at_;
            push(symbol.kind, encode_utf8(c));
            return std::nullopt;
        }
        for (const Fraction& fraction : fractions) {
            if (fraction.character != c) continue;
            ++at_;
            push(TokenKind::number, std::string(fraction.text));
            return std::nullopt;
        }
        return unexpected_character(c);
    }

    FormulaError unexpected_character(char32_t c) const {
        const bool printable = c > 0x20 && (c < 0x7F || c > 0x9F);
        const std::string shown =
            printable ? fmt::format("\"{}\"", encode_utf8(c)) : fmt::format("U+{:04X}", static_cast<unsigned>(c));
        return error_at("unexpected character " + shown, at_);
    }

    static std::optional<char> superscript_digit(char32_t c) {
        const auto digit = superscripts.find(c);
        if (c == U'\0' || digit == std::u32string_view::npos) return std::nullopt;
        return static_cast<char>('0' + digit);
    }

    std::optional<FormulaError> number() {
        std::string digits;
        const auto take_digits = [&] {
            while (is_digit(peek())) digits += static_cast<char>(text_[at_++]);
        };
        take_digits();
        if (peek() == U'.') {
            digits += static_cast<char>(text_[at_++]);
            take_digits();
            if (peek() == U'.') return error_at("second decimal point in a number", at_);
        }
        const std::size_t sign = peek(1) == U'+' || peek(1) == U'-' || peek(1) == U'−' ? 1 : 0;
        // 2e is 2·e, 2e3 is 2000.
        if ((peek() == U'e' || peek() == U'E') && is_digit(peek(1 + sign))) {
            digits += 'e';
            if (sign == 1 && peek(1) != U'+') digits += '-';
            at_ += 1 + sign;
            take_digits();
        }
        push(TokenKind::number, std::move(digits));
        return std::nullopt;
    }

    /// Latin letters run together into one name (sin, rate); a Greek letter is a name of its own (2πr). Digits,
    /// subscripts and _parts belong to the name before them.
    void name() {
        std::string letters;
        const auto take = [&] {
            const char32_t c = text_[at_++];
            if (is_subscript(c)) {
                letters += static_cast<char>('0' + (c - U'₀'));
            } else {
                letters += encode_utf8(c == U'µ' ? U'μ' : c);
            }
        };
        if (is_latin(peek())) {
            while (is_latin(peek())) take();
        } else {
            take();
        }
        const auto continues = [&] {
            return is_digit(peek()) || is_subscript(peek()) ||
                   (peek() == U'_' && (is_latin(peek(1)) || is_digit(peek(1))));
        };
        while (continues()) {
            const bool underscore = peek() == U'_';
            take();
            while (underscore && (is_latin(peek()) || is_digit(peek()))) take();
        }
        if (letters == "and") return push(TokenKind::both);
        if (letters == "or") return push(TokenKind::either);
        push(TokenKind::name, std::move(letters));
    }

    void superscript() {
        std::string digits;
        if (peek() == U'⁻') digits += '-';
        if (!superscript_digit(peek())) ++at_;
        while (const auto digit = superscript_digit(peek())) {
            digits += *digit;
            ++at_;
        }
        push(TokenKind::superscript, std::move(digits));
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

FormulaError error_at(std::string_view what, std::size_t position, std::size_t length, std::string_view advice) {
    const std::string separator = advice.empty() ? "" : "; ";
    return {fmt::format("{} at column {}{}{}", what, position + 1, separator, advice), position, length};
}

std::expected<std::vector<Token>, FormulaError> tokenize(std::string_view text) {
    const auto decoded = decode_utf8(text);
    if (!decoded) return std::unexpected(error_at("text is not valid UTF-8", decoded.error()));
    if (decoded->size() > longest_text) {
        return std::unexpected(
            error_at(fmt::format("formula is longer than {} characters", longest_text), longest_text));
    }
    return Lexer(*decoded).run();
}

}  // namespace thalweg

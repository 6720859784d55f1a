#include "core/formula/utf8.h"

#include <array>

namespace thalweg {

namespace {

struct Form {
    unsigned char mask, lead;  ///< a first byte of this form satisfies (byte & mask) == lead
    std::size_t length;
    char32_t smallest;  ///< anything less would be overlong
};

constexpr auto forms = std::to_array<Form>({
    {0x80, 0x00, 1, 0x0},
    {0xE0, 0xC0, 2, 0x80},
    {0xF0, 0xE0, 3, 0x800},
    {0xF8, 0xF0, 4, 0x10000},
});

const Form* form_of(unsigned char first) {
    for (const Form& form : forms) {
        if ((first & form.mask) == form.lead) return &form;
    }
    return nullptr;
}

}  // namespace

std::expected<std::u32string, std::size_t> decode_utf8(std::string_view text) {
    std::u32string result;
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const Form* form = form_of(first);
        if (form == nullptr || text.size() < form->length) return std::unexpected(result.size());
        char32_t code_point = first & static_cast<unsigned char>(~form->mask);
        for (std::size_t i = 1; i < form->length; ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if ((byte & 0xC0U) != 0x80U) return std::unexpected(result.size());
            code_point = (code_point << 6U) | (byte & 0x3FU);
        }
        const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        if (code_point < form->smallest || code_point > 0x10FFFF || surrogate) return std::unexpected(result.size());
        result += code_point;
        text.remove_prefix(form->length);
    }
    return result;
}

std::string encode_utf8(char32_t code_point) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) return {byte(code_point)};
    if (code_point < 0x800) return {byte(0xC0U | (code_point >> 6U)), tail(0)};
    if (code_point < 0x10000) return {byte(0xE0U | (code_point >> 12U)), tail(6), tail(0)};
    return {byte(0xF0U | (code_point >> 18U)), tail(12), tail(6), tail(0)};
}

}  // namespace thalweg

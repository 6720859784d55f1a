#pragma once

#include <fmt/format.h>

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// One word that an option understands, and what it means.
template <class Value>
struct Choice {
    std::string_view word;
    Value value;
};

/// What `text` means, or a sentence that names all the words there are.
template <class Value>
std::expected<Value, std::string> choose(std::string_view text, std::string_view option,
                                         std::span<const Choice<Value>> choices) {
    std::string words;
    for (const Choice<Value>& choice : choices) {
        if (choice.word == text) return choice.value;
        words += (words.empty() ? "" : ", ") + std::string(choice.word);
    }
    return std::unexpected(fmt::format("{} \"{}\" is none of: {}", option, text, words));
}

}  // namespace thalweg

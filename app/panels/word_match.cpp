#include "app/panels/word_match.h"

#include <algorithm>
#include <string>

namespace thalweg {
namespace {

// A word that begins a word of the name is worth more than one inside it, and that more than scattered letters.
constexpr double at_beginning = 4, at_word = 3, inside = 2, scattered = 1;

std::string lower(std::string_view words) {
    std::string result(words);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return result;
}

/// Bytes of letters beyond ASCII count as letters.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool begins_word(std::string_view name, std::size_t at) {
    return at == 0 || !is_letter(name[at - 1]);
}

WordMatch run_of(std::size_t first, std::size_t length, double score) {
    WordMatch match{.score = score, .places = {}};
    for (std::size_t i = 0; i < length; ++i) match.places.push_back(first + i);
    return match;
}

std::optional<WordMatch> as_scattered(std::string_view word, std::string_view name) {
    WordMatch match{.score = scattered, .places = {}};
    std::size_t from = 0;
    for (const char letter : word) {
        from = name.find(letter, from);
        if (from == std::string_view::npos) return std::nullopt;
        match.places.push_back(from++);
    }
    // Letters far apart are hardly meant; and the first one is, if any.
    const std::size_t reach = match.places.back() - match.places.front() + 1;
    if (!begins_word(name, match.places.front()) || reach > 3 * word.size()) return std::nullopt;
    match.score *= static_cast<double>(word.size()) / static_cast<double>(reach);
    return match;
}

std::optional<WordMatch> match_word(std::string_view word, std::string_view name) {
    std::optional<WordMatch> best;
    for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
        const double score = at == 0 ? at_beginning : begins_word(name, at) ? at_word : inside;
        if (!best || score > best->score) best = run_of(at, word.size(), score);
    }
    return best ? best : as_scattered(word, name);
}

}  // namespace

std::optional<WordMatch> match_words(std::string_view typed, std::string_view name) {
    const std::string words = lower(typed), low = lower(name);
    WordMatch all;
    std::string_view rest = words;
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        if (rest.empty()) break;
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const auto match = match_word(rest.substr(0, end), low);
        if (!match) return std::nullopt;
        all.score += match->score;
        all.places.insert(all.places.end(), match->places.begin(), match->places.end());
        rest.remove_prefix(end);
    }
    std::ranges::sort(all.places);
    const auto doubled = std::ranges::unique(all.places);
    all.places.erase(doubled.begin(), doubled.end());
    // Of two that fit as well, the shorter name is nearer to what was typed.
    if (!all.places.empty())
        all.score += 0.5 * static_cast<double>(all.places.size()) / static_cast<double>(low.size());
    return all;
}

}  // namespace thalweg

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// The word that takes the fewest insertions, deletions and replacements of bytes (Levenshtein, 1966) to turn into
/// `word`; empty when none comes within half of its length.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

/// "; did you mean WORD?" for the end of a sentence, or nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> words);

}  // namespace thalweg

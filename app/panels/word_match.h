#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace thalweg {

/// How well typed words fit a name; higher is better. `places`: the name's bytes that were matched, ascending.
struct WordMatch {
    double score = 0;
    std::vector<std::size_t> places;
};

/// Every typed word, in any order, must begin a word of the name, else lie in it, else have its letters there in order
/// ("rsnb" in "Rosenbrock"). Case does not count. nullopt: some word fits nowhere. Nothing typed fits everything.
std::optional<WordMatch> match_words(std::string_view typed, std::string_view name);

}  // namespace thalweg

#pragma once

#include <expected>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thalweg {

/// The pieces that exported scripts are put together from: a file of assets/scripts, cut at its lines "#: name".
class ScriptParts {
  public:
    /// file: "pytorch.py". The error is one sentence.
    static std::expected<ScriptParts, std::string> load(std::string_view file);

    /// A part by name; there must be one.
    const std::string& operator[](std::string_view name) const;

    /// Those of the parts that are wanted, in the file's order, with two empty lines before each.
    std::string joined(const std::set<std::string>& wanted) const;

  private:
    std::vector<std::pair<std::string, std::string>> parts_;
};

/// The lines of a part for one purpose: those that end in "#? word" only where the word is wanted, without that end.
std::string lines_for(std::string_view part, const std::set<std::string>& wanted);

/// A text as Python writes it, in quotes.
std::string python_string(std::string_view text);

/// A comment of one line: what would end it is left out.
std::string python_comment(std::string_view text);

}  // namespace thalweg

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// The names of the sets that come with the program, in alphabetical order; generators not among them.
std::vector<std::string> data_set_names();

/// Where the set of that name is kept; nullopt if there is none.
std::optional<std::filesystem::path> data_set_file(std::string_view name);

/// Whether a text names one of these sets, or begins like a generator: "line samples=4".
bool is_named_set(std::string_view text);

}  // namespace thalweg

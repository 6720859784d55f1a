#pragma once

#include <toml++/toml.h>
#include <expected>
#include <string>
#include <string_view>

namespace thalweg {

/// "session.toml, line 3, column 7".
std::string place(std::string_view source, const toml::source_position& position);

/// The table of a TOML text; `source` names it in the error, which is one sentence with line and column.
std::expected<toml::table, std::string> parse_toml(std::string_view text, std::string_view source);

/// A number as TOML writes it: a float always, and the shortest text that reads back as the same bits.
std::string toml_number(double number);

/// A string in quotes with everything escaped that must be; bytes that are not UTF-8 become U+FFFD.
std::string toml_string(std::string_view text);

/// A key as TOML writes it: bare where that is allowed, else as a string.
std::string toml_key(std::string_view text);

}  // namespace thalweg

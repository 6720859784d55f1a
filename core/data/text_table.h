#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// Numbers in lines of equal length, as a text file has them.
struct TextTable {
    std::vector<std::string> header;  ///< names of the columns, or empty; the first may be empty ("", "0.1", "0.2" …)
    std::vector<double> numbers;      ///< row by row; NaN for empty fields and words such as "nan" and "NA"
    std::size_t columns = 0, rows = 0;
};

/// Reads numbers split by commas, semicolons, tabs or blanks. Blank lines and lines that begin with # are skipped; the
/// first line may name the columns. Numbers have a decimal point. The error is a clause that names line and column
/// (counted from 1, of fields): `has "abc" where a number belongs, in line 3, column 2`.
std::expected<TextTable, std::string> parse_text_table(std::string_view text);

}  // namespace thalweg

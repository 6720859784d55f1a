#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/formula/graph.h"

namespace thalweg {

/// The node for a number as the lexer leaves it: "12", "0.1", "1e-3", "1/2". Exact where a Rational can hold it, else
/// enclosed by its neighbours; nothing when it is larger than any double.
std::optional<NodeId> read_number(Graph& graph, std::string_view text);

/// digits · 10^exponent
struct Decimal {
    std::string digits;
    int exponent = 0;
};

/// The shortest decimal text that reads back as the same double > 0; with an exponent only where zeros would be many:
/// 0.00001, 120000, 2.5·10⁻⁹.
Decimal write_decimal(double value);

}  // namespace thalweg

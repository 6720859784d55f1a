#pragma once

#include <string>
#include <vector>

#include "core/formula/token_reader.h"

namespace thalweg {

/// Reads "f(x, y) =", "J(θ1, θ2) =" or "z =" at the beginning, if it is there, and gives the formula's variables: the
/// names in brackets; without any, those of customary_variables.h. Leaves the reader at the body, in which runs of
/// letters are taken apart (xy is x·y).
std::vector<std::string> read_heading(TokenReader& reader);

}  // namespace thalweg

#pragma once

#include <cstdint>

namespace thalweg {

/// What an instruction of a program does; the rows of operators.def, in that order.
enum class Operator : std::uint8_t {
#define THALWEG_UNARY(name, ...) name,
#define THALWEG_BINARY(name, ...) name,
#define THALWEG_TERNARY(name, ...) name,
#define THALWEG_INTEGER_POWER(name) name,
#include "core/formula/operators.def"
};

}  // namespace thalweg

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thalweg {

/// What an instruction of a program does; the rows of operators.def, in that order.
enum class Operator : std::uint8_t {
#define THALWEG_UNARY(name, ...) name,
#define THALWEG_BINARY(name, ...) name,
#define THALWEG_TERNARY(name, ...) name,
#define THALWEG_INTEGER_POWER(name) name,
#include "core/formula/operators.def"
};

/// odd: f(-u) = -f(u); even: f(-u) = f(u).
enum class Symmetry : std::uint8_t { none, odd, even };

/// How it is written: as a function, name(u, v), or in a notation of its own that the printer knows.
enum class Printing : std::uint8_t { function, notation };

struct OperatorTraits {
    std::string_view name;
    std::size_t arity = 1;
    Symmetry symmetry = Symmetry::none;
    Printing printing = Printing::notation;
};

/// The columns of operators.def that are plain data, indexed by Operator.
inline constexpr OperatorTraits operator_traits[] = {
#define THALWEG_UNARY(name, df, smooth, symmetry, printing, ...) {#name, 1, Symmetry::symmetry, Printing::printing},
#define THALWEG_BINARY(name, df, smooth, printing, ...) {#name, 2, Symmetry::none, Printing::printing},
#define THALWEG_TERNARY(name, df, smooth, printing, ...) {#name, 3, Symmetry::none, Printing::printing},
#define THALWEG_INTEGER_POWER(name) {#name, 1, Symmetry::none, Printing::notation},
#include "core/formula/operators.def"
};

constexpr const OperatorTraits& traits(Operator operation) {
    return operator_traits[static_cast<std::size_t>(operation)];
}

}  // namespace thalweg

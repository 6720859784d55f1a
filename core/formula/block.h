#pragma once

#include <array>
#include <cstddef>

#include "core/formula/evaluate.h"

namespace thalweg {

/// Many doubles side by side: one evaluation of a program calculates that many points. Its functions are compiled for
/// several instruction sets with the compiler's vector mathematics (block.cpp), so the last digits may differ from
/// Arithmetic<double>'s, and between machines; for pictures only.
struct Block {
    static constexpr std::size_t size = 64;
    alignas(64) std::array<double, size> values;

    /// Sets all elements.
    void fill(double value);
};

/// The elements of v, but NaN where those of u are: a derivative's formula may be defined where f is not.
Block where_defined(const Block& u, const Block& v);

/// The operators for Block, element by element.
template <>
struct Arithmetic<Block> {
    static Block constant(const Constant& c);

#define THALWEG_UNARY(name, ...) static Block name(const Block& u);
#define THALWEG_BINARY(name, ...) static Block name(const Block& u, const Block& v);
#define THALWEG_TERNARY(name, ...) static Block name(const Block& u, const Block& v, const Block& w);
#define THALWEG_INTEGER_POWER(name) static Block name(const Block& u, int n);
#include "core/formula/operators.def"
};
static_assert(CompleteArithmetic<Block>);

}  // namespace thalweg

#pragma once

#include <cmath>

#include "core/optimizer/objective.h"

// The arithmetic of torch's in-place operations on numbers of double precision, rounding for rounding: its kernels are
// compiled for processors with a fused multiply-add, so that a product that is added is not rounded by itself. Where a
// method divides by what is left of a difference, such as RMSprop's v - a², the last bit decides where a long run goes.
namespace thalweg {

/// For functions with a loop over all coordinates: compiled with the processor's own fused multiply-add as well, many
/// coordinates at once where there are many; the dynamic linker takes the best that the machine has. The same bits,
/// sooner. Sanitizers must come first in a program, before any such choice is made.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define THALWEG_FUSED __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define THALWEG_FUSED
#endif

/// a.add(b, alpha=alpha): a + alpha·b, rounded once.
inline double add(double a, double b, double alpha) {
    return std::fma(alpha, b, a);
}

/// a.addcmul(u, v, value=value): a + (value·u)·v; the product with v is not rounded.
inline double addcmul(double a, double u, double v, double value) {
    return std::fma(value * u, v, a);
}

/// a.addcdiv(u, v, value=value): a + (value·u)/v, each rounded.
inline double addcdiv(double a, double u, double v, double value) {
    return a + value * u / v;
}

/// a.add_(b, alpha=alpha) of vectors (n).
void add_to(VectorRef a, const ConstVectorRef& b, double alpha);

}  // namespace thalweg

#include "core/formula/block.h"

#include <cmath>
#include <cstdint>

// Every loop is compiled for each of these instruction sets, and the dynamic linker takes the best that the machine
// has, since a package is built for the plainest one. Sanitizers must come first in a program, before any such choice
// is made.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define THALWEG_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define THALWEG_CLONES
#endif

// The vector variants that glibc has of these functions (libmvec). math.h tells of them under -ffast-math only, which
// would also forget about NaN. Clang has no such attribute and calls for one element after another.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && __GLIBC_PREREQ(2, 35)
#define THALWEG_VECTOR(declaration) extern "C" __attribute__((simd("notinbranch"), const, nothrow)) double declaration
THALWEG_VECTOR(cbrt(double));
THALWEG_VECTOR(exp(double));
THALWEG_VECTOR(log(double));
THALWEG_VECTOR(log10(double));
THALWEG_VECTOR(log1p(double));
THALWEG_VECTOR(log2(double));
THALWEG_VECTOR(sin(double));
THALWEG_VECTOR(cos(double));
THALWEG_VECTOR(tan(double));
THALWEG_VECTOR(asin(double));
THALWEG_VECTOR(acos(double));
THALWEG_VECTOR(atan(double));
THALWEG_VECTOR(sinh(double));
THALWEG_VECTOR(cosh(double));
THALWEG_VECTOR(tanh(double));
THALWEG_VECTOR(erf(double));
THALWEG_VECTOR(atan2(double, double));
THALWEG_VECTOR(hypot(double, double));
THALWEG_VECTOR(pow(double, double));
#endif

namespace thalweg {

namespace {

/// The operators for one element, in words that the compiler can turn into vector instructions. They are not those of
/// Arithmetic<double>: this file's compile flags must not reach code that the rest of the program shares.
struct Element {
    static double add(double u, double v) { return u + v; }
    static double subtract(double u, double v) { return u - v; }
    static double multiply(double u, double v) { return u * v; }
    static double divide(double u, double v) { return u / v; }
    static double negate(double u) { return -u; }
    static double square(double u) { return u * u; }
    static double power(double u, double v) { return ::pow(u, v); }
    static double sqrt(double u) { return __builtin_sqrt(u); }
    static double cbrt(double u) { return ::cbrt(u); }
    static double exp(double u) { return ::exp(u); }
    static double ln(double u) { return ::log(u); }
    static double log10(double u) { return ::log10(u); }
    static double log2(double u) { return ::log2(u); }
    static double sin(double u) { return ::sin(u); }
    static double cos(double u) { return ::cos(u); }
    static double tan(double u) { return ::tan(u); }
    static double asin(double u) { return ::asin(u); }
    static double acos(double u) { return ::acos(u); }
    static double atan(double u) { return ::atan(u); }
    static double sinh(double u) { return ::sinh(u); }
    static double cosh(double u) { return ::cosh(u); }
    static double tanh(double u) { return ::tanh(u); }
    static double erf(double u) { return ::erf(u); }
    static double sigmoid(double u) { return 1.0 / (1.0 + ::exp(-u)); }
    static double softplus(double u) { return (u < 0.0 ? 0.0 : u) + ::log1p(::exp(-__builtin_fabs(u))); }
    static double atan2(double u, double v) { return ::atan2(u, v); }
    static double hypot(double u, double v) { return ::hypot(u, v); }
    static double abs(double u) { return __builtin_fabs(u); }
    static double relu(double u) { return u < 0.0 ? 0.0 : u; }
    static double sign(double u) { return u > 0.0 ? 1.0 : (u < 0.0 ? -1.0 : u * 0.0); }
    static double step(double u) { return u >= 0.0 ? 1.0 : (u < 0.0 ? 0.0 : u); }
    static double floor(double u) { return __builtin_floor(u); }
    static double ceil(double u) { return __builtin_ceil(u); }
    static double min(double u, double v) { return u <= v ? u : (u > v ? v : u + v); }
    static double max(double u, double v) { return u >= v ? u : (u < v ? v : u + v); }
    static double mod(double u, double v) { return u - v * __builtin_floor(u / v); }
    static double less(double u, double v) { return u < v ? 1.0 : 0.0; }
    static double less_equal(double u, double v) { return u <= v ? 1.0 : 0.0; }
    static double equal(double u, double v) { return u == v ? 1.0 : 0.0; }
    static double not_equal(double u, double v) { return u != v ? 1.0 : 0.0; }
    static double both(double u, double v) { return (u != 0.0 ? 1.0 : 0.0) * (v != 0.0 ? 1.0 : 0.0); }
    static double either(double u, double v) { return u != 0.0 ? 1.0 : (v != 0.0 ? 1.0 : 0.0); }
    static double select(double u, double v, double w) { return u != 0.0 ? v : w; }
};

}  // namespace

THALWEG_CLONES void Block::fill(double value) {
    for (std::size_t i = 0; i < size; ++i) values[i] = value;
}

THALWEG_CLONES Block where_defined(const Block& u, const Block& v) {
    Block result;
    const double* a = u.values.data();
    const double* b = v.values.data();
    double* r = result.values.data();
    for (std::size_t i = 0; i < Block::size; ++i) r[i] = a[i] == a[i] ? b[i] : a[i];
    return result;
}

Block Arithmetic<Block>::constant(const Constant& c) {
    Block result;
    result.fill(c.value);
    return result;
}

#define THALWEG_UNARY(name, ...)                                                  \
    THALWEG_CLONES Block Arithmetic<Block>::name(const Block& u) {                \
        Block result;                                                             \
        const double* a = u.values.data();                                        \
        double* r = result.values.data();                                         \
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = Element::name(a[i]); \
        return result;                                                            \
    }
#define THALWEG_BINARY(name, ...)                                                       \
    THALWEG_CLONES Block Arithmetic<Block>::name(const Block& u, const Block& v) {      \
        Block result;                                                                   \
        const double* a = u.values.data();                                              \
        const double* b = v.values.data();                                              \
        double* r = result.values.data();                                               \
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = Element::name(a[i], b[i]); \
        return result;                                                                  \
    }
#define THALWEG_TERNARY(name, ...)                                                                 \
    THALWEG_CLONES Block Arithmetic<Block>::name(const Block& u, const Block& v, const Block& w) { \
        Block result;                                                                              \
        const double* a = u.values.data();                                                         \
        const double* b = v.values.data();                                                         \
        const double* c = w.values.data();                                                         \
        double* r = result.values.data();                                                          \
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = Element::name(a[i], b[i], c[i]);      \
        return result;                                                                             \
    }
#include "core/formula/operators.def"

/// As Arithmetic<double>::integer_power, all elements at once.
THALWEG_CLONES Block Arithmetic<Block>::integer_power(const Block& u, int n) {
    Block result;
    const double* a = u.values.data();
    double* r = result.values.data();
    const int magnitude = n < 0 ? -n : n;
    if (magnitude > 32) {
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = Element::power(a[i], magnitude);
    } else {
        Block powers = u;
        double* p = powers.values.data();
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = (magnitude & 1) != 0 ? a[i] : 1.0;
        for (int rest = magnitude >> 1; rest != 0; rest >>= 1) {
            for (std::size_t i = 0; i < Block::size; ++i) p[i] *= p[i];
            if ((rest & 1) == 0) continue;
            for (std::size_t i = 0; i < Block::size; ++i) r[i] *= p[i];
        }
    }
    if (n < 0) {
        for (std::size_t i = 0; i < Block::size; ++i) r[i] = 1.0 / r[i];
    }
    return result;
}

}  // namespace thalweg

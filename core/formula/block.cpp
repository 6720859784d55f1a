#include "core/formula/block.h"

#include "core/formula/scalar.h"

namespace thalweg {

Block Arithmetic<Block>::constant(const Constant& c) {
    Block result;
    result.values.fill(c.value);
    return result;
}

#define THALWEG_UNARY(name, ...)                                                                                \
    Block Arithmetic<Block>::name(const Block& u) {                                                             \
        Block result;                                                                                           \
        for (std::size_t i = 0; i < Block::size; ++i) result.values[i] = Arithmetic<double>::name(u.values[i]); \
        return result;                                                                                          \
    }
#define THALWEG_BINARY(name, ...)                                                  \
    Block Arithmetic<Block>::name(const Block& u, const Block& v) {                \
        Block result;                                                              \
        for (std::size_t i = 0; i < Block::size; ++i)                              \
            result.values[i] = Arithmetic<double>::name(u.values[i], v.values[i]); \
        return result;                                                             \
    }
#define THALWEG_TERNARY(name, ...)                                                              \
    Block Arithmetic<Block>::name(const Block& u, const Block& v, const Block& w) {             \
        Block result;                                                                           \
        for (std::size_t i = 0; i < Block::size; ++i)                                           \
            result.values[i] = Arithmetic<double>::name(u.values[i], v.values[i], w.values[i]); \
        return result;                                                                          \
    }
#define THALWEG_INTEGER_POWER(name)                                                                                \
    Block Arithmetic<Block>::name(const Block& u, int n) {                                                         \
        Block result;                                                                                              \
        for (std::size_t i = 0; i < Block::size; ++i) result.values[i] = Arithmetic<double>::name(u.values[i], n); \
        return result;                                                                                             \
    }
#include "core/formula/operators.def"

}  // namespace thalweg

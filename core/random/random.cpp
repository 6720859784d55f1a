#include "core/random/random.h"

#include <cmath>
#include <numbers>

namespace thalweg {

std::uint64_t mixed_bits(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

double uniform_from(std::uint64_t bits) {
    return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

double normal_from(std::uint64_t bits) {
    const std::uint64_t first = mixed_bits(bits), second = mixed_bits(first);
    return std::sqrt(-2.0 * std::log(uniform_from(first))) * std::cos(2.0 * std::numbers::pi * uniform_from(second));
}

RandomSequence::RandomSequence(std::uint64_t seed, std::uint64_t purpose)
    : state_(mixed_bits(mixed_bits(seed) + purpose)) {}

std::size_t RandomSequence::below(std::size_t count) {
    // Numbers beyond the last multiple of count would favour the first ones.
    const std::uint64_t range = count, excess = (0 - range) % range;
    std::uint64_t drawn = bits();
    while (drawn < excess) drawn = bits();
    return static_cast<std::size_t>(drawn % range);
}

}  // namespace thalweg

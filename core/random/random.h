#pragma once

#include <cstddef>
#include <cstdint>

namespace thalweg {

// Random numbers that are functions of what they are for: the same arguments give the same numbers in every run, on
// every thread, in any order of asking.

/// The output function of SplitMix64: every bit of the result depends on every bit of the argument.
/// Steele, Lea & Flood, 2014, "Fast splittable pseudorandom number generators".
std::uint64_t mixed_bits(std::uint64_t bits);

/// Uniform in (0, 1): never 0, whose logarithm is no number.
double uniform_from(std::uint64_t bits);

/// Standard normal. Box & Muller, 1958.
double normal_from(std::uint64_t bits);

/// A sequence of such numbers, one after another.
class RandomSequence {
  public:
    /// Sequences of different seeds, or of different `purpose`s, have nothing to do with each other.
    explicit RandomSequence(std::uint64_t seed, std::uint64_t purpose = 0);

    std::uint64_t bits() { return mixed_bits(state_++); }
    double uniform() { return uniform_from(bits()); }
    double normal() { return normal_from(bits()); }

    /// One of 0 … count − 1, all equally likely; count >= 1.
    std::size_t below(std::size_t count);

  private:
    std::uint64_t state_;
};

}  // namespace thalweg

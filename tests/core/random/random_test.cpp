#include "core/random/random.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace thalweg {
namespace {

TEST(MixedBits, are_those_of_the_published_generator) {
    // SplitMix64 seeded with 1234567, as its reference implementation prints them.
    constexpr std::uint64_t seed = 1234567, golden = 0x9e3779b97f4a7c15;
    EXPECT_EQ(mixed_bits(seed), 6457827717110365317U);
    EXPECT_EQ(mixed_bits(seed + golden), 3203168211198807973U);
}

TEST(RandomSequence, repeats_itself_for_the_same_seed_and_for_no_other) {
    RandomSequence a(7), again(7), other(8), purpose(7, 1);
    const auto first = a.bits();
    EXPECT_EQ(again.bits(), first);
    EXPECT_NE(other.bits(), first);
    EXPECT_NE(purpose.bits(), first);
}

TEST(RandomSequence, is_uniform_and_normal_up_to_four_standard_errors) {
    constexpr int n = 100'000;
    RandomSequence random(1);
    double uniform = 0, normal = 0, square = 0;
    for (int i = 0; i < n; ++i) {
        uniform += random.uniform();
        const double z = random.normal();
        normal += z;
        square += z * z;
    }
    EXPECT_NEAR(uniform / n, 0.5, 4 * std::sqrt(1.0 / 12 / n));
    EXPECT_NEAR(normal / n, 0.0, 4 * std::sqrt(1.0 / n));
    EXPECT_NEAR(square / n, 1.0, 4 * std::sqrt(2.0 / n));
}

TEST(RandomSequence, draws_each_of_a_few_equally_often) {
    constexpr int n = 60'000;
    RandomSequence random(3);
    std::array<int, 6> counts{};
    for (int i = 0; i < n; ++i) ++counts.at(random.below(6));
    for (const int count : counts) EXPECT_NEAR(count, n / 6, 4 * std::sqrt(n * 5.0 / 36));
}

}  // namespace
}  // namespace thalweg

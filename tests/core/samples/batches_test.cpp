#include "core/samples/batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace thalweg {
namespace {

using Samples = std::vector<std::uint32_t>;

Samples batch(BatchSource& source, int step) {
    const auto samples = source.at(step);
    return {samples.begin(), samples.end()};
}

Samples all_of(std::size_t m) {
    Samples all(m);
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

TEST(BatchSource, sees_every_sample_once_in_a_shuffled_epoch) {
    for (const int size : {1, 3, 4, 10, 11}) {
        const Batches batches{.size = size, .seed = 5};
        BatchSource source(batches, 10);
        const int steps = steps_per_epoch(batches, 10);
        EXPECT_EQ(steps, size >= 10 ? 1 : (10 + size - 1) / size);
        for (int epoch = 0; epoch < 3; ++epoch) {
            Samples seen;
            for (int step = 0; step < steps; ++step) {
                const Samples part = batch(source, epoch * steps + step);
                EXPECT_TRUE(std::ranges::is_sorted(part));
                EXPECT_EQ(part.size(), step + 1 < steps ? static_cast<std::size_t>(size)
                                                        : 10U - static_cast<std::size_t>(size * (steps - 1)) % 10);
                seen.insert(seen.end(), part.begin(), part.end());
            }
            std::ranges::sort(seen);
            EXPECT_EQ(seen, all_of(10)) << size;
        }
    }
}

TEST(BatchSource, gives_the_same_batch_in_whatever_order_it_is_asked) {
    for (const Sampling sampling : {Sampling::shuffled, Sampling::replacement}) {
        BatchSource forwards({.size = 3, .sampling = sampling, .seed = 2}, 8);
        BatchSource backwards({.size = 3, .sampling = sampling, .seed = 2}, 8);
        BatchSource other({.size = 3, .sampling = sampling, .seed = 3}, 8);
        std::vector<Samples> batches, others;
        for (int step = 0; step < 20; ++step) {
            batches.push_back(batch(forwards, step));
            others.push_back(batch(other, step));
        }
        for (int step = 19; step >= 0; --step)
            EXPECT_EQ(batch(backwards, step), batches[static_cast<std::size_t>(step)]);
        EXPECT_NE(batches, others);
    }
}

TEST(BatchSource, sees_all_when_no_size_is_given) {
    for (const int size : {0, 6, 100}) {
        const Batches batches{.size = size};
        EXPECT_TRUE(whole(batches, 6));
        BatchSource source(batches, 6);
        EXPECT_EQ(batch(source, 4), all_of(6));
    }
    EXPECT_FALSE(whole({.size = 5}, 6));
    EXPECT_FALSE(whole({.size = 6, .sampling = Sampling::replacement}, 6));
}

TEST(BatchSource, draws_each_sample_equally_often_with_replacement) {
    BatchSource source({.size = 2, .sampling = Sampling::replacement}, 5);
    std::vector<int> counts(5);
    constexpr int steps = 20'000;
    for (int step = 0; step < steps; ++step)
        for (const std::uint32_t sample : source.at(step)) ++counts[sample];
    const double expected = 2.0 * steps / 5;
    for (const int count : counts) EXPECT_NEAR(count, expected, 4 * std::sqrt(expected * 0.8));
}

}  // namespace
}  // namespace thalweg

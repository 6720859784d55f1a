#include "app/lenses/batch_words.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(BatchWords, CountBatchesWithinTheirEpochs) {
    const Batches batches{.size = 4};  // of 10 samples: 4, 4, 2
    EXPECT_EQ(batch_words(batches, 10, 0), "batch 1 of 3, epoch 1");
    EXPECT_EQ(batch_words(batches, 10, 2), "batch 3 of 3, epoch 1");
    EXPECT_EQ(batch_words(batches, 10, 3), "batch 1 of 3, epoch 2");
    EXPECT_EQ(batch_words(batches, 10, 31), "batch 2 of 3, epoch 11");
}

TEST(BatchWords, DrawnFromAllThereAreNoEpochs) {
    EXPECT_EQ(batch_words({.size = 4, .sampling = Sampling::replacement}, 10, 31), "batch 32, drawn from all");
}

}  // namespace
}  // namespace thalweg

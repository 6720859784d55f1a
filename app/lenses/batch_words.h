#pragma once

#include <cstddef>
#include <string>

#include "core/samples/batches.h"

namespace thalweg {

/// Which of its batches a step sees, counted from 1: "batch 3 of 12, epoch 2"; "batch 27, drawn from all" where each is
/// drawn anew. step: counted from 0; m: samples that there are to see.
std::string batch_words(const Batches& batches, std::size_t m, int step);

}  // namespace thalweg

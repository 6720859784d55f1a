#include "app/lenses/batch_words.h"

#include <fmt/format.h>

namespace thalweg {

std::string batch_words(const Batches& batches, std::size_t m, int step) {
    if (batches.sampling == Sampling::replacement) return fmt::format("batch {}, drawn from all", step + 1);
    const int in_epoch = steps_per_epoch(batches, m);
    return fmt::format("batch {} of {}, epoch {}", step % in_epoch + 1, in_epoch, step / in_epoch + 1);
}

}  // namespace thalweg

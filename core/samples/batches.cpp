#include "core/samples/batches.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/random/random.h"

namespace thalweg {
namespace {

/// So many samples are in a batch.
std::size_t full_size(const Batches& batches, std::size_t m) {
    return batches.size <= 0 ? m : std::min(static_cast<std::size_t>(batches.size), m);
}

/// The numbers of one epoch or step have nothing to do with those of another, nor with those of other draws.
RandomSequence sequence(const Batches& batches, int of) {
    constexpr std::uint64_t purpose = std::uint64_t{2} << 32U;
    return RandomSequence(static_cast<std::uint64_t>(batches.seed), purpose + static_cast<std::uint64_t>(of));
}

}  // namespace

bool whole(const Batches& batches, std::size_t m) {
    return full_size(batches, m) == m && batches.sampling == Sampling::shuffled;
}

int steps_per_epoch(const Batches& batches, std::size_t m) {
    const std::size_t size = full_size(batches, m);
    return static_cast<int>((m + size - 1) / size);
}

BatchSource::BatchSource(const Batches& batches, std::size_t m) : batches_(batches), order_(m) {
    batch_.reserve(full_size(batches, m));
}

std::span<const std::uint32_t> BatchSource::at(int step) {
    const std::size_t m = order_.size(), size = full_size(batches_, m);
    batch_.clear();
    if (batches_.sampling == Sampling::replacement) {
        RandomSequence random = sequence(batches_, step);
        for (std::size_t i = 0; i < size; ++i) batch_.push_back(static_cast<std::uint32_t>(random.below(m)));
    } else {
        const int steps = steps_per_epoch(batches_, m);
        shuffle(step / steps);
        const std::size_t first = size * static_cast<std::size_t>(step % steps);
        const auto rest = std::span(order_).subspan(first);
        batch_.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min(size, rest.size())));
    }
    std::ranges::sort(batch_);
    return batch_;
}

void BatchSource::shuffle(int epoch) {
    if (epoch == epoch_) return;
    epoch_ = epoch;
    std::iota(order_.begin(), order_.end(), 0U);
    RandomSequence random = sequence(batches_, epoch);
    for (std::size_t left = order_.size(); left > 1; --left) std::swap(order_[left - 1], order_[random.below(left)]);
}

}  // namespace thalweg

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/setting/setting.h"

namespace thalweg {

enum class Sampling {
    shuffled,     ///< every epoch goes through all samples once, each in an order of its own; the last batch of an
                  ///< epoch has what is left (torch's DataLoader with shuffle=True)
    replacement,  ///< every sample of every batch is drawn from all
};

/// Which samples each step sees.
struct Batches {
    int size = 0;  ///< samples a step; 0, or as many as there are: all of them
    Sampling sampling = Sampling::shuffled;
    int seed = 1;

    void describe(auto&& visit) {
        visit(size, Setting{.name = "batch",
                            .symbol = "B",
                            .help = "Samples in each step; 0: all, which is plain descent.",
                            .maximum = 100,
                            .limits = {.low = 0.0}});
        visit(sampling,
              Setting{.name = "sampling",
                      .help = "Shuffled: an epoch sees each sample once. Replacement: each is drawn from all.",
                      .choices = "shuffled|replacement"});
        visit(seed, Setting{.name = "seed", .help = "Another number draws other batches.", .maximum = 1000});
    }
    bool operator==(const Batches&) const = default;
};

/// Whether every step sees all m samples, each once.
bool whole(const Batches& batches, std::size_t m);

/// How many steps it takes to see m samples once: ⌈m / size⌉.
int steps_per_epoch(const Batches& batches, std::size_t m);

/// The batches, one for each step, whatever the order in which they are asked for: what step k sees depends on k, the
/// settings and m alone.
class BatchSource {
  public:
    /// m >= 1 samples.
    BatchSource(const Batches& batches, std::size_t m);

    /// The samples that step `step` (counted from 0) sees, ascending, so that sums over them are always taken in one
    /// order. Valid until the next call; does not allocate.
    std::span<const std::uint32_t> at(int step);

  private:
    void shuffle(int epoch);

    Batches batches_;
    std::vector<std::uint32_t> order_;  ///< of the epoch, all samples
    int epoch_ = -1;                    ///< whose order that is
    std::vector<std::uint32_t> batch_;
};

}  // namespace thalweg

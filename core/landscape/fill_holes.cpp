#include "core/landscape/fill_holes.h"

#include <array>
#include <cmath>
#include <vector>

namespace thalweg {
namespace {

class Filling {
  public:
    Filling(std::span<double> values, std::size_t columns)
        : values_(values), columns_(columns), rows_(values.size() / columns) {}

    void run() {
        std::vector<std::size_t> rim;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (std::isnan(values_[i]) && touches_number(i)) rim.push_back(i);
        }
        // One layer after another, so that nothing depends on the order within a layer.
        constexpr int straight_layers = 4;
        std::vector<bool> queued(values_.size(), false);
        for (int layer = 0; !rim.empty(); ++layer) {
            std::vector<double> found;
            for (const std::size_t i : rim) found.push_back(continued(i, layer < straight_layers));
            for (std::size_t k = 0; k < rim.size(); ++k) values_[rim[k]] = found[k];
            std::vector<std::size_t> next;
            for (const std::size_t i : rim) {
                for (const auto& [dx, dy] : directions) {
                    const std::size_t j = neighbour(i, dx, dy);
                    if (j == nowhere || queued[j] || !std::isnan(values_[j])) continue;
                    queued[j] = true;
                    next.push_back(j);
                }
            }
            rim = std::move(next);
        }
    }

  private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    static constexpr std::array<std::array<int, 2>, 4> directions = {{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};

    std::size_t neighbour(std::size_t i, int dx, int dy) const {
        const std::size_t column = i % columns_ + static_cast<std::size_t>(dx);
        const std::size_t row = i / columns_ + static_cast<std::size_t>(dy);
        return column < columns_ && row < rows_ ? row * columns_ + column : nowhere;
    }

    bool touches_number(std::size_t i) const {
        for (const auto& [dx, dy] : directions) {
            const std::size_t j = neighbour(i, dx, dy);
            if (j != nowhere && !std::isnan(values_[j])) return true;
        }
        return false;
    }

    /// The mean of what the numbers on either side suggest.
    double continued(std::size_t i, bool straight) const {
        double total = 0.0;
        int count = 0;
        for (const auto& [dx, dy] : directions) {
            const std::size_t near = neighbour(i, dx, dy);
            if (near == nowhere || std::isnan(values_[near])) continue;
            const std::size_t far = neighbour(near, dx, dy);
            const bool line = straight && far != nowhere && !std::isnan(values_[far]);
            total += line ? 2.0 * values_[near] - values_[far] : values_[near];
            ++count;
        }
        return total / count;
    }

    std::span<double> values_;
    std::size_t columns_, rows_;
};

}  // namespace

void fill_holes(std::span<double> values, std::size_t columns) {
    Filling(values, columns).run();
}

}  // namespace thalweg

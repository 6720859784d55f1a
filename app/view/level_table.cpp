#include "app/view/level_table.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace thalweg {

std::vector<bool> strong_levels(std::span<const double> values) {
    std::vector<bool> strong(values.size());
    const double spacing =
        values.size() > 1 ? (values.back() - values.front()) / static_cast<double>(values.size() - 1) : 0.0;
    bool even = spacing > 0.0 && std::abs(values.front() / spacing) < 1e15;
    for (std::size_t i = 1; even && i < values.size(); ++i) {
        even = std::abs(values[i] - values[i - 1] - spacing) < 1e-6 * spacing;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int64_t index = even ? std::llround(values[i] / spacing) : static_cast<std::int64_t>(i);
        strong[i] = index % 4 == 0;
    }
    return strong;
}

std::vector<float> level_table(std::span<const double> values, const std::function<double(double)>& height) {
    struct Level {
        double height;
        float strength;
    };
    const std::vector<bool> strong = strong_levels(values);
    std::vector<Level> levels;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double h = height(values[i]);
        if (h >= 0.0 && h <= 1.0) levels.push_back({h, strong[i] ? 1.0F : 0.0F});
    }
    // Far outside of 0..1: no line is ever near.
    std::vector<float> table(std::size_t{level_table_size} * 3, -1e6F);
    if (levels.empty()) return table;
    std::size_t nearest = 0;
    for (int bin = 0; bin < level_table_size; ++bin) {
        const double middle = (bin + 0.5) / level_table_size;
        while (nearest + 1 < levels.size() &&
               std::abs(levels[nearest + 1].height - middle) < std::abs(levels[nearest].height - middle)) {
            ++nearest;
        }
        double gap = 1.0;
        if (nearest > 0) gap = std::min(gap, levels[nearest].height - levels[nearest - 1].height);
        if (nearest + 1 < levels.size()) gap = std::min(gap, levels[nearest + 1].height - levels[nearest].height);
        float* entry = table.data() + std::size_t{3} * static_cast<std::size_t>(bin);
        entry[0] = static_cast<float>(levels[nearest].height);
        entry[1] = levels[nearest].strength;
        entry[2] = static_cast<float>(gap);
    }
    return table;
}

}  // namespace thalweg

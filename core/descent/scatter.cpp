#include "core/descent/scatter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/random/random.h"

namespace thalweg {

std::vector<std::array<double, 2>> scattered_starts(const ScatterSettings& settings, const Box& box) {
    std::vector<std::array<double, 2>> starts(static_cast<std::size_t>(std::max(settings.count, 0)));
    RandomSequence random(static_cast<std::uint64_t>(settings.seed));
    for (auto& [x, y] : starts) {
        if (settings.scatter == Scatter::uniform) {
            x = box.x0 + random.uniform() * box.width();
            y = box.y0 + random.uniform() * box.height();
        } else {
            x = settings.x + random.normal() * settings.spread * box.width();
            y = settings.y + random.normal() * settings.spread * box.height();
        }
    }
    return starts;
}

}  // namespace thalweg

#include "app/scene/basin_colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace thalweg {
namespace {

/// Told apart by the colour-blind, in this order.
constexpr std::array strong = {rgb(0x3F8FE0), rgb(0xF0A030), rgb(0x35B58A), rgb(0xD9609F),
                               rgb(0xEBD64C), rgb(0x8A6FE0), rgb(0x63D2E6), rgb(0xE2604A)};
constexpr Color unfinished = rgb(0x8B919C), diverged = rgb(0x26282E);
constexpr Color pale_saddle = rgb(0xC9CED8), pale_maximum = rgb(0xF4F1E8), pale_degenerate = rgb(0x9FB0A8);
constexpr float darkest = 0.36F;

Color mixed(const Color& a, const Color& b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share), 1.0F};
}

std::uint8_t byte(float channel) {
    return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(channel, 0.0F, 1.0F)));
}

using Bytes = std::array<std::uint8_t, 3>;

Bytes bytes(const Color& color, float light) {
    return {byte(light * color.r), byte(light * color.g), byte(light * color.b)};
}

std::size_t most_steps_of(const BasinMap& map) {
    return map.steps.empty() ? 0 : static_cast<std::size_t>(*std::ranges::max_element(map.steps));
}

/// How bright a start is, by its steps.
std::vector<float> lights(const BasinMap& map, const StepRange& range) {
    std::vector<float> light;
    for (std::size_t steps = 0; steps <= most_steps_of(map); ++steps) {
        const double share =
            (std::log1p(static_cast<double>(steps)) - range.quick) / std::max(range.slow - range.quick, 0.1);
        light.push_back(1.0F - (1.0F - darkest) * static_cast<float>(std::clamp(share, 0.0, 1.0)));
    }
    return light;
}

/// Whether a stripe runs through a cell; `across` counts cells across the stripes.
bool in_stripe(int across, int columns) {
    constexpr int stripes = 40, least_period = 4;
    const int period = std::max(columns / stripes, least_period);
    return (across % period + period) % period < period / 3;
}

}  // namespace

BasinTag BasinRegister::tag(const Destination& destination, double near) {
    int hue = 0;
    for (std::size_t i = 0; i < known_.size(); ++i) {
        if (known_[i].kind != destination.kind) continue;
        const double apart = std::hypot(known_[i].x - destination.x, known_[i].y - destination.y);
        if (!is_a_point(destination.kind) || apart < near) return tags_[i];
        ++hue;
    }
    known_.push_back(destination);
    tags_.push_back({.number = is_a_point(destination.kind) ? ++numbers_ : 0, .hue = hue});
    return tags_.back();
}

std::vector<BasinTag> BasinRegister::tags(const BasinMap& map) {
    // Points are refined to many digits; shares of the diagonal tell apart what rounding does not.
    const double diagonal = std::hypot(map.box.width(), map.box.height());
    const double near = 1e-3 * diagonal;
    std::vector<std::size_t> order(map.destinations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
        const Destination& d = map.destinations[i];
        return is_a_point(d.kind) ? std::tuple(d.kind, std::round(d.x / near), d.y) : std::tuple(d.kind, 0.0, 0.0);
    });
    std::vector<BasinTag> result(order.size());
    for (const std::size_t i : order) result[i] = tag(map.destinations[i], near);
    return result;
}

Color basin_color(DestinationKind kind, const BasinTag& tag) {
    // Half a round on, so that the first of these is not taken for the first minimum.
    const int turn = kind == DestinationKind::degenerate ? 4 : 0;
    const Color hue = strong[static_cast<std::size_t>(tag.hue + turn) % strong.size()];
    switch (kind) {
        case DestinationKind::minimum:
            return hue;
        case DestinationKind::saddle:
            return mixed(hue, pale_saddle, 0.66F);
        case DestinationKind::maximum:
            return mixed(hue, pale_maximum, 0.85F);
        case DestinationKind::degenerate:
            return mixed(hue, pale_degenerate, 0.4F);
        case DestinationKind::unfinished:
            return unfinished;
        case DestinationKind::diverged:
            break;
    }
    return diverged;
}

StepRange step_range(const BasinMap& map) {
    std::vector<int> with_steps(most_steps_of(map) + 1, 0);
    int arrived = 0;
    for (std::size_t i = 0; i < map.steps.size(); ++i) {
        if (!is_a_point(map.destinations[static_cast<std::size_t>(map.destination[i])].kind)) continue;
        ++with_steps[static_cast<std::size_t>(map.steps[i])];
        ++arrived;
    }
    const auto log_of_quantile = [&](double share) {
        std::size_t steps = 0;
        for (double seen = 0; steps + 1 < with_steps.size(); ++steps)
            if ((seen += with_steps[steps]) >= share * arrived) break;
        return std::log1p(static_cast<double>(steps));
    };
    return {.quick = log_of_quantile(0.02), .slow = log_of_quantile(0.98)};
}

std::vector<std::uint8_t> basin_colors(const BasinMap& map, std::span<const BasinTag> tags, const StepRange& range) {
    const std::vector<float> light = lights(map, range);
    std::vector<Color> colors;
    for (std::size_t i = 0; i < tags.size(); ++i) colors.push_back(basin_color(map.destinations[i].kind, tags[i]));
    std::vector<std::uint8_t> result;
    result.reserve(3 * map.steps.size());
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.columns; ++column) {
            const auto start = static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns) +
                               static_cast<std::size_t>(column);
            const auto destination = static_cast<std::size_t>(map.destination[start]);
            const DestinationKind kind = map.destinations[destination].kind;
            float shade = 1.0F;
            if (is_a_point(kind))
                shade = light[static_cast<std::size_t>(map.steps[start])];
            else if (in_stripe(kind == DestinationKind::diverged ? column - row : column + row, map.columns))
                shade = kind == DestinationKind::diverged ? 2.0F : 0.7F;
            const Bytes color = bytes(colors[destination], shade);
            result.insert(result.end(), color.begin(), color.end());
        }
    }
    return result;
}

}  // namespace thalweg

#include "core/stationary/components.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

namespace thalweg {
namespace {

using Group = std::vector<std::size_t>;

/// Disjoint sets of 0 … n-1, each known by its smallest member.
class Sets {
  public:
    explicit Sets(std::size_t n) : parents_(n) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }

    std::size_t find(std::size_t i) {
        while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
        return i;
    }
    void join(std::size_t i, std::size_t j) {
        const std::size_t a = find(i), b = find(j);
        parents_[std::max(a, b)] = std::min(a, b);
    }
    std::vector<Group> groups() {
        std::vector<Group> all(parents_.size());
        for (std::size_t i = 0; i < parents_.size(); ++i) all[find(i)].push_back(i);
        std::erase_if(all, [](const Group& group) { return group.empty(); });
        return all;
    }

  private:
    std::vector<std::size_t> parents_;
};

Rectangle cover(std::span<const OpenPiece> pieces, const Group& group) {
    Rectangle all = pieces[group.front()].rectangle;
    for (const std::size_t i : group) all = hull(all, pieces[i].rectangle);
    return all;
}

/// The cells of n equal ones, over a range, that a part of the range touches: first and last.
std::array<std::size_t, 2> cells(const Interval& part, const Interval& range, std::size_t n) {
    const double scale = static_cast<double>(n) / std::max(range.upper - range.lower, rounding::tiniest);
    const auto cell = [&](double x) {
        return static_cast<std::size_t>(std::clamp((x - range.lower) * scale, 0.0, static_cast<double>(n - 1)));
    };
    return {cell(part.lower), cell(part.upper)};
}

/// Joins pieces that share a cell of an n×n raster.
std::vector<Group> components_of_raster(std::span<const OpenPiece> pieces, std::size_t n) {
    Group everyone(pieces.size());
    std::iota(everyone.begin(), everyone.end(), std::size_t{0});
    const Rectangle all = cover(pieces, everyone);
    Sets sets(pieces.size());
    std::vector<std::size_t> owners(n * n, pieces.size());
    for (const std::size_t i : everyone) {
        const auto columns = cells(pieces[i].rectangle.x, all.x, n), rows = cells(pieces[i].rectangle.y, all.y, n);
        for (std::size_t row = rows[0]; row <= rows[1]; ++row) {
            for (std::size_t column = columns[0]; column <= columns[1]; ++column) {
                std::size_t& owner = owners[row * n + column];
                if (owner == pieces.size()) owner = i;
                sets.join(owner, i);
            }
        }
    }
    return sets.groups();
}

/// A group with the rectangle that covers it, and how much of that lies outside of its pieces.
struct Cover {
    Group group;
    Rectangle rectangle;
    double waste = 0.0;
};

Cover covered(std::span<const OpenPiece> pieces, Group group) {
    Cover result{std::move(group), {}, 0.0};
    result.rectangle = cover(pieces, result.group);
    double area = 0.0;
    for (const std::size_t i : result.group) area += pieces[i].rectangle.width() * pieces[i].rectangle.height();
    const double covered_area = result.rectangle.width() * result.rectangle.height();
    result.waste = covered_area > 4.0 * area ? covered_area - area : 0.0;
    return result;
}

/// One rectangle, or up to `most` where it would be mostly waste: the most wasteful is cut in two, and again.
std::vector<Cover> covers(std::span<const OpenPiece> pieces, Group group, std::size_t most) {
    std::vector<Cover> all{covered(pieces, std::move(group))};
    while (all.size() < most) {
        const auto worst = std::ranges::max_element(all, {}, &Cover::waste);
        if (worst->waste == 0.0) break;
        const Rectangle& r = worst->rectangle;
        const Axis axis = r.longer();
        const double at = r.side(axis).middle();
        Group low, high;
        for (const std::size_t i : worst->group) {
            (pieces[i].rectangle.side(axis).middle() < at ? low : high).push_back(i);
        }
        if (low.empty() || high.empty()) break;
        *worst = covered(pieces, std::move(low));
        all.push_back(covered(pieces, std::move(high)));
    }
    return all;
}

std::string_view reason(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::budget:
            return "the budget of boxes is used up";
        case Obstacle::wide:
            return "the bounds are too wide there";
        case Obstacle::gap:
            return "f is not defined at some points there";
        case Obstacle::kink:
            return "f is not differentiable there";
        case Obstacle::jump:
            return "f jumps there";
        case Obstacle::degenerate:
            return "the Hessian is singular there";
        case Obstacle::line:
            return "f is constant along a line there";
        case Obstacle::flat:
            return "f is constant there as far as doubles can tell";
    }
    return "";
}

}  // namespace

std::vector<Group> components(std::span<const OpenPiece> pieces, double gap_x, double gap_y) {
    constexpr std::size_t many = 1000;
    if (pieces.size() > many) return components_of_raster(pieces, 256);
    Sets sets(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Rectangle grown = pieces[i].rectangle.grown(gap_x, gap_y);
        for (std::size_t j = 0; j < i; ++j) {
            if (grown.touches(pieces[j].rectangle)) sets.join(i, j);
        }
    }
    return sets.groups();
}

std::vector<UndecidedRegion> merge(std::span<const OpenPiece> pieces, const Scales& scales) {
    constexpr std::size_t most = 100, enough = 24, most_of_a_component = 8;
    std::vector<Group> groups = components(pieces, scales.smallest_x, scales.smallest_y);
    for (std::size_t n = 128; groups.size() > most; n /= 2) groups = components_of_raster(pieces, n);
    const std::size_t each =
        groups.empty() ? 1 : std::clamp(enough / groups.size(), std::size_t{1}, most_of_a_component);
    std::vector<UndecidedRegion> regions;
    for (Group& group : groups) {
        for (const Cover& part : covers(pieces, std::move(group), each)) {
            const std::size_t gravest =
                *std::ranges::max_element(part.group, {}, [&](std::size_t i) { return pieces[i].obstacle; });
            regions.push_back({part.rectangle.box(), std::string(reason(pieces[gravest].obstacle))});
        }
    }
    std::ranges::sort(regions, {},
                      [](const UndecidedRegion& r) { return std::array{r.box.x0, r.box.y0, r.box.x1, r.box.y1}; });
    return regions;
}

}  // namespace thalweg

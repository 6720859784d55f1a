#include "core/stationary/components.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

namespace thalweg {
namespace {

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

  private:
    std::vector<std::size_t> parents_;
};

using Group = std::vector<std::size_t>;

Rectangle cover(std::span<const OpenPiece> pieces, const Group& group) {
    Rectangle all = pieces[group.front()].rectangle;
    for (const std::size_t i : group) all = hull(all, pieces[i].rectangle);
    return all;
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
        const bool cut_x = r.width() >= r.height();
        const double at = cut_x ? r.x.middle() : r.y.middle();
        Group low, high;
        for (const std::size_t i : worst->group) {
            const Rectangle& piece = pieces[i].rectangle;
            ((cut_x ? piece.x.middle() : piece.y.middle()) < at ? low : high).push_back(i);
        }
        if (low.empty() || high.empty()) break;
        *worst = covered(pieces, std::move(low));
        all.push_back(covered(pieces, std::move(high)));
    }
    return all;
}

}  // namespace

std::vector<Group> components(std::span<const OpenPiece> pieces, double gap_x, double gap_y) {
    // A sweep from left to right: only pieces that have not ended yet can be near the next one.
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(pieces[i].rectangle.x.lower, i); });
    Sets sets(pieces.size());
    std::vector<std::size_t> open;
    for (const std::size_t i : order) {
        const Rectangle grown = pieces[i].rectangle.grown(gap_x, gap_y);
        std::erase_if(open, [&](std::size_t j) { return pieces[j].rectangle.x.upper < grown.x.lower; });
        for (const std::size_t j : open) {
            if (grown.touches(pieces[j].rectangle)) sets.join(i, j);
        }
        open.push_back(i);
    }
    std::vector<Group> groups(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) groups[sets.find(i)].push_back(i);
    std::erase_if(groups, [](const Group& group) { return group.empty(); });
    return groups;
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
            return "f does not change along y there";
        case Obstacle::flat:
            return "the gradient vanishes everywhere there";
    }
    return "";
}

std::vector<UndecidedRegion> merge(std::span<const OpenPiece> pieces, const Scales& scales) {
    constexpr std::size_t most = 100, most_of_a_component = 8;
    double gap_x = scales.smallest_x, gap_y = scales.smallest_y;
    std::vector<Group> groups = components(pieces, gap_x, gap_y);
    while (groups.size() > most) {
        gap_x *= 8.0;
        gap_y *= 8.0;
        groups = components(pieces, gap_x, gap_y);
    }
    const std::size_t each = groups.empty() ? 1 : std::clamp(most / groups.size(), std::size_t{1}, most_of_a_component);
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

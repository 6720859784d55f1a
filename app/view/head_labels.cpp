#include "app/view/head_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

namespace thalweg {
namespace {

// Design pixels.
constexpr float letter_size = 13, line_height = 16, head_radius = 10, gap = 15;
constexpr std::size_t most_heads = 10;

struct Head {
    InkPoint place;
    const PathTrace* trace;
};

/// Where a name may stand: beside the head, or so many lines further down or up.
struct Seat {
    bool right;
    int line;
};
constexpr std::array seats{Seat{true, 0},  Seat{false, 0},  Seat{true, 1}, Seat{true, -1},
                           Seat{false, 1}, Seat{false, -1}, Seat{true, 2}, Seat{true, -2},
                           Seat{false, 2}, Seat{false, -2}, Seat{true, 3}, Seat{true, -3}};

PictureArea seated(const Seat& seat, const InkPoint& head, float width, const InkStyle& style) {
    const float left = seat.right ? head.x + style.px(gap) : head.x - style.px(gap) - width;
    const float middle = head.y + style.px(line_height) * static_cast<float>(seat.line);
    const float half = style.px(line_height) / 2;
    return {left, middle - half, left + width, middle + half};
}

std::vector<Head> heads_of(const std::vector<PathTrace>& traces, const Placement& placement) {
    std::vector<Head> heads;
    for (const PathTrace& trace : traces) {
        const Spot& spot = trace.head.spot;
        if (const auto place = placement.point({spot.x, spot.y, placement.raised(spot)}))
            heads.push_back({*place, &trace});
    }
    return heads;
}

std::string name_of(const PathTrace& trace, const Session& session) {
    if (trace.recorded != nullptr) return trace.recorded->name;
    return title(session.optimizers[static_cast<std::size_t>(trace.path->optimizer)]);
}

/// Bright enough to be read on every colour map, with the hue that tells the optimizer.
Color legible(const Color& color) {
    const auto brighter = [](float part) { return part + 0.45F * (1 - part); };
    return {brighter(color.r), brighter(color.g), brighter(color.b), 1};
}

}  // namespace

void add_head_labels(std::vector<Label>& labels, const Session& session, const std::vector<PathTrace>& traces,
                     const Placement& placement, const InkStyle& style, const PictureArea& within) {
    const std::vector<Head> heads = heads_of(traces, placement);
    if (!style.words || heads.size() < 2 || heads.size() > most_heads) return;
    std::vector<PictureArea> taken;
    for (const Head& head : heads) {
        const float reach = style.px(head_radius);
        taken.push_back({head.place.x - reach, head.place.y - reach, head.place.x + reach, head.place.y + reach});
    }
    for (const Label& label : labels) taken.push_back(covered_by(label, style));
    for (const Head& head : heads) {
        const std::string name = name_of(*head.trace, session);
        const float name_width = style.px(letter_size) * letters_width(name);
        for (const Seat& seat : seats) {
            const PictureArea place = seated(seat, head.place, name_width, style);
            const bool covered =
                std::ranges::any_of(taken, [&](const PictureArea& other) { return place.meets(other); });
            if (covered || !within.holds(place)) continue;
            taken.push_back(place);
            labels.push_back({.text = name,
                              .x = seat.right ? place.left : place.right,
                              .y = (place.top + place.bottom) / 2,
                              .anchor_x = seat.right ? 0.0F : 1.0F,
                              .size = letter_size,
                              .color = legible(optimizer_color(head.trace->path->color)),
                              .halo = mark_outline});
            break;
        }
    }
}

}  // namespace thalweg

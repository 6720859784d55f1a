#include "app/view/head_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>

#include "app/scene/run_titles.h"
#include "app/view/path_letters.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float letter_size = 13, line_height = 16, head_radius = 10, gap = 15, leader_width = 1.25F;
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

std::string name_of(const PathTrace& trace, const std::vector<std::string>& titles) {
    return trace.recorded != nullptr ? trace.recorded->name : titles[static_cast<std::size_t>(trace.path->optimizer)];
}

bool is_selected(const Head& head, const Pointer& pointer) {
    const PathTrace& trace = *head.trace;
    return trace.recorded == nullptr && trace.path->optimizer == pointer.selected_optimizer &&
           (pointer.selected_start < 0 || trace.path->start == pointer.selected_start);
}

/// From a head to a name that stands apart from it.
void draw_leader(Ink& ink, const InkPoint& head, const Seat& seat, const PictureArea& name, const InkStyle& style,
                 const Color& color) {
    const InkPoint end{seat.right ? name.left - style.px(2) : name.right + style.px(2), (name.top + name.bottom) / 2,
                       0.0F};
    const float dx = end.x - head.x, dy = end.y - head.y, share = style.px(head_radius) / std::hypot(dx, dy);
    const std::array line = {InkPoint{head.x + share * dx, head.y + share * dy, 0.0F}, end};
    ink.polyline(line, style.px(leader_width + 2), style.theme.background.with_alpha(0.7F));
    ink.polyline(line, style.px(leader_width), color);
}

}  // namespace

void add_head_labels(Ink& ink, std::vector<Label>& labels, const Session& session, const std::vector<PathTrace>& traces,
                     const Placement& placement, const InkStyle& style, const PictureArea& within,
                     const Pointer& pointer) {
    std::vector<Head> heads = heads_of(traces, placement);
    if (!style.words || traces.size() < 2) return;
    std::vector<PictureArea> taken;
    for (const Head& head : heads) {
        const float reach = style.px(head_radius);
        taken.push_back({head.place.x - reach, head.place.y - reach, head.place.x + reach, head.place.y + reach});
    }
    for (const Label& label : labels) taken.push_back(covered_by(label, style));
    const auto others =
        std::ranges::stable_partition(heads, [&](const Head& head) { return is_selected(head, pointer); });
    if (heads.size() > most_heads) heads.erase(others.begin(), others.end());
    const std::vector<std::string> titles = run_titles(session.optimizers);
    for (const Head& head : heads) {
        const std::string name = name_of(*head.trace, titles);
        const float name_width = style.px(letter_size) * letters_width(name);
        const auto inside = [&](const Seat& seat) { return within.holds(seated(seat, head.place, name_width, style)); };
        const auto free = [&](const Seat& seat) {
            const PictureArea place = seated(seat, head.place, name_width, style);
            return std::ranges::none_of(taken, [&](const PictureArea& other) { return place.meets(other); });
        };
        const auto* seat = std::ranges::find_if(seats, [&](const Seat& each) { return inside(each) && free(each); });
        if (seat == seats.end() && is_selected(head, pointer)) {
            seat = std::ranges::find_if(seats, inside);
            if (seat == seats.end()) seat = std::ranges::find_if(seats, free);
            if (seat == seats.end()) seat = seats.begin();
        }
        if (seat == seats.end()) continue;
        const PictureArea place = seated(*seat, head.place, name_width, style);
        const Color color = path_letters(head.trace->path->color, style);
        taken.push_back(place);
        labels.push_back({.text = name,
                          .x = seat->right ? place.left : place.right,
                          .y = (place.top + place.bottom) / 2,
                          .anchor_x = seat->right ? 0.0F : 1.0F,
                          .size = letter_size,
                          .color = color,
                          .halo = style.theme.background});
        if (std::abs(seat->line) > 1) draw_leader(ink, head.place, *seat, place, style, color);
    }
}

}  // namespace thalweg

#include "app/view/legend_ink.h"

#include <cmath>

#include "app/scene/legend.h"
#include "app/view/ink_style.h"

namespace thalweg {
namespace {

// Design pixels. Views know no fonts: letters are taken for rather wide.
constexpr float letter_size = 12, letter_width = 6.8F, row_height = 20, marker_radius = 5, marker_room = 18, apart = 20;
constexpr float side = 16, below = 6;

struct Entry {
    int color;
    std::string name;
    float width;
};

std::vector<Entry> entries_of(const Session& session, const InkStyle& style) {
    std::vector<Entry> entries;
    for (const LegendEntry& entry : legend_entries(session)) {
        const auto letters = static_cast<float>(entry.name.size());
        entries.push_back({entry.color, entry.name, style.px(marker_room + letter_width * letters)});
    }
    return entries;
}

}  // namespace

LegendDrawing draw_legend(const Session& session, const ViewFrame& frame) {
    const InkStyle style = ink_style(session.display, frame);
    LegendDrawing drawing;
    drawing.scale = style.scale;
    const std::vector<Entry> entries = entries_of(session, style);
    if (!style.words || entries.empty()) return drawing;
    const float right = static_cast<float>(frame.width) - style.px(side);

    // Rows that are filled one after the other, each in the middle of the picture.
    std::vector<std::vector<const Entry*>> rows(1);
    float x = style.px(side);
    for (const Entry& entry : entries) {
        if (x + entry.width > right && !rows.back().empty()) {
            rows.emplace_back();
            x = style.px(side);
        }
        rows.back().push_back(&entry);
        x += entry.width + style.px(apart);
    }
    const float height = std::ceil(style.px(row_height * static_cast<float>(rows.size()) + below));
    if (height > static_cast<float>(frame.height) / 3) return drawing;
    drawing.height = height;
    float y = static_cast<float>(frame.height) - height + style.px(row_height / 2);
    for (const auto& row : rows) {
        float width = -style.px(apart);
        for (const Entry* entry : row) width += entry->width + style.px(apart);
        x = (static_cast<float>(frame.width) - width) / 2;
        for (const Entry* entry : row) {
            const Color color = optimizer_color(entry->color);
            drawing.ink.glyph({x + style.px(marker_radius), y, 0}, shape_of(optimizer_marker(entry->color)),
                              style.px(marker_radius), color, color, 0.0F);
            drawing.labels.push_back({.text = entry->name,
                                      .x = x + style.px(marker_room - 3),
                                      .y = y,
                                      .anchor_x = 0.0F,
                                      .anchor_y = 0.5F,
                                      .size = letter_size,
                                      .color = style.theme.text});
            x += entry->width + style.px(apart);
        }
        y += style.px(row_height);
    }
    return drawing;
}

}  // namespace thalweg

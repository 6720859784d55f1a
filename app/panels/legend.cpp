#include <algorithm>
#include <vector>

#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/legend.h"

namespace thalweg {
namespace {

/// A longer name is cut, but to no less than this: in sizes of the type.
constexpr float least_letters = 8;

/// Above a curve's plot, right of the axis's title, where no curve comes: true if they fit there beside each other.
bool draw_row_above(const Panel& panel, const std::vector<LegendEntry>& entries) {
    const Area& view = panel.layout.views.curve;
    ImFont* const font = panel.fonts.caption;
    const float size = font->FontSize, marker = 1.4F * size, apart = 1.5F * size;
    float width = -apart;
    for (const LegendEntry& entry : entries) width += marker + text_width(font, entry.name) + apart;
    const float title = panel.px(150), right = panel.px(24), height = panel.px(30);
    if (view.width < title + width + right || view.height < 5 * height) return false;
    const PanelWindow window(panel, "legend", {view.x + title, view.y, view.width - title, height},
                             PanelWindow::Ground::none, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration);
    if (!window) return true;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = view.y + height / 2;
    float x = view.x + view.width - right - width;
    for (const LegendEntry& entry : entries) {
        draw_marker(list, optimizer_marker(entry.color), {x + 0.45F * size, middle}, 0.36F * size,
                    pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
        write(list, font, {x + marker, middle - size / 2}, pack(panel.colors.text), entry.name);
        x += marker + text_width(font, entry.name) + apart;
    }
    return true;
}

}  // namespace

void draw_legend(const Panel& panel) {
    ImFont* const font = panel.fonts.caption;
    const ViewAreas& views = panel.layout.views;
    const bool curve = views.curve.width > 0;
    const Area& view = curve ? views.curve : views.surface.width > 0 ? views.surface : views.contour;
    std::vector<LegendEntry> entries = legend_entries(panel.session);
    if (entries.empty() || (curve && draw_row_above(panel, entries))) return;

    const float size = font->FontSize, line = 1.35F * size, inset = 0.7F * size, margin = 0.9F * size;
    // In a small view it would hide more than it tells.
    const float room = std::max(0.36F * view.width - 2 * inset - 1.4F * size, 0.0F);
    float words = 0;
    for (LegendEntry& entry : entries) {
        if (room >= least_letters * size) entry.name = shortened(font, entry.name, room);
        words = std::max(words, text_width(font, entry.name));
    }
    const float width = 2 * inset + 1.4F * size + words;
    const float height = 2 * inset + line * static_cast<float>(entries.size()) - (line - size);
    if (words > room || height > 0.4F * view.height) return;

    // Beside the numbers of a curve's axis, below its title.
    const float aside = curve ? panel.px(64) : 0, down = curve ? panel.px(28) : 0;
    // The surface's height axis and its title always stand at the left.
    const bool surface = !curve && views.surface.width > 0;
    const ImVec2 corner{surface ? view.x + view.width - margin - width : view.x + margin + aside,
                        view.y + margin + down};
    const PanelWindow window(panel, "legend", {corner.x, corner.y, width, height}, PanelWindow::Ground::none,
                             ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration);
    if (!window) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.background.with_alpha(0.72F)),
                       panel.px(8));
    float y = corner.y + inset;
    for (const LegendEntry& entry : entries) {
        draw_marker(list, optimizer_marker(entry.color), {corner.x + inset + 0.45F * size, y + size / 2}, 0.36F * size,
                    pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
        write(list, font, {corner.x + inset + 1.4F * size, y}, pack(panel.colors.text), entry.name);
        y += line;
    }
}

void draw_legend_row(const Panel& panel) {
    const Area& row = panel.layout.top_bar;
    const std::vector<LegendEntry> entries = legend_entries(panel.session);
    const PanelWindow window(panel, "legend row", row, PanelWindow::Ground::background,
                             ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration);
    if (!window) return;

    const auto wide = [&](const ImFont* font, const LegendEntry& entry) {
        return 2.3F * font->FontSize + text_width(panel.fonts.projector_body, entry.name) * font->FontSize /
                                           panel.fonts.projector_body->FontSize;
    };
    // The largest type in which all of them fit.
    ImFont* font = panel.fonts.caption;
    for (ImFont* candidate : {panel.fonts.body, panel.fonts.title, panel.fonts.projector_body}) {
        float width = panel.px(24);
        for (const LegendEntry& entry : entries) width += wide(candidate, entry);
        if (width <= row.width) font = candidate;
    }
    const float size = font->FontSize, middle = row.y + row.height / 2;
    float x = row.x + panel.px(24);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const LegendEntry& entry : entries) {
        draw_marker(list, optimizer_marker(entry.color), {x + 0.4F * size, middle}, 0.36F * size,
                    pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
        write(list, font, {x + 1.1F * size, middle - size / 2}, pack(panel.colors.text), entry.name);
        x += wide(font, entry);
    }
}

}  // namespace thalweg

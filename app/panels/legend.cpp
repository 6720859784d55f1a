#include <algorithm>
#include <vector>

#include "app/panels/widgets.h"

namespace thalweg {
namespace {

std::vector<const OptimizerEntry*> shown(const Session& session) {
    std::vector<const OptimizerEntry*> entries;
    if (session.starts.empty()) return entries;
    for (const OptimizerEntry& entry : session.optimizers) {
        if (entry.enabled) entries.push_back(&entry);
    }
    return entries;
}

}  // namespace

void draw_legend(const Panel& panel, ImFont* font) {
    const ViewAreas& views = panel.layout.views;
    const Area& view = views.surface.width > 0 ? views.surface : views.contour;
    const std::vector<const OptimizerEntry*> entries = shown(panel.session);
    if (entries.empty()) return;

    const float size = font->FontSize, line = 1.35F * size, inset = 0.7F * size, margin = 0.9F * size;
    float words = 0;
    for (const OptimizerEntry* entry : entries) words = std::max(words, text_width(font, title(entry->optimizer)));
    const float width = 2 * inset + 1.4F * size + words;
    const float height = 2 * inset + line * static_cast<float>(entries.size()) - (line - size);
    if (width + 2 * margin > view.width || height + 2 * margin > view.height) return;

    const ImVec2 corner{view.x + margin, view.y + margin};
    const PanelWindow window(panel, "legend", {corner.x, corner.y, width, height}, PanelWindow::Ground::none,
                             ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration);
    if (!window) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.background.with_alpha(0.72F)),
                       panel.px(8));
    float y = corner.y + inset;
    for (const OptimizerEntry* entry : entries) {
        draw_marker(list, optimizer_marker(entry->color), {corner.x + inset + 0.45F * size, y + size / 2}, 0.36F * size,
                    pack(optimizer_color(entry->color)), 0, 0);
        write(list, font, {corner.x + inset + 1.4F * size, y}, pack(panel.colors.text), title(entry->optimizer));
        y += line;
    }
}

}  // namespace thalweg

#include "app/panels/scroll_edge.h"

#include <algorithm>

namespace thalweg {
namespace {

constexpr float fade = 18;  // design pixels

/// From the panel's ground at y = solid to nothing at y = clear.
void draw_fade(const Panel& panel, float left, float right, float solid, float clear) {
    const ImU32 ground = pack(panel.colors.panel), nothing = pack(panel.colors.panel.with_alpha(0));
    const bool down = clear < solid;
    ImGui::GetWindowDrawList()->AddRectFilledMultiColor({left, std::min(solid, clear)}, {right, std::max(solid, clear)},
                                                        down ? nothing : ground, down ? nothing : ground,
                                                        down ? ground : nothing, down ? ground : nothing);
}

}  // namespace

void soften_edges(const Panel& panel) {
    const float most = ImGui::GetScrollMaxY(), now = ImGui::GetScrollY();
    if (most < 1) return;
    const ImVec2 corner = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    const float left = corner.x, right = corner.x + size.x - ImGui::GetStyle().ScrollbarSize;
    const float bottom = corner.y + size.y;
    // A fade grows with what lies beyond it.
    const float above = std::min(now, panel.px(fade)), below = std::min(most - now, panel.px(fade));
    ImGui::PushClipRect(corner, {right, bottom}, false);
    if (above > 0) draw_fade(panel, left, right, corner.y, corner.y + above);
    if (below > 0) draw_fade(panel, left, right, bottom, bottom - below);
    ImGui::PopClipRect();
}

}  // namespace thalweg

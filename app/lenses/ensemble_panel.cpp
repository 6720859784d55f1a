#include "app/lenses/ensemble_panel.h"

#include <algorithm>
#include <string>

#include "app/panels/ensemble_words.h"
#include "app/panels/widgets.h"
#include "app/scene/ensemble.h"

namespace thalweg {

void choose_optimizer(Panel& panel, const char* label, int& chosen, const char* nobody) {
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    text(panel, label, Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(left + panel.px(74));
    const int last = static_cast<int>(panel.session.optimizers.size()) - 1;
    const int shown = std::min(chosen, last);
    const std::string words = shown < 0 ? (nobody != nullptr ? nobody : "–") : optimizer_words(panel.session, shown);
    ImGui::PushID(label);
    const float room = ImGui::GetContentRegionAvail().x - panel.px(20);
    const bool open = text_button(panel, (shortened(panel.fonts.caption, words, room) + "##chosen").c_str());
    if (popup_below(panel, "all", open)) {
        if (nobody != nullptr && menu_row(panel, nobody, {}, chosen < 0)) chosen = -1;
        for (int row = 0; row <= last; ++row) {
            ImGui::PushID(row);
            if (menu_row(panel, optimizer_words(panel.session, row).c_str(), {}, row == shown)) chosen = row;
            ImGui::PopID();
        }
        ImGui::EndPopup();
    }
    ImGui::PopID();
}

void draw_state_of_work(const Panel& panel) {
    const EnsemblePart& part = panel.scene.ensemble();
    if (!part.complaint.empty()) {
        paragraph(panel, part.complaint, Tone::normal, panel.fonts.caption);
        return;
    }
    const float height = panel.px(3), width = ImGui::GetContentRegionAvail().x;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    if (part.working) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.line), height / 2);
        const float done = width * static_cast<float>(std::clamp(part.progress, 0.02, 1.0));
        list.AddRectFilled(corner, {corner.x + done, corner.y + height}, pack(panel.colors.accent), height / 2);
    }
    ImGui::Dummy({width, height});
}

}  // namespace thalweg

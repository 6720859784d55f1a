#include "app/panels/import_dialog.h"

#include <imgui.h>

#include <array>
#include <filesystem>

#include "app/panels/dialog.h"
#include "app/panels/imgui_versions.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

constexpr float dialog_width = 560, list_height = 190;  // design pixels

/// Files may hold as many arrays as they like.
void draw_arrays(Panel& panel, ImportDialog& dialog) {
    text(panel, "Which of its arrays?", Tone::quiet, panel.fonts.caption);
    const float row = ImGui::GetTextLineHeightWithSpacing() + panel.px(4);
    const float wanted = row * static_cast<float>(dialog.grids.size()) + panel.px(8);
    ImGui::BeginChild("arrays", {0, std::min(wanted, panel.px(list_height))});
    for (int i = 0; i < static_cast<int>(dialog.grids.size()); ++i) {
        ImGui::PushID(i);
        if (menu_row(panel, dialog.grids[static_cast<std::size_t>(i)].c_str(), {}, i == dialog.grid)) dialog.grid = i;
        ImGui::PopID();
    }
    ImGui::EndChild();
}

void draw_findings(const Panel& panel, const ImportDialog& dialog) {
    if (dialog.reading)
        text(panel, "Reading …", Tone::quiet);
    else if (!dialog.problem.empty())
        paragraph(panel, dialog.problem, Tone::error);
    else
        paragraph(panel, dialog.understood);
}

}  // namespace

void draw_import_dialog(Panel& panel) {
    ImportDialog& dialog = panel.state.importing;
    if (!dialog.open) return;
    const std::string heading = "Open " + std::filesystem::path(dialog.file).filename().string();
    begin_dialog(panel, "import", shortened(panel.fonts.strong, heading, panel.px(dialog_width - 90)), dialog_width,
                 dialog.open);
    if (dialog.may_be_trajectory && !dialog.grids.empty()) {
        static constexpr std::array<std::string_view, 2> ways = {"As a surface", "As a path over this one"};
        int way = dialog.as_trajectory ? 1 : 0;
        segmented(panel, "way", ways, way);
        dialog.as_trajectory = way == 1;
        ImGui::Dummy({0, panel.px(4)});
    }
    if (!dialog.as_trajectory && dialog.grids.size() > 1) draw_arrays(panel, dialog);
    ImGui::Dummy({0, panel.px(2)});
    draw_findings(panel, dialog);
    ImGui::Dummy({0, panel.px(6)});
    const bool ready = !dialog.reading && dialog.problem.empty() && !dialog.understood.empty();
    if (text_button(panel, "Open", ready) || (ready && is_pressed(ImGuiKey_Enter, false)))
        panel.requests.import_now = true;
    ImGui::SameLine(0, panel.px(10));
    if (text_button(panel, "Cancel")) dialog.open = false;
    end_dialog();
}

}  // namespace thalweg

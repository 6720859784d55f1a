#include "app/panels/import_dialog.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "app/panels/class_look.h"
#include "app/panels/dialog.h"
#include "app/panels/imgui_versions.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "core/samples/data_set.h"

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

/// As what it is opened, where there is a choice.
void draw_ways(Panel& panel, ImportDialog& dialog) {
    std::vector<ImportWay> ways;
    std::vector<std::string_view> words;
    const auto offer = [&](bool possible, ImportWay way, std::string_view word) {
        if (!possible) return;
        ways.push_back(way);
        words.push_back(word);
    };
    offer(!dialog.grids.empty(), ImportWay::surface, "As a surface");
    offer(dialog.may_be_trajectory, ImportWay::path, "As a path over this one");
    offer(dialog.may_be_samples, ImportWay::samples, "As samples of a loss");
    if (ways.size() < 2) return;
    int chosen = static_cast<int>(std::ranges::find(ways, dialog.way) - ways.begin());
    segmented(panel, "way", words, chosen);
    if (chosen < static_cast<int>(ways.size())) dialog.way = ways[static_cast<std::size_t>(chosen)];
    ImGui::Dummy({0, panel.px(4)});
}

void draw_findings(const Panel& panel, const ImportDialog& dialog) {
    if (dialog.reading)
        text(panel, "Reading …", Tone::quiet);
    else if (!dialog.problem.empty())
        paragraph(panel, dialog.problem, Tone::error);
    else
        paragraph(panel, dialog.understood);
}

/// The samples as they lie: the first feature along, of two classes the second one up, else the target.
void draw_preview(const Panel& panel, const DataSet& samples) {
    constexpr std::size_t most_points = 2000;
    const DataColumn& along = samples.columns.front();
    const bool classes = samples.columns.size() > 2 && has_two_classes(samples);
    const DataColumn& up = classes ? samples.columns[1] : samples.columns.back();
    const Plot plot(panel, "samples", panel.px(170), axis_around(along.numbers), axis_around(up.numbers), words(along),
                    words(up));
    const std::vector<double>& target = samples.columns.back().numbers;
    const double larger = std::ranges::max(target);
    const std::size_t stride = 1 + samples.size() / most_points;
    for (std::size_t i = 0; i < samples.size(); i += stride) {
        const std::size_t of = classes && target[i] == larger ? 1 : 0;
        plot.mark(along.numbers[i], up.numbers[i], class_markers.at(of),
                  classes ? class_colors.at(of) : panel.colors.accent, 2.5F);
    }
}

}  // namespace

void draw_import_dialog(Panel& panel) {
    ImportDialog& dialog = panel.state.importing;
    if (!dialog.open) return;
    const std::string heading = "Open " + std::filesystem::path(dialog.file).filename().string();
    begin_dialog(panel, "import", shortened(panel.fonts.strong, heading, panel.px(dialog_width - 90)), dialog_width,
                 dialog.open);
    draw_ways(panel, dialog);
    if (dialog.way == ImportWay::surface && dialog.grids.size() > 1) draw_arrays(panel, dialog);
    ImGui::Dummy({0, panel.px(2)});
    draw_findings(panel, dialog);
    if (dialog.samples) draw_preview(panel, *dialog.samples);
    ImGui::Dummy({0, panel.px(6)});
    const bool ready = !dialog.reading && dialog.problem.empty() && !dialog.understood.empty();
    if (text_button(panel, "Open", ready) || (ready && is_pressed(ImGuiKey_Enter, false)))
        panel.requests.import_now = true;
    ImGui::SameLine(0, panel.px(10));
    if (text_button(panel, "Cancel")) dialog.open = false;
    end_dialog();
}

}  // namespace thalweg

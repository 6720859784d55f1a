#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/document/export_order.h"
#include "app/panels/dialog.h"
#include "app/panels/key_focus.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float dialog_width = 640, kinds_width = 168, row_height = 44, options_height = 276;
constexpr float options_width = 340;  // what they need beside the kinds
constexpr SliderLook look{.label_width = 92, .number_width = 56, .spoken = true};

/// One kind of file: its name, and below it what it is good for.
bool kind_row(const Panel& panel, const ExportKindRow& row, bool chosen) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = panel.px(kinds_width), height = panel.px(row_height);
    const std::string id(row.name);
    const bool pressed = pressable(panel, id.c_str(), {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || ImGui::IsItemHovered())
        list.AddRectFilled(corner, {corner.x + width, corner.y + height},
                           pack(blend(panel.colors.panel, panel.colors.text, chosen ? 0.12F : 0.06F)), panel.px(6));
    const float left = corner.x + panel.px(12), gap = panel.px(2);
    const float top = corner.y + (height - panel.fonts.body->FontSize - panel.fonts.caption->FontSize - gap) / 2;
    write(list, panel.fonts.body, {left, top}, pack(chosen ? panel.colors.accent : panel.colors.text), row.name);
    write(list, panel.fonts.caption, {left, top + panel.fonts.body->FontSize + gap}, pack(panel.colors.quiet_text),
          row.note);
    return pressed;
}

void row_label(const Panel& panel, std::string_view words, float left) {
    ImGui::AlignTextToFramePadding();
    text(panel, words, Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(left + panel.px(look.label_width));
}

/// Two numbers with × between them.
void size_fields(Panel& panel, double& width, double& height, const Limits& limits, bool whole) {
    number_field(panel, "##width", width, panel.px(58), limits, whole);
    ImGui::SameLine(0, panel.px(5));
    ImGui::AlignTextToFramePadding();
    text(panel, "×", Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(0, panel.px(5));
    number_field(panel, "##height", height, panel.px(58), limits, whole);
    ImGui::SameLine(0, panel.px(10));
}

void draw_measure(Panel& panel, PictureMeasure& measure) {
    row_label(panel, "Size", ImGui::GetCursorPosX());
    if (measure.unit == SizeUnit::pixels) {
        double width = measure.width, height = measure.height;
        size_fields(panel, width, height, {.low = 16, .high = 16384}, true);
        measure.width = static_cast<int>(width);
        measure.height = static_cast<int>(height);
    } else {
        size_fields(panel, measure.width_mm, measure.height_mm, {.low = 10, .high = 1500}, false);
    }
    constexpr std::array<std::string_view, 2> units = {"pixels", "mm"};
    int unit = static_cast<int>(measure.unit);
    segmented(panel, "unit", units, unit);
    measure.unit = static_cast<SizeUnit>(unit);
}

/// What is said otherwise, or has no meaning in the chosen unit.
std::vector<std::string_view> skipped_for(const PictureMeasure& measure) {
    std::vector<std::string_view> names = {"unit", "width", "height", "width_mm", "height_mm"};
    if (measure.unit == SizeUnit::pixels)
        names.insert(names.end(), {"dpi", "type"});
    else
        names.emplace_back("scale");
    return names;
}

void draw_options(Panel& panel, ExportOrder& order) {
    switch (order.kind) {
        case ExportKind::picture:
            draw_measure(panel, order.picture.measure);
            order.describe(SettingRows(panel, skipped_for(order.picture.measure), look));
            break;
        case ExportKind::film: {
            row_label(panel, "Size", ImGui::GetCursorPosX());
            double width = order.film.width, height = order.film.height;
            size_fields(panel, width, height, {.low = 16, .high = 8192}, true);
            order.film.width = static_cast<int>(width);
            order.film.height = static_cast<int>(height);
            ImGui::AlignTextToFramePadding();
            text(panel, "pixels", Tone::quiet, panel.fonts.caption);
            order.describe(SettingRows(panel, {"width", "height"}, look));
            break;
        }
        case ExportKind::figure:
            row_label(panel, "Size", ImGui::GetCursorPosX());
            size_fields(panel, order.figure.width_mm, order.figure.height_mm, {.low = 10, .high = 1500}, false);
            ImGui::AlignTextToFramePadding();
            text(panel, "mm", Tone::quiet, panel.fonts.caption);
            order.describe(SettingRows(panel, {"width_mm", "height_mm"}, look));
            break;
        case ExportKind::table: {
            std::vector<std::string_view> skipped;
            if (order.table.content != TableContent::surface) skipped = {"columns", "rows"};
            order.describe(SettingRows(panel, skipped, look));
            break;
        }
        case ExportKind::pytorch:
            paragraph(panel,
                      "A Python file of its own that takes every step of these runs with PyTorch, to the last digits: "
                      "function, starts, optimizers with their settings, schedules and clipping.",
                      Tone::quiet);
            break;
        case ExportKind::matplotlib:
            order.describe(SettingRows(panel, {}, look));
            ImGui::Dummy({0, panel.px(4)});
            paragraph(
                panel,
                "A Python file of its own that draws this figure with matplotlib, in these colours, to be changed "
                "at will: the function is in it as a formula, the runs as numbers.",
                Tone::quiet);
            break;
    }
}

void draw_kinds(Panel& panel, ExportOrder& order) {
    ImGui::BeginChild("kinds", {panel.px(kinds_width), panel.px(options_height)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, panel.px(2)});
    for (const ExportKindRow& row : export_kinds())
        if (kind_row(panel, row, row.kind == order.kind)) order.kind = row.kind;
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

/// The kinds as a menu, for windows too narrow to have them beside the options.
void draw_kind_menu(const Panel& panel, ExportOrder& order) {
    const auto kinds = export_kinds();
    const auto chosen = std::ranges::find(kinds, order.kind, &ExportKindRow::kind);
    const bool open = text_button(panel, (std::string(chosen->name) + "###kind").c_str());
    const std::string_view note = chosen->note;
    if (popup_below(panel, "kinds", open)) {
        for (const ExportKindRow& row : kinds)
            if (menu_row(panel, std::string(row.name).c_str(), {}, row.kind == order.kind)) order.kind = row.kind;
        ImGui::EndPopup();
    }
    ImGui::SameLine(0, panel.px(10));
    ImGui::AlignTextToFramePadding();
    text_within(panel, note, ImGui::GetContentRegionAvail().x, Tone::quiet, panel.fonts.caption);
}

void draw_progress(const Panel& panel, double share, float width) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float height = panel.px(8), top = corner.y + panel.px(9);
    ImGui::Dummy({width, panel.px(26)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({corner.x, top}, {corner.x + width, top + height},
                       pack(blend(panel.colors.panel, panel.colors.text, 0.16F)), height / 2);
    const float done = std::max(height, width * static_cast<float>(std::clamp(share, 0.0, 1.0)));
    list.AddRectFilled({corner.x, top}, {corner.x + done, top + height}, pack(panel.colors.accent), height / 2);
}

/// The lowest line: where to and a button, or how far it is and a button to stop it.
void draw_foot(Panel& panel) {
    ExportDialog& dialog = panel.state.exporting;
    const char* const words = dialog.progress ? "Stop" : "Export";
    const float button = text_width(panel.fonts.caption, words) + panel.px(20);
    const float room = std::max(ImGui::GetContentRegionAvail().x - button - panel.px(10), 1.0F);
    if (dialog.progress) {
        draw_progress(panel, *dialog.progress, room);
        ImGui::SameLine(0, panel.px(10));
        if (text_button(panel, words)) panel.requests.stop_export = true;
        return;
    }
    const char* const copy = "Copy as command";
    ImGui::SetNextItemWidth(std::max(room - text_width(panel.fonts.caption, copy) - panel.px(30), 1.0F));
    ImGui::PushFont(panel.fonts.caption);
    if (ImGui::InputText("##file", &dialog.file)) dialog.file_is_own = true;
    typed_in_by_key(panel);
    ImGui::PopFont();
    tooltip(panel, dialog.file);
    ImGui::SameLine(0, panel.px(10));
    if (text_button(panel, copy, !dialog.file.empty())) panel.requests.copy_export_command = true;
    tooltip(panel, "The line for a terminal that makes this very file");
    ImGui::SameLine(0, panel.px(10));
    if (text_button(panel, words, !dialog.file.empty())) panel.requests.begin_export = true;
}

}  // namespace

void draw_export_dialog(Panel& panel) {
    ExportDialog& dialog = panel.state.exporting;
    if (!dialog.open) return;
    begin_dialog(panel, "export", "Export", dialog_width, dialog.open);
    ImGui::BeginDisabled(dialog.progress.has_value());
    if (ImGui::GetContentRegionAvail().x >= panel.px(kinds_width + 20 + options_width)) {
        draw_kinds(panel, dialog.order);
        ImGui::SameLine(0, panel.px(20));
        ImGui::BeginChild("options", {0, panel.px(options_height)});
        draw_options(panel, dialog.order);
        ImGui::EndChild();
    } else {
        draw_kind_menu(panel, dialog.order);
        draw_options(panel, dialog.order);
    }
    ImGui::EndDisabled();
    ImGui::Dummy({0, panel.px(4)});
    draw_foot(panel);
    end_dialog();
}

}  // namespace thalweg

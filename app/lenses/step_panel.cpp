#include "app/lenses/step_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "app/lenses/lens_panel.h"
#include "app/lenses/number_column.h"
#include "app/lenses/step_colors.h"
#include "app/panels/widgets.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float widest_column = 84, between_columns = 14;

/// The numbers along each of the plane's axes, or of a curve, at the right of the panel.
struct NumberColumns {
    std::vector<NumberColumn> columns;
    std::vector<float> lefts;  ///< pixels from the panel's left
};

NumberColumns columns_of(const Panel& panel, std::span<const RuleRow> rows, std::size_t count) {
    NumberColumns all;
    float left = ImGui::GetContentRegionAvail().x;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<double> values;
        for (const RuleRow& row : rows)
            if (row.value.at(i)) values.push_back(*row.value.at(i));
        all.columns.emplace_back(panel.fonts.caption, std::move(values), panel.px(widest_column));
        left -= all.columns.back().width() + (i > 0 ? panel.px(between_columns) : 0);
    }
    for (const NumberColumn& column : all.columns) {
        all.lefts.push_back(left);
        left += column.width() + panel.px(between_columns);
    }
    return all;
}

Color color_of_piece(const Panel& panel, const std::optional<StepTermKind>& kind) {
    return kind ? word_color(*kind, panel.session.display.theme) : panel.colors.quiet_text;
}

float pieces_width(ImFont* font, const RuleRow& row) {
    float width = 0;
    for (const RulePiece& piece : row.pieces) width += text_width(font, piece.text);
    return width;
}

bool has_y(std::span<const RuleRow> rows) {
    return std::ranges::any_of(rows, [](const RuleRow& row) { return row.value[1].has_value(); });
}

/// The row's numbers at work; each formula has its lines to itself.
std::string worked_words(const RuleRow& row, const std::array<std::string, 2>& names) {
    std::string words;
    for (const std::size_t i : {0U, 1U}) {
        if (row.worked[i].empty() || !row.value[i]) continue;
        if (!words.empty()) words += '\n';
        words += fmt::format("along {}:\n{} = {}", names.at(i), row.worked[i], format_number(*row.value[i]));
    }
    return words;
}

void draw_row(const Panel& panel, const RuleRow& row, const NumberColumns& numbers) {
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float whole = ImGui::GetContentRegionAvail().x, line = font->FontSize + panel.px(4), bar = panel.px(9);
    const bool wraps = bar + pieces_width(font, row) > numbers.lefts.front() - panel.px(6);
    float x = corner.x + bar;
    for (const RulePiece& piece : row.pieces) {
        write(list, font, {x, corner.y}, pack(color_of_piece(panel, piece.kind)), piece.text);
        x += text_width(font, piece.text);
    }
    const float height = wraps ? 2 * line : line;
    if (row.kind) {
        list.AddRectFilled({corner.x, corner.y + panel.px(1)},
                           {corner.x + panel.px(3), corner.y + height - panel.px(4)},
                           pack(color_of_piece(panel, row.kind)));
    }
    const Color color = row.kind ? color_of_piece(panel, row.kind) : panel.colors.text;
    for (std::size_t i = 0; i < numbers.columns.size(); ++i) {
        if (!row.value.at(i)) continue;
        numbers.columns[i].write(list, {corner.x + numbers.lefts[i], corner.y + height - line}, *row.value.at(i),
                                 pack(color));
    }
    ImGui::Dummy({whole, height});
    tooltip(panel, worked_words(row, axis_names(panel.scene.landscape())));
}

/// A row of the table of tensors; what changes stands out by weight and colour, and is marked.
void draw_tensor(const Panel& panel, const PhaseRow& row) {
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float whole = ImGui::GetContentRegionAvail().x, line = font->FontSize + panel.px(4);
    const float first = 0.35F * whole, second = 0.66F * whole, gap = panel.px(8);
    const std::string after = row.changed ? fmt::format("→ {}", row.after) : "  same";
    // What is too long for its column has a line to itself.
    const bool beside =
        text_width(font, row.before) <= second - first - gap && text_width(font, after) <= whole - second;
    const float height = row.changed && !beside ? 2 * line : line;
    if (row.changed) {
        list.AddRectFilled({corner.x, corner.y - panel.px(1)}, {corner.x + whole, corner.y + height - panel.px(2)},
                           pack(panel.colors.accent.with_alpha(0.16F)), panel.px(3));
    }
    const auto cell = [&](float left, float width, const std::string& words, const Color& color, float down = 0) {
        write(list, font, {corner.x + left, corner.y + down}, pack(color), shortened(font, words, width));
    };
    const Color plain = row.changed ? panel.colors.text : panel.colors.quiet_text;
    const float room = first - gap;
    const std::string_view short_name = std::string_view(row.name).substr(0, row.name.find(" ("));
    cell(panel.px(4), room, text_width(font, row.name) <= room ? row.name : std::string(short_name), plain);
    cell(first, (beside ? second - gap : whole) - first, row.before, panel.colors.quiet_text);
    const Color color = row.changed ? panel.colors.accent : panel.colors.quiet_text;
    if (beside) {
        cell(second, whole - second, after, color);
    } else if (row.changed) {
        cell(first, whole - first, after, color, line);
    }
    ImGui::Dummy({whole, height});
    tooltip(panel, row.changed ? fmt::format("{}: {} → {}", row.name, row.before, row.after)
                               : fmt::format("{}: {}, as before", row.name, row.before));
}

void draw_code(const Panel& panel, std::span<const StepPhase> phases, int chosen) {
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < static_cast<int>(phases.size()); ++i) {
        for (const std::string& code : phases[static_cast<std::size_t>(i)].code) {
            const ImVec2 corner = ImGui::GetCursorScreenPos();
            const float line = font->FontSize + panel.px(4);
            if (i == chosen) {
                list.AddRectFilled({corner.x, corner.y}, {corner.x + panel.px(3), corner.y + font->FontSize},
                                   pack(panel.colors.accent));
            }
            write(list, font, {corner.x + panel.px(9), corner.y},
                  pack(i == chosen ? panel.colors.text : panel.colors.quiet_text), code);
            ImGui::Dummy({ImGui::GetContentRegionAvail().x, line});
        }
    }
}

}  // namespace

std::string arrow_label(const StepTerm& term, const Optimizer& optimizer) {
    if (term.kind == StepTermKind::shaped) {
        std::string words = "−g";
        if (optimizer.noise) words += " with noise";
        if (optimizer.clip) words += optimizer.noise ? ", clipped" : " clipped";
        return words;
    }
    constexpr std::size_t most_letters = 20;
    const std::string words = term.label();
    const auto letters = static_cast<std::size_t>(
        std::ranges::count_if(words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    return letters <= most_letters ? words : "−m̂ scaled";
}

void draw_rule_rows(const Panel& panel, std::span<const RuleRow> rows) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImFont* const font = panel.fonts.caption;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool plane = has_y(rows);
    const std::array<std::string, 2> names = axis_names(panel.scene.landscape());
    const NumberColumns numbers = columns_of(panel, rows, plane ? 2 : 1);
    for (std::size_t i = 0; plane && i < 2; ++i) {
        const std::string heading = "along " + names.at(i);
        const float right = corner.x + numbers.lefts[i] + numbers.columns[i].width();
        write(*ImGui::GetWindowDrawList(), font, {right - text_width(font, heading), corner.y},
              pack(panel.colors.quiet_text), heading);
    }
    if (plane) ImGui::Dummy({0, font->FontSize + panel.px(4)});
    for (const RuleRow& row : rows) draw_row(panel, row, numbers);
    paragraph(panel,
              fmt::format("The step is as long as {}; ×n: n times, where it would not be seen. The others share one "
                          "scale: 8 times as large is twice as long.",
                          plane ? "in the plane" : "along " + names[0]),
              Tone::quiet, font);
    ImGui::PopStyleVar();
}

void draw_step_phases(const Panel& panel, std::span<const StepPhase> phases, int& chosen) {
    if (phases.empty()) return;
    gap(panel, 2);
    std::vector<std::string_view> names;
    for (const StepPhase& phase : phases) names.emplace_back(phase.name);
    const int last = static_cast<int>(phases.size()) - 1;
    int shown = chosen < 0 || chosen > last ? last : chosen;
    if (segmented(panel, "phase", names, shown)) chosen = shown;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    gap(panel, 6);
    draw_code(panel, phases, shown);
    gap(panel, 4);
    for (const PhaseRow& row : phases[static_cast<std::size_t>(shown)].rows) draw_tensor(panel, row);
    ImGui::PopStyleVar();
}

}  // namespace thalweg

#include "app/lenses/basin_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/panels/ensemble_words.h"
#include "app/panels/tables.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// The cell of the map at a point of the plane; of a curve y is 0.
std::optional<std::size_t> cell_at(const BasinMap& map, double x, double y) {
    if (!map.box.contains(x, y)) return std::nullopt;
    const auto cell = [](double share, int cells) { return std::clamp(static_cast<int>(share * cells), 0, cells - 1); };
    const int column = cell((x - map.box.x0) / map.box.width(), map.columns);
    const int row = map.of_a_curve() ? 0 : cell((y - map.box.y0) / map.box.height(), map.rows);
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(map.columns) + static_cast<std::size_t>(column);
}

}  // namespace

std::string words_of_start(const EnsemblePart& part, std::size_t optimizer, double x, double y) {
    const auto& nearer = part.nearer.at(optimizer);
    const bool near = nearer && cell_at(nearer->map, x, y);
    const ColoredBasins& basins = near ? *nearer : *part.basins.at(optimizer);
    const BasinMap& map = basins.map;
    const auto cell = cell_at(map, x, y);
    if (!cell) return "outside the domain";
    const auto destination = static_cast<std::size_t>(map.destination[*cell]);
    const Destination& to = map.destinations[destination];
    if (!is_a_point(to.kind)) return std::string(name(to.kind));
    return fmt::format("to {} in {} step{}", basins.tags[destination].number, map.steps[*cell],
                       map.steps[*cell] == 1 ? "" : "s");
}

void draw_destinations(const Panel& panel, const ColoredBasins& basins) {
    const BasinMap& map = basins.map;
    static constexpr std::array<TableColumn, 3> columns{{{"", 6.2F}, {"starts, %", 2.1F}, {"steps", 1.6F}}};
    const double starts = static_cast<double>(map.columns) * map.rows;
    const std::size_t rows = std::min(map.destinations.size(), most_destinations_listed);
    const float row_height = panel.fonts.caption->FontSize + panel.px(6);
    const float height = row_height * static_cast<float>(rows + 1) + panel.px(4);
    if (!begin_number_table(panel, "destinations", columns, height)) return;
    for (std::size_t i = 0; i < rows; ++i) {
        const Destination& to = map.destinations[i];
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const float side = panel.fonts.caption->FontSize;
        ImGui::GetWindowDrawList()->AddRectFilled({corner.x, corner.y + panel.px(2)},
                                                  {corner.x + side - panel.px(2), corner.y + side},
                                                  pack(basin_color(to.kind, basins.tags[i])), panel.px(3));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + side + panel.px(4));
        const std::string number = is_a_point(to.kind) ? fmt::format("{}  ", basins.tags[i].number) : "";
        text_within(panel, number + destination_words(to, map), ImGui::GetContentRegionAvail().x, Tone::normal,
                    panel.fonts.caption);
        const double share = 100 * to.count / starts;
        number_cell(panel, share, share < 0.01 ? 4 : 2);
        if (is_a_point(to.kind))
            number_cell(panel, to.median_steps, to.median_steps == std::floor(to.median_steps) ? 0 : 1);
        else
            ImGui::TableNextColumn();
    }
    ImGui::EndTable();
    if (map.destinations.size() > rows)
        text(panel, fmt::format("and {} more", map.destinations.size() - rows), Tone::quiet, panel.fonts.caption);
}

}  // namespace thalweg

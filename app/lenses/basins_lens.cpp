#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/document/sight.h"
#include "app/lenses/ensemble_panel.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/ensemble_words.h"
#include "app/panels/tables.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"

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

/// More destinations than these are neither listed nor numbered.
constexpr std::size_t most_listed = 12;

/// A destination with its number in the table.
struct Numbered {
    int number = 0;
    Spot spot;
    bool operator==(const Numbered& other) const {
        return number == other.number && spot.x == other.spot.x && spot.y == other.spot.y && spot.z == other.spot.z;
    }
};

std::vector<Numbered> numbered(const ColoredBasins& basins, const HeightScale& scale) {
    const BasinMap& map = basins.map;
    std::vector<Numbered> all;
    for (std::size_t i = 0; i < std::min(map.destinations.size(), most_listed); ++i) {
        const Destination& to = map.destinations[i];
        if (is_a_point(to.kind) && map.box.contains(to.x, to.y))
            all.push_back({basins.tags[i].number, {to.x, to.y, surface_z(scale, to.value)}});
    }
    return all;
}

/// The lower left corner of the domain, of what the map shows of it.
Spot corner_on_map(const Box& domain, const Box& shown) {
    return {std::max(domain.x0, shown.x0), std::max(domain.y0, shown.y0), 0.0};
}

/// Above the corner of the surface that is farthest away: nothing else is there.
Spot corner_above(const Placement& placement, const Box& domain) {
    constexpr double above = 1.2 * world_height;
    std::optional<Spot> farthest;
    float highest = 0.0F;
    for (const double x : {domain.x0, domain.x1}) {
        for (const double y : {domain.y0, domain.y1}) {
            const auto pixel = placement.point({x, y, above});
            if (!pixel || (farthest && pixel->y >= highest)) continue;
            farthest = {x, y, above};
            highest = pixel->y;
        }
    }
    return farthest.value_or(Spot{domain.x0, domain.y0, world_height});
}

/// The basins of one optimizer, or of two of them, one in each view, with one cursor in both.
class BasinsLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    /// The pointer, or what else is drawn over both views.
    struct Drawn {
        std::optional<std::array<double, 3>> cursor = {};  ///< x, y and height
        std::array<std::string, 2> titles = {};            ///< of the surface's and the map's; empty: not compared
        std::array<std::vector<Numbered>, 2> points = {};  ///< likewise
        Box domain = {}, shown = {};                       ///< shown: by the map
        bool operator==(const Drawn&) const = default;
    };
    void draw_table(const Panel& panel, const ColoredBasins& basins, const char* id) const;
    void draw_of(const Panel& panel, std::size_t optimizer) const;
    static std::string said_of(const EnsemblePart& part, std::size_t optimizer, double x, double y);

    Drawn drawn_;
};

void BasinsLens::update(const LensSubject& subject) {
    const EnsemblePart& part = subject.scene.ensemble();
    Drawn drawn{.domain = subject.scene.landscape().domain, .shown = subject.scene.map().grid.box};
    const std::array shown{part.on_surface(), part.on_map()};
    for (std::size_t i = 0; i < 2; ++i)
        if (shown.at(i)) drawn.points.at(i) = numbered(*shown.at(i), subject.scene.surface().scale);
    if (part.compares() && !is_curve(subject.scene.landscape())) {
        for (std::size_t i = 0; i < 2; ++i) drawn.titles[i] = optimizer_words(subject.session, part.optimizers[i]);
        if (subject.state.pointer_over) {
            const double x = subject.state.pointer_x, y = subject.state.pointer_y;
            const auto seen = subject.scene.inspect(x, y);
            const double z = seen ? surface_z(subject.scene.surface().scale, seen->value) : 0.0;
            drawn.cursor = {{x, y, std::isfinite(z) ? z : 0.0}};
        }
    }
    if (drawn == drawn_) return;
    drawn_ = std::move(drawn);
    changed();
}

void BasinsLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    const std::size_t view = placement.has_depth() ? 0 : 1;
    for (const Numbered& point : drawn_.points.at(view))
        label_at(labels, placement, style, point.spot, std::to_string(point.number));
    const std::string& title = drawn_.titles.at(view);
    if (!title.empty())
        label_at(
            labels, placement, style,
            placement.has_depth() ? corner_above(placement, drawn_.domain) : corner_on_map(drawn_.domain, drawn_.shown),
            title);
    if (!drawn_.cursor) return;
    const auto& [x, y, z] = *drawn_.cursor;
    const auto at = placement.point({x, y, placement.raised({x, y, z})});
    if (!at) return;
    ink.glyph(*at, InkShape::ring, style.px(9), mark_fill, mark_outline, style.px(1.5F));
    ink.glyph(*at, InkShape::disc, style.px(2.5F), mark_fill, mark_outline, style.px(1));
}

std::string BasinsLens::said_of(const EnsemblePart& part, std::size_t optimizer, double x, double y) {
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

void BasinsLens::draw_table(const Panel& panel, const ColoredBasins& basins, const char* id) const {
    const BasinMap& map = basins.map;
    static constexpr std::array<TableColumn, 3> columns{{{"", 6.2F}, {"starts, %", 2.1F}, {"steps", 1.6F}}};
    const double starts = static_cast<double>(map.columns) * map.rows;
    const std::size_t rows = std::min(map.destinations.size(), most_listed);
    const float row_height = panel.fonts.caption->FontSize + panel.px(6);
    const float height = row_height * static_cast<float>(rows + 1) + panel.px(4);
    if (!begin_number_table(panel, id, columns, height)) return;
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

void BasinsLens::draw_of(const Panel& panel, std::size_t optimizer) const {
    const EnsemblePart& part = panel.scene.ensemble();
    const BasinMap& map = part.basins.at(optimizer)->map;
    if (part.compares()) {
        const std::array where = map.of_a_curve() ? std::array{"Upper strip: ", "Lower strip: "}
                                                  : std::array{"On the surface: ", "On the map: "};
        heading(panel, where.at(optimizer) + optimizer_words(panel.session, part.optimizers.at(optimizer)));
    } else if (map.of_a_curve()) {
        heading(panel, fmt::format("Where {} starts end up", map.columns));
    } else {
        heading(panel, fmt::format("Where {} × {} starts end up", map.columns, map.rows));
    }
    // A line is always taken, so that nothing jumps.
    const InterfaceState& state = panel.state;
    text(panel,
         state.pointer_over ? "From the pointer: " + said_of(part, optimizer, state.pointer_x, state.pointer_y)
                            : "Point at a view to see where a start there goes.",
         state.pointer_over ? Tone::normal : Tone::quiet, panel.fonts.caption);
    draw_table(panel, *part.basins.at(optimizer), "destinations");
}

void BasinsLens::draw_panel(Panel& panel) {
    const EnsemblePart& part = panel.scene.ensemble();
    Ensemble& ensemble = panel.session.ensemble;
    choose_optimizer(panel, "Optimizer", ensemble.optimizer);
    choose_optimizer(panel, "Beside", ensemble.other, "no other");
    draw_state_of_work(panel);
    if (part.basins[0] == nullptr) return;
    const auto shown = static_cast<std::size_t>(part.compares() ? 2 : 1);
    for (std::size_t i = 0; i < shown; ++i) {
        if (part.basins.at(i) == nullptr) continue;
        ImGui::PushID(static_cast<int>(i));
        draw_of(panel, i);
        ImGui::PopID();
        gap(panel, 2);
    }
    paragraph(panel,
              fmt::format("Steps: the median of those that come there. The darker a start, the more of the {} steps "
                          "it takes; striped ones come nowhere.",
                          panel.session.steps),
              Tone::quiet, panel.fonts.caption);
    if (part.basins[0]->map.of_a_curve()) return;
    if (text_button(panel, "See the surface from above")) look_from_above(panel.session.display.camera);
}

}  // namespace

std::unique_ptr<Lens> make_basins_lens() {
    return std::make_unique<BasinsLens>();
}

}  // namespace thalweg

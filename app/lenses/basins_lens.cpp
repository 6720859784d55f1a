#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/document/sight.h"
#include "app/lenses/basin_table.h"
#include "app/lenses/ensemble_panel.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/ensemble_words.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

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
    for (std::size_t i = 0; i < std::min(map.destinations.size(), most_destinations_listed); ++i) {
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

/// Over the view's own ground.
void write_above(std::vector<Label>& labels, const Placement& placement, const InkStyle& style, const Spot& spot,
                 const std::string& words) {
    const std::size_t before = labels.size();
    label_at(labels, placement, style, spot, words);
    if (labels.size() == before) return;
    labels.back().color = style.theme.text;
    labels.back().halo = style.theme.background.with_alpha(0.85F);
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
    void draw_of(const Panel& panel, std::size_t optimizer) const;

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
    if (!title.empty() && placement.has_depth())
        write_above(labels, placement, style, corner_above(placement, drawn_.domain), title);
    else if (!title.empty())
        label_at(labels, placement, style, corner_on_map(drawn_.domain, drawn_.shown), title);
    if (!drawn_.cursor) return;
    const auto& [x, y, z] = *drawn_.cursor;
    const auto at = placement.point({x, y, placement.raised({x, y, z})});
    if (!at) return;
    ink.glyph(*at, InkShape::ring, style.px(9), mark_fill, mark_outline, style.px(1.5F));
    ink.glyph(*at, InkShape::disc, style.px(2.5F), mark_fill, mark_outline, style.px(1));
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
         state.pointer_over ? "From the pointer: " + words_of_start(part, optimizer, state.pointer_x, state.pointer_y)
                            : "Point at a view to see where a start there goes.",
         state.pointer_over ? Tone::normal : Tone::quiet, panel.fonts.caption);
    draw_destinations(panel, *part.basins.at(optimizer));
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

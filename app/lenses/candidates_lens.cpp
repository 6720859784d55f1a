#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/number_column.h"
#include "app/panels/slider.h"
#include "app/panels/tables.h"
#include "app/scene/curve.h"
#include "app/scene/near_zero.h"
#include "app/scene/number_format.h"
#include "app/view/curve_placement.h"
#include "core/curve/minimum_candidates.h"

namespace thalweg {
namespace {

constexpr Color best_color = rgb(0x7ED957);
/// Rows of the table; the others are too high to matter.
constexpr std::size_t most_rows = 12;

/// Where a curve may be lowest on its interval: both ends, the zeros of f′ and the kinks, ranked.
class CandidatesLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0, stationary = 0;
        Box domain;
        bool operator==(const Inputs&) const = default;
    };

    static void draw_interval(Panel& panel);
    void draw_table(const Panel& panel) const;
    std::string why(const MinimumCandidate1D& candidate) const;
    std::string verdict() const;

    Inputs inputs_;
    bool curve_ = false, searching_ = false;
    HeightScale scale_;
    StationaryReport report_;
    MinimumCandidates found_;
};

void CandidatesLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const StationaryPart& stationary = subject.scene.stationary();
    if (!part.landscape) return;
    const Inputs inputs{part.revision, subject.scene.surface().revision, stationary.revision, part.domain};
    if (inputs == inputs_) return;
    inputs_ = inputs;
    curve_ = is_curve(part);
    searching_ = stationary.searching;
    scale_ = subject.scene.surface().scale;
    report_ = stationary.report;
    found_ =
        curve_ ? minimum_candidates(*part.landscape, part.domain.x0, part.domain.x1, report_) : MinimumCandidates{};
    changed();
}

void CandidatesLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement,
                          const InkStyle& style) const {
    if (found_.ranked.empty()) return;
    const MinimumCandidate1D& best = found_.ranked.front();
    const double z = line_z(scale_, best.value), width = inputs_.domain.width();
    std::vector<Polyline> lines;
    placement.path(std::array{Spot{inputs_.domain.x0 - width, 0.0, z}, Spot{inputs_.domain.x1 + width, 0.0, z}}, lines);
    for (const Polyline& line : lines) ink.polyline(line, style.px(1.5F), best_color);
    for (std::size_t i = std::min(found_.ranked.size(), most_rows); i-- > 0;) {
        const MinimumCandidate1D& candidate = found_.ranked[i];
        const auto at = placement.point({candidate.x, 0.0, line_z(scale_, candidate.value)});
        if (!at) continue;
        const Color color = i == 0 ? best_color : style.theme.accent;
        ink.glyph(*at, InkShape::ring, style.px(i == 0 ? 14.0F : 11.0F), color, mark_outline, style.px(1.5F));
        const InkPoint number{at->x + style.px(19.0F), at->y - style.px(17.0F), 0.0F};
        ink.glyph(number, InkShape::disc, style.px(11.0F), color, mark_outline, style.px(1.5F));
        const Color digits = i > 0 && style.over_light ? mark_fill : mark_outline;
        labels.push_back({.text = std::to_string(i + 1), .x = number.x, .y = number.y, .size = 14.0F, .color = digits});
    }
}

void CandidatesLens::draw_interval(Panel& panel) {
    Box domain = panel.session.landscape.domain;
    ImGui::AlignTextToFramePadding();
    text(panel, "On the interval from", Tone::quiet);
    ImGui::SameLine();
    bool edited = number_field(panel, "##a", domain.x0, panel.px(72), {.high = domain.x1, .open_high = true});
    ImGui::SameLine();
    text(panel, "to", Tone::quiet);
    ImGui::SameLine();
    edited |= number_field(panel, "##b", domain.x1, panel.px(72), {.low = domain.x0, .open_low = true});
    if (!edited || !is_valid_domain(domain)) return;
    panel.session.landscape.domain = domain;
    panel.session.display.map = domain;
}

std::string CandidatesLens::why(const MinimumCandidate1D& candidate) const {
    if (candidate.kind != CandidateKind::level) return std::string(name(candidate.kind));
    for (const StationaryPoint& point : report_.points)
        if (point.x == candidate.x && point.kind != StationaryClass::degenerate)
            return fmt::format("{}, {}", name(candidate.kind), name(point.kind));
    return std::string(name(candidate.kind));
}

std::string CandidatesLens::verdict() const {
    const Box& domain = inputs_.domain;
    const std::string interval = fmt::format("[{}, {}]", format_number(domain.x0), format_number(domain.x1));
    if (found_.ranked.empty()) return fmt::format("f is not defined at any candidate of {}.", interval);
    const MinimumCandidate1D& best = found_.ranked.front();
    const std::string place = fmt::format("f({}) = {}", format_number(best.x, 6), format_number(best.value, 6));
    if (searching_) return fmt::format("{} is the lowest so far; the zeros of f′ are being searched.", place);
    if (found_.proved) return fmt::format("{} is the global minimum on {}: proved.", place, interval);
    if (found_.gaps || !found_.left_defined || !found_.right_defined)
        return fmt::format("{} is the lowest candidate, but f is not defined on all of {}: it may fall without end.",
                           place, interval);
    if (found_.jumps)
        return fmt::format("{} is the lowest candidate, but f jumps: beside a jump it may come lower.", place);
    return fmt::format("{} is the lowest candidate. That nothing else on {} is lower could not be proved.", place,
                       interval);
}

void CandidatesLens::draw_table(const Panel& panel) const {
    constexpr std::array<TableColumn, 4> columns{{{"", 0.3F}, {"x", 0.9F}, {"f(x)", 1}, {"why", 1.5F}}};
    ImFont* const font = panel.fonts.caption;
    const std::size_t rows = std::min(found_.ranked.size(), most_rows);
    const float height = static_cast<float>(rows + 1) * (font->FontSize + panel.px(5)) + panel.px(4);
    std::vector<double> places, values;
    for (std::size_t i = 0; i < rows; ++i) {
        places.push_back(zero_if_tiny(found_.ranked[i].x, inputs_.domain.width()));
        values.push_back(zero_if_tiny(found_.ranked[i].value, scale_.high - scale_.low));
    }
    if (!begin_number_table(panel, "candidates", columns, height)) return;
    std::optional<NumberColumn> place_column, value_column;  // as wide as their cells
    const auto cell = [&](std::optional<NumberColumn>& column, const std::vector<double>& numbers, std::size_t row) {
        ImGui::TableNextColumn();
        if (!column) column.emplace(font, numbers, ImGui::GetContentRegionAvail().x);
        column->write_in_cell(numbers[row], pack(panel.colors.text));
    };
    for (std::size_t i = 0; i < rows; ++i) {
        const MinimumCandidate1D& candidate = found_.ranked[i];
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        text(panel, std::to_string(i + 1), i == 0 ? Tone::accent : Tone::quiet, font);
        cell(place_column, places, i);
        cell(value_column, values, i);
        ImGui::TableNextColumn();
        text_within(panel, "  " + why(candidate), ImGui::GetContentRegionAvail().x, Tone::normal, font);
    }
    ImGui::EndTable();
    if (found_.ranked.size() > rows)
        text(panel, fmt::format("and {} higher ones", found_.ranked.size() - rows), Tone::quiet, font);
    if (!found_.complete) text(panel, "There are more kinks or jumps than are listed.", Tone::quiet, font);
}

void CandidatesLens::draw_panel(Panel& panel) {
    if (!curve_) {
        paragraph(panel,
                  "This look is for curves, formulas of x alone. On a surface the edge of the domain is a curve "
                  "itself; its stationary points are in the table of stationary points.",
                  Tone::quiet, panel.fonts.caption);
        return;
    }
    draw_interval(panel);
    gap(panel, 4);
    paragraph(panel, verdict(), Tone::normal);
    if (found_.proved) tooltip(panel, report_.assumption);
    gap(panel, 4);
    draw_table(panel);
    gap(panel, 4);
    paragraph(panel,
              "Lowest on a closed interval f can only be at an end, where its slope is zero, or where it has no slope. "
              "Everywhere else it goes on falling to one side. Drag the ends in the picture outwards and see whether "
              "the minimum moves.",
              Tone::quiet, panel.fonts.caption);
}

}  // namespace

std::unique_ptr<Lens> make_candidates_lens() {
    return std::make_unique<CandidatesLens>();
}

}  // namespace thalweg

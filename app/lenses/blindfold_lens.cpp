#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "app/lenses/blind_walk.h"
#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/number_column.h"
#include "app/lenses/surface_line.h"
#include "app/panels/tables.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/curve.h"
#include "app/scene/near_zero.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr Color walker_color = rgb(0xFFFFFF);
constexpr std::array<std::string_view, 3> lengths = {"short", "middle", "long"};
constexpr std::array<double, 3> length_shares = {0.25, 0.5, 1.0};  ///< of what one sees

/// The landscape lies in the dark; one walks down it by the slope felt underfoot, then sees what the optimizers did.
class BlindfoldLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;
    bool take_back(const Scene& scene) override;
    std::optional<Veil> veil() const override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0;
        Box domain;
        Start start;
        bool operator==(const Inputs&) const = default;
    };
    void begin();
    void look_around(const Scene& scene);
    void draw_sense(const Panel& panel) const;
    void draw_steps(Panel& panel);
    void draw_results(Panel& panel) const;

    std::optional<Inputs> begun_with_;
    BlindWalk walk_;
    bool revealed_ = false;
    std::optional<int> clicks_, presses_;  ///< that were seen, of the pointer and of arrow keys
    int length_ = 1;
    std::optional<Inspection> here_;
    SurfaceLine way_;
};

void BlindfoldLens::begin() {
    walk_.begin({begun_with_->start.x, begun_with_->start.y}, begun_with_->domain);
    revealed_ = false;
}

void BlindfoldLens::look_around(const Scene& scene) {
    here_ = scene.inspect(walk_.place()[0], walk_.place()[1]);
    way_ = on_surface(walk_.places(), *scene.landscape().evaluator, scene.surface().scale);
    changed();
}

void BlindfoldLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const auto& starts = subject.session.starts;
    if (!part.landscape || starts.empty()) return;
    const int last = static_cast<int>(starts.size()) - 1;
    const Start& start = starts[static_cast<std::size_t>(std::clamp(subject.state.selected_start, 0, last))];
    const Inputs inputs{part.revision, part.domain, start};
    const bool anew = begun_with_ != inputs;
    if (anew) {
        begun_with_ = inputs;
        begin();
    }
    const ViewClick& click = subject.state.click;
    const BlindStep& press = subject.state.blind_step;
    const bool clicked = clicks_ && *clicks_ != click.count, pressed = presses_ && *presses_ != press.count;
    clicks_ = click.count;
    presses_ = press.count;
    bool stepped = clicked && !revealed_ && walk_.step_to({click.x, click.y});
    if (pressed && !revealed_) {
        const double share = press.fine ? length_shares.front() : length_shares[static_cast<std::size_t>(length_)];
        stepped |= walk_.step_along({1.0 * press.right, is_curve(part) ? 0.0 : press.up}, share);
    }
    if (anew || stepped) look_around(subject.scene);
}

bool BlindfoldLens::take_back(const Scene& scene) {
    if (revealed_ || walk_.steps() == 0) return false;
    walk_.take_back();
    look_around(scene);
    return true;
}

std::optional<Veil> BlindfoldLens::veil() const {
    if (revealed_ || !begun_with_) return std::nullopt;
    return walk_.veil();
}

void BlindfoldLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement,
                         const InkStyle& style) const {
    if (way_.empty()) return;
    if (revealed_) {
        draw_lines(ink, std::span(&way_, 1), walker_color, placement, style, 3.2F);
        for (const Spot& spot : way_) {
            const auto at = placement.point({spot.x, spot.y, placement.raised(spot)});
            if (at) ink.glyph(*at, InkShape::disc, style.px(4), walker_color, mark_outline, style.px(1.2F));
        }
    }
    Spot foot = way_.back();
    foot.z = placement.raised(foot);
    const auto at = placement.point(foot);
    if (!at) return;
    if (here_ && !revealed_) {
        const double size = std::hypot(here_->gradient[0], here_->gradient[1]);
        if (size > 0 && std::isfinite(size)) {
            const auto ends =
                placement.arrow(foot, -here_->gradient[0] / size, -here_->gradient[1] / size, 0, style.px(34));
            if (ends)
                ink.arrow(ends->first, ends->second, style.px(3), walker_color, mark_outline.with_alpha(0.9F),
                          style.px(1.4F));
        }
    }
    ink.glyph(*at, InkShape::disc, style.px(8), style.theme.accent, mark_outline, style.px(1.6F));
    if (revealed_)
        labels.push_back({.text = "you",
                          .x = at->x + style.px(13),
                          .y = at->y,
                          .anchor_x = 0,
                          .anchor_y = 0.5F,
                          .size = 13,
                          .color = walker_color,
                          .halo = mark_outline});
}

void BlindfoldLens::draw_sense(const Panel& panel) const {
    const auto row = [&](const char* name, const std::string& value) {
        text(panel, name, Tone::quiet, panel.fonts.caption);
        ImGui::SameLine(panel.px(110));
        text(panel, value);
    };
    row("steps taken", std::to_string(walk_.steps()));
    row("you stand at", format_point(walk_.place()[0], walk_.place()[1]));
    row("height", format_number(here_->value, 5));
    row("slope ∇f",
        fmt::format("({}, {})", format_number(here_->gradient[0], 3), format_number(here_->gradient[1], 3)));
    row("its length", format_number(std::hypot(here_->gradient[0], here_->gradient[1]), 4));
}

void BlindfoldLens::draw_steps(Panel& panel) {
    paragraph(panel, "Click within the light, press an arrow key, or go straight down; a step is", Tone::quiet,
              panel.fonts.caption);
    segmented(panel, "length", lengths, length_);
    gap(panel, 4);
    const bool down = text_button(panel, "Step down");
    ImGui::SameLine();
    const bool back = text_button(panel, "Step back", walk_.steps() > 0);
    ImGui::SameLine();
    const bool reveal = text_button(panel, "Reveal");
    if (down) walk_.step_downhill(here_->gradient, length_shares[static_cast<std::size_t>(length_)]);
    if (back) take_back(panel.scene);
    if (reveal) revealed_ = true;
    if (down || reveal) look_around(panel.scene);
}

void BlindfoldLens::draw_results(Panel& panel) const {
    const auto results = walk_results(walk_, *panel.scene.landscape().evaluator, panel.scene.paths(), panel.session,
                                      panel.state.selected_start);
    constexpr std::array<TableColumn, 3> columns{{{"", 1.6F}, {"lowest f", 1.1F}, {"in steps", 0.9F}}};
    const float row_height = panel.fonts.caption->FontSize + panel.px(6);
    const float height = (static_cast<float>(results.size()) + 1.3F) * (row_height + panel.px(2));
    if (!begin_number_table(panel, "results", columns, height)) return;
    const HeightScale& heights = panel.scene.surface().scale;
    std::vector<double> lowest;
    lowest.reserve(results.size());
    for (const WalkResult& result : results) lowest.push_back(zero_if_tiny(result.lowest, heights.high - heights.low));
    const NumberColumn column(panel.fonts.caption, lowest, panel.px(96));
    int index = 0;
    for (const WalkResult& result : results) {
        const double least = lowest[static_cast<std::size_t>(index)];
        const bool chosen = result.optimizer >= 0 && result.optimizer == panel.state.selected_optimizer;
        if (begin_table_row(panel, index++, chosen, row_height) && result.optimizer >= 0)
            panel.state.selected_optimizer = result.optimizer;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 middle{at.x + panel.px(8), at.y + panel.fonts.caption->FontSize / 2};
        if (result.optimizer >= 0)
            draw_marker(*ImGui::GetWindowDrawList(), optimizer_marker(result.color), middle, panel.px(5),
                        pack(optimizer_ink(result.color, panel.colors)), 0, 0);
        ImGui::SetCursorScreenPos({at.x + panel.px(20), at.y});
        text_within(panel, result.name, ImGui::GetContentRegionAvail().x,
                    result.optimizer < 0 ? Tone::accent : Tone::normal, panel.fonts.caption);
        ImGui::TableNextColumn();
        column.write_in_cell(least, pack(panel.colors.text));
        number_cell(panel, result.steps, 0);
    }
    ImGui::EndTable();
}

void BlindfoldLens::draw_panel(Panel& panel) {
    if (!begun_with_ || !here_) {
        paragraph(panel, "Put a start into a view: the walk begins there.", Tone::quiet, panel.fonts.caption);
        return;
    }
    if (!revealed_) {
        paragraph(panel,
                  "It is dark, and all you know is what you feel underfoot: height and slope. That is all that an "
                  "optimizer knows, too. Find the lowest place.",
                  Tone::quiet, panel.fonts.caption);
        gap(panel, 6);
        draw_sense(panel);
        gap(panel, 8);
        draw_steps(panel);
        return;
    }
    paragraph(panel, fmt::format("You took {} steps; the optimizers began where you did.", walk_.steps()), Tone::quiet,
              panel.fonts.caption);
    gap(panel, 4);
    draw_key(panel, walker_color, "your way");
    gap(panel, 6);
    draw_results(panel);
    gap(panel, 8);
    const bool on = text_button(panel, "Back into the dark");
    ImGui::SameLine();
    const bool anew = text_button(panel, "Begin anew");
    if (on) revealed_ = false;
    if (anew) begin();
    if (on || anew) look_around(panel.scene);
}

}  // namespace

std::unique_ptr<Lens> make_blindfold_lens() {
    return std::make_unique<BlindfoldLens>();
}

}  // namespace thalweg

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/lenses/ensemble_panel.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/many_paths.h"
#include "app/lenses/rate_looks.h"
#include "app/lenses/small_map.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

/// One of the three.
struct Lane {
    std::string_view name;
    std::string_view missing;  ///< what to say when no rate is so
    Color color;
    std::optional<std::size_t> run = {};  ///< in the sweep
    ColoredPath path = {};
};

constexpr Color small_color = rgb(0x56B4E9), right_color = rgb(0x3CCB8F), large_color = rgb(0xFF6B52);

/// The same start three times: a rate that creeps, one that arrives soon, one that bounces or flies off.
class RatesLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    void draw_maps(const Panel& panel) const;
    void draw_lane(Panel& panel, const Lane& lane) const;
    void draw_chart(const Panel& panel) const;

    std::shared_ptr<const RatesSeen> rates_;
    std::uint64_t surface_ = 0;
    double step_ = 0.0, sign_ = 1.0;  ///< −1 for what is maximized
    SmallMap map_;
    std::array<Lane, 3> lanes_{{{"Too small", "No rate tried was too small to arrive.", small_color},
                                {"Right", "No rate tried is right: none arrives without bouncing.", right_color},
                                {"Too large", "No rate tried was too large.", large_color}}};
};

void RatesLens::update(const LensSubject& subject) {
    const auto& rates = subject.scene.ensemble().rates;
    const SurfacePart& surface = subject.scene.surface();
    const double step = subject.session.playback.step;
    if (step != step_) changed();
    step_ = step;
    sign_ = sign_of_runs(subject);
    map_.update(subject.scene);
    if (rates == rates_ && surface.revision == surface_) return;
    rates_ = rates;
    surface_ = surface.revision;
    changed();
    for (Lane& lane : lanes_) lane.run.reset();
    if (!rates_) return;
    const TellingRates& telling = rates_->telling;
    lanes_[0].run = telling.too_small;
    lanes_[1].run = telling.right;
    lanes_[2].run = telling.too_large;
    for (Lane& lane : lanes_)
        if (lane.run)
            lane.path =
                colored_path(rates_->sweep.runs[*lane.run].trajectory, surface.scale, lane.color,
                             subject.scene.landscape(), rates_->sweep.runs[*lane.run].verdict == RateVerdict::diverges);
}

void RatesLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    // The wild one lies below the others.
    for (const std::size_t i : {2U, 0U, 1U})
        if (lanes_[i].run) draw_colored_path(ink, lanes_[i].path, step_, placement, style, 3.5F);
    for (const Lane& lane : lanes_)
        if (lane.run && !lane.path.spots.empty())
            label_at(labels, placement, style, spot_at(lane.path, step_), std::string(lane.name));
}

/// The three runs side by side, each on a map of its own.
void RatesLens::draw_maps(const Panel& panel) const {
    const float space = panel.px(6), width = (ImGui::GetContentRegionAvail().x - 2 * space) / 3;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImFont* const font = panel.fonts.caption;
    const float line = font->FontSize + panel.px(4);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        const Lane& lane = lanes_.at(i);
        const float left = corner.x + static_cast<float>(i) * (width + space);
        write(list, font, {left, corner.y}, pack(told_from(lane.color, panel.colors.panel)),
              shortened(font, lane.name, width));
        map_.draw(panel, {left, corner.y + line, width, width}, lane.run ? &lane.path : nullptr, step_);
    }
    ImGui::Dummy({3 * width + 2 * space, line + width});
    gap(panel, 4);
}

void RatesLens::draw_lane(Panel& panel, const Lane& lane) const {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + panel.px(4), corner.y + panel.px(44)},
                                              pack(lane.color), panel.px(2));
    ImGui::Indent(panel.px(14));
    ImGui::PushID(lane.name.data());
    if (!lane.run) {
        text(panel, lane.name, Tone::normal, panel.fonts.strong);
        paragraph(panel, lane.missing, Tone::quiet, panel.fonts.caption);
    } else {
        const RateRun& run = rates_->sweep.runs[*lane.run];
        text(panel, fmt::format("{}: η = {}", lane.name, format_number(run.rate, 3)), Tone::normal, panel.fonts.strong);
        draw_take_rate(panel, run.rate);
        const std::string end =
            std::isfinite(run.final_loss)
                ? fmt::format("f = {} after {} steps", format_number(run.final_loss), run.trajectory.rows() - 1)
                : fmt::format("leaves the number range after {} steps", run.trajectory.rows());
        const std::string how = run.arrival ? fmt::format("{}; there after {} steps", name(run.verdict), *run.arrival)
                                            : fmt::format("{}; {}", name(run.verdict), end);
        paragraph(panel, how, Tone::quiet, panel.fonts.caption);
    }
    ImGui::PopID();
    ImGui::Unindent(panel.px(14));
    gap(panel, 4);
}

void RatesLens::draw_chart(const Panel& panel) const {
    // What is maximized is best where it is highest.
    const double best = best_of_settled(rates_->sweep, sign_);
    std::size_t longest = 2;
    for (const Lane& lane : lanes_)
        if (lane.run) longest = std::max(longest, rates_->sweep.runs[*lane.run].trajectory.losses.size());
    const double way = sign_ * (rates_->sweep.runs.front().trajectory.losses.front() - best);
    if (!std::isfinite(way) || !(way > 0)) return;
    // Runs that fly off leave along the chart's upper edge, or the others would lie on its foot.
    const double ceiling = 100 * way, foot = 1e-8 * way;
    const Plot plot(panel, "three rates", panel.px(150), {0, static_cast<double>(longest - 1), false},
                    fit_axis(0, ceiling, foot, true), "step",
                    sign_ > 0 ? "loss above the lowest of all" : "loss below the highest of all");
    plot.vertical(std::min(step_, static_cast<double>(longest - 1)), panel.colors.text.with_alpha(0.5F));
    for (const Lane& lane : lanes_) {
        if (!lane.run) continue;
        std::vector<double> steps, above;
        for (const double loss : rates_->sweep.runs[*lane.run].trajectory.losses) {
            steps.push_back(static_cast<double>(steps.size()));
            above.push_back(std::clamp(sign_ * (loss - best), foot, ceiling));
        }
        plot.curve(steps, above, told_from(lane.color, panel.colors.panel), 2.2F);
    }
}

void RatesLens::draw_panel(Panel& panel) {
    choose_optimizer(panel, "Optimizer", panel.session.ensemble.optimizer);
    draw_state_of_work(panel);
    if (!rates_) return;
    paragraph(panel, "One start, three learning rates, found by trying many.", Tone::quiet, panel.fonts.caption);
    gap(panel, 2);
    draw_maps(panel);
    for (const Lane& lane : lanes_) draw_lane(panel, lane);
    draw_chart(panel);
    if (rates_->sweep.limit) {
        gap(panel, 2);
        const RateLimit& limit = *rates_->sweep.limit;
        paragraph(panel,
                  fmt::format("The curvature there, λmax = {}, bears rates up to {}.",
                              format_number(limit.largest_eigenvalue), format_number(limit.rate)),
                  Tone::quiet, panel.fonts.caption);
    }
}

}  // namespace

std::unique_ptr<Lens> make_rates_lens() {
    return std::make_unique<RatesLens>();
}

}  // namespace thalweg

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "app/lenses/ensemble_panel.h"
#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/many_paths.h"
#include "app/lenses/rate_looks.h"
#include "app/panels/optimizer_looks.h"
#include "app/panels/plot.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr Color slow_color = rgb(0x56B4E9), good_color = rgb(0x3CCB8F), bounce_color = rgb(0xF0C33C),
                diverge_color = rgb(0xFF6B52);

Color color_of(RateVerdict verdict) {
    switch (verdict) {
        case RateVerdict::too_slow:
            return slow_color;
        case RateVerdict::good:
            return good_color;
        case RateVerdict::bounces:
            return bounce_color;
        case RateVerdict::diverges:
            break;
    }
    return diverge_color;
}

/// What a run is like is told by its mark's shape, too.
Marker marker_of(RateVerdict verdict) {
    switch (verdict) {
        case RateVerdict::too_slow:
            return Marker::triangle_down;
        case RateVerdict::good:
            return Marker::disc;
        case RateVerdict::bounces:
            return Marker::diamond;
        case RateVerdict::diverges:
            break;
    }
    return Marker::cross;
}

/// "2/λmax", or with momentum more than 2.
std::string bound_words(const RateLimit& limit) {
    return format_number(limit.rate * limit.largest_eigenvalue, 3) + "/λmax";
}

/// ", as at (1, 2)"; of more variables in words, for nobody reads so many numbers.
std::string place_words(const Panel& panel, const RateLimit& limit) {
    if (is_curve(panel.scene.landscape())) return ", as at x = " + format_number(limit.position[0]);
    if (limit.position.size() > 2) return ", as where the best run ends";
    return ", as at " + format_point(limit.position[0], limit.position[1]);
}

/// From blue, the smallest rate, to red, the largest.
Color color_of_rate(std::size_t run, std::size_t runs) {
    const double share = runs < 2 ? 0.5 : static_cast<double>(run) / static_cast<double>(runs - 1);
    // The ends of the map are too dark to be seen over a surface.
    return colormap(Colormap::turbo)[static_cast<std::size_t>(std::lround(24 + share * 208))];
}

/// Many rates from one start: their paths, coloured by rate, and what each rate makes of the run.
class SweepLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    void draw_settings(Panel& panel);
    void draw_regions(const Panel& panel, const Plot& plot, const ChartAxis& up) const;
    void draw_losses(const Panel& panel);
    void draw_chosen(Panel& panel);
    void draw_range_test(const Panel& panel) const;
    ChartAxis along() const;

    std::shared_ptr<const RatesSeen> rates_;
    std::uint64_t surface_ = 0;
    double step_ = 0.0, sign_ = 1.0;  ///< −1 for what is maximized
    std::vector<ColoredPath> paths_;
    std::optional<std::size_t> chosen_;  ///< the run that stands out
};

void SweepLens::update(const LensSubject& subject) {
    const auto& rates = subject.scene.ensemble().rates;
    const SurfacePart& surface = subject.scene.surface();
    const double step = subject.session.playback.step;
    sign_ = sign_of_runs(subject);
    if (step != step_) changed();
    step_ = step;
    if (rates == rates_ && surface.revision == surface_) return;
    const bool others = !rates || !rates_ || rates->sweep.runs.size() != rates_->sweep.runs.size();
    rates_ = rates;
    surface_ = surface.revision;
    changed();
    paths_.clear();
    if (!rates_) return;
    const auto& runs = rates_->sweep.runs;
    for (std::size_t i = 0; i < runs.size(); ++i)
        paths_.push_back(colored_path(runs[i].trajectory, surface.scale, color_of_rate(i, runs.size()),
                                      subject.scene.landscape(), runs[i].verdict == RateVerdict::diverges));
    if (others) chosen_ = rates_->telling.right;
}

void SweepLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    // The wildest lie lowest.
    for (std::size_t i = paths_.size(); i-- > 0;)
        if (i != chosen_) draw_colored_path(ink, paths_[i], step_, placement, style, 1.8F);
    if (!chosen_ || *chosen_ >= paths_.size() || paths_[*chosen_].spots.empty()) return;
    draw_colored_path(ink, paths_[*chosen_], step_, placement, style, 4.0F);
    label_at(labels, placement, style, spot_at(paths_[*chosen_], step_),
             "η = " + format_number(rates_->sweep.runs[*chosen_].rate, 3));
}

ChartAxis SweepLens::along() const {
    return {rates_->sweep.runs.front().rate, rates_->sweep.runs.back().rate, true};
}

void SweepLens::draw_settings(Panel& panel) {
    SweepChoice& sweep = panel.session.ensemble.sweep;
    bool suited = sweep.automatic;
    if (toggle(panel, "Rates suited to the landscape", suited)) {
        if (suited)
            sweep.automatic = true;
        else
            choose_own_rates(sweep, panel.scene);
    }
    const SliderLook look{.label_width = 74, .number_width = 64, .spoken = true};
    SettingRows rows(panel, {"automatic", sweep.automatic ? "from" : "", sweep.automatic ? "to" : ""}, look);
    sweep.describe(rows);
}

/// Bands under the marks, half way to the neighbours in the axis's logarithm, each under a bar with its name where that
/// fits: above all marks.
void SweepLens::draw_regions(const Panel& panel, const Plot& plot, const ChartAxis& up) const {
    const auto& runs = rates_->sweep.runs;
    const auto edge = [&](std::size_t i) {
        const double rate = i == 0             ? runs.front().rate
                            : i == runs.size() ? runs.back().rate
                                               : std::sqrt(runs[i - 1].rate * runs[i].rate);
        return plot.at(rate, up.low);
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* const font = panel.fonts.caption;
    const float top = plot.at(runs.front().rate, up.high).y;
    for (std::size_t first = 0, end = 0; first < runs.size(); first = end) {
        const RateVerdict verdict = runs[first].verdict;
        while (end < runs.size() && runs[end].verdict == verdict) ++end;
        const ImVec2 left = edge(first), right = edge(end);
        list.AddRectFilled({left.x, top}, right, pack(color_of(verdict).with_alpha(marked_ground)));
        list.AddRectFilled({left.x + panel.px(1), top}, {right.x - panel.px(1), top + panel.px(3)},
                           pack(color_of(verdict)));
        const float room = right.x - left.x, width = text_width(font, name(verdict));
        if (width + panel.px(6) <= room)
            write(list, font, {left.x + (room - width) / 2, top + panel.px(5)}, pack(panel.colors.text), name(verdict));
    }
}

void SweepLens::draw_losses(const Panel& panel) {
    const auto& runs = rates_->sweep.runs;
    // What is maximized is best where it is highest.
    const double best = best_of_settled(rates_->sweep, sign_);
    const double way = sign_ * (runs.front().trajectory.losses.front() - best);
    const double whole = std::isfinite(way) && way > 0 ? way : 1.0;
    const double foot = 1e-8 * whole, ceiling = 100 * whole;
    // The bands' names stand above the highest marks, the axis's numbers clear of the lowest.
    const ChartAxis up = fit_axis(0, 100 * ceiling, foot / 10, true);
    const Plot plot(panel, "losses", panel.px(190), along(), up, "learning rate η",
                    sign_ > 0 ? "final loss above the lowest" : "final loss below the highest");
    draw_regions(panel, plot, up);
    if (rates_->sweep.limit) {
        plot.vertical(rates_->sweep.limit->rate, panel.colors.text, 1.5F);
        // A quarter of the way up there is hardly a mark: beyond the bound they are high.
        plot.note(rates_->sweep.limit->rate, std::pow(up.low, 0.75) * std::pow(up.high, 0.25),
                  bound_words(*rates_->sweep.limit), panel.colors.text);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double above = std::isfinite(runs[i].final_loss) ? sign_ * (runs[i].final_loss - best) : ceiling;
        plot.mark(runs[i].rate, std::clamp(above, foot, ceiling), marker_of(runs[i].verdict),
                  color_of_rate(i, runs.size()), i == chosen_ ? 7.0F : 4.2F);
    }
    if (const auto held = plot.held()) {
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < runs.size(); ++i)
            if (std::abs(std::log(runs[i].rate / *held)) < std::abs(std::log(runs[nearest].rate / *held))) nearest = i;
        if (chosen_ != nearest) changed();
        chosen_ = nearest;
    }
}

void SweepLens::draw_chosen(Panel& panel) {
    if (!chosen_ || *chosen_ >= rates_->sweep.runs.size()) return;
    const RateRun& run = rates_->sweep.runs[*chosen_];
    text(panel, fmt::format("η = {}: {}", format_number(run.rate, 3), name(run.verdict)), Tone::normal,
         panel.fonts.strong);
    draw_take_rate(panel, run.rate);
    const std::string end =
        std::isfinite(run.final_loss) ? "f = " + format_number(run.final_loss) : "out of all bounds";
    const std::string arrival = run.arrival ? fmt::format(", there after {} steps", *run.arrival) : "";
    paragraph(panel, fmt::format("ends at {}{}", end, arrival), Tone::quiet, panel.fonts.caption);
}

void SweepLens::draw_range_test(const Panel& panel) const {
    const Trajectory& test = rates_->range_test;
    if (test.rows() < 2) return;
    // As far as runs go that settle: where f is not bounded, this one flies off below all bounds.
    const double settled = best_of_settled(rates_->sweep, sign_), lowest = best_loss(test.losses, sign_);
    const double best = sign_ * std::max(sign_ * lowest, sign_ * settled);
    const double way = sign_ * (test.losses.front() - best), whole = way > 0 ? way : 1.0;
    const ChartAxis up = fit_axis(0, 10 * whole, 1e-6 * whole, true);
    const Plot plot(panel, "range test", panel.px(150), along(), up, "learning rate η, growing with every step",
                    sign_ > 0 ? "range test: loss above its lowest" : "range test: loss below its highest");
    std::vector<double> above;
    above.reserve(test.losses.size());
    for (const double loss : test.losses) above.push_back(std::clamp(sign_ * (loss - best), 1e-6 * whole, 10 * whole));
    plot.curve(test.learning_rates, above, panel.colors.accent, 2);
    if (rates_->sweep.limit) plot.vertical(rates_->sweep.limit->rate, panel.colors.text, 1.5F);
}

void SweepLens::draw_panel(Panel& panel) {
    choose_optimizer(panel, "Optimizer", panel.session.ensemble.optimizer);
    draw_settings(panel);
    draw_state_of_work(panel);
    if (!rates_ || rates_->sweep.runs.empty()) return;
    draw_losses(panel);
    const auto key = [](RateVerdict verdict) { return Key{color_of(verdict), name(verdict), marker_of(verdict)}; };
    const std::array keys{key(RateVerdict::too_slow), key(RateVerdict::good), key(RateVerdict::bounces),
                          key(RateVerdict::diverges)};
    draw_keys(panel, keys);
    gap(panel, 2);
    draw_chosen(panel);
    if (rates_->sweep.limit) {
        const RateLimit& limit = *rates_->sweep.limit;
        paragraph(
            panel,
            fmt::format("{} = {}: the bound of steps that settle where λmax = {}{}.", bound_words(limit),
                        format_number(limit.rate), format_number(limit.largest_eigenvalue), place_words(panel, limit)),
            Tone::quiet, panel.fonts.caption);
    }
    gap(panel, 2);
    draw_range_test(panel);
}

}  // namespace

std::unique_ptr<Lens> make_sweep_lens() {
    return std::make_unique<SweepLens>();
}

}  // namespace thalweg

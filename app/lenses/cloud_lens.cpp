#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/lenses/ensemble_panel.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/plot.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/ensemble.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr int bins = 36;

/// Many starts as particles that go down with playback, and the histogram of their losses.
class CloudLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>&, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    void draw_histogram(const Panel& panel, const LossHistogram& losses, const std::string& title) const;
    std::vector<double> losses_now() const;

    std::shared_ptr<const Cloud> cloud_;
    HeightScale scale_;
    std::uint64_t surface_ = 0;
    double step_ = 0.0;
    Color color_;
};

void CloudLens::update(const LensSubject& subject) {
    const EnsemblePart& part = subject.scene.ensemble();
    const SurfacePart& surface = subject.scene.surface();
    const auto& list = subject.session.optimizers;
    const auto row = static_cast<std::size_t>(std::max(part.optimizers[0], 0));
    const Color color = optimizer_color(row < list.size() ? list[row].color : 0);
    const double step = subject.session.playback.step;
    if (part.cloud == cloud_ && surface.revision == surface_ && step == step_ && color == color_) return;
    cloud_ = part.cloud;
    scale_ = surface.scale;
    surface_ = surface.revision;
    step_ = step;
    color_ = color;
    changed();
}

void CloudLens::draw(Ink& ink, std::vector<Label>&, const Placement& placement, const InkStyle& style) const {
    if (!cloud_) return;
    const double clamped = std::clamp(step_, 0.0, static_cast<double>(cloud_->rows - 1));
    const auto row = static_cast<std::size_t>(clamped);
    const auto next = std::min(row + 1, static_cast<std::size_t>(cloud_->rows - 1));
    const double share = clamped - std::floor(clamped);
    const auto count = static_cast<std::size_t>(cloud_->count);
    // Many are small, so that where they gather can still be told from where they are few.
    const float radius = style.px(count > 1500 ? 2.2F : count > 300 ? 3.0F : 4.0F);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t a = row * count + i, b = next * count + i;
        const double x = std::lerp<double>(cloud_->x[a], cloud_->x[b], share);
        const double y = std::lerp<double>(cloud_->y[a], cloud_->y[b], share);
        const double z = std::lerp(surface_z(scale_, cloud_->losses[a]), surface_z(scale_, cloud_->losses[b]), share);
        if (!std::isfinite(x) || !std::isfinite(y) || !std::isfinite(z)) continue;
        const Spot spot{x, y, z};
        if (const auto place = placement.point({x, y, placement.raised(spot)}))
            ink.glyph(*place, InkShape::disc, radius, color_, mark_outline, style.px(0.9F));
    }
}

std::vector<double> CloudLens::losses_now() const {
    const auto row = static_cast<std::size_t>(std::clamp(step_, 0.0, static_cast<double>(cloud_->rows - 1)));
    const auto count = static_cast<std::size_t>(cloud_->count);
    return {cloud_->losses.begin() + static_cast<std::ptrdiff_t>(row * count),
            cloud_->losses.begin() + static_cast<std::ptrdiff_t>((row + 1) * count)};
}

void CloudLens::draw_histogram(const Panel& panel, const LossHistogram& losses, const std::string& title) const {
    const int most = std::max(1, *std::ranges::max_element(losses.counts));
    const auto bins_there = static_cast<double>(losses.counts.size());
    const double end = losses.highest > losses.floor ? losses.highest : losses.floor + 1.0;
    const ChartAxis along{losses.floor, end, losses.logarithmic}, up{0, 1.05 * most, false};
    const Plot plot(panel, title.c_str(), panel.px(150), along, up, "loss", title);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t bin = 0; bin < losses.counts.size(); ++bin) {
        if (losses.counts[bin] == 0) continue;
        const auto edge = [&](std::size_t i) { return along.value(static_cast<double>(i) / bins_there); };
        const ImVec2 top = plot.at(edge(bin), losses.counts[bin]), foot = plot.at(edge(bin + 1), 0);
        list.AddRectFilled({top.x + panel.px(0.5F), std::min(top.y, foot.y - panel.px(1.5F))},
                           {std::max(foot.x - panel.px(0.5F), top.x + panel.px(1)), foot.y}, pack(color_));
    }
}

void CloudLens::draw_panel(Panel& panel) {
    choose_optimizer(panel, "Optimizer", panel.session.ensemble.optimizer);
    CloudChoice& choice = panel.session.ensemble.cloud;
    const SliderLook look{.label_width = 74, .number_width = 64, .spoken = true};
    SettingRows rows(panel, {choice.scatter == Scatter::gaussian ? "" : "spread"}, look);
    choice.describe(rows);
    draw_state_of_work(panel);
    if (!cloud_ || cloud_->count == 0) return;
    gap(panel, 2);
    const std::vector<double> now = losses_now();
    const int step = std::min(static_cast<int>(step_), cloud_->rows - 1);
    const LossHistogram here = histogram(now, bins), end = histogram(cloud_->final_losses, bins);
    if (here.gone < cloud_->count) draw_histogram(panel, here, fmt::format("runs by their loss after {} steps", step));
    gap(panel, 2);
    if (end.gone < cloud_->count) draw_histogram(panel, end, "runs by their final loss");
    const auto ended =
        std::ranges::count_if(cloud_->reasons, [](StopReason reason) { return reason == StopReason::converged; });
    std::string words = fmt::format("{} of {} runs came to rest in a minimum", ended, cloud_->count);
    if (end.gone > 0) words += fmt::format(", {} left the number range or the domain of f", end.gone);
    words += '.';
    if (end.gone < cloud_->count)
        words += fmt::format(" Losses from {} to {}.", format_number(end.lowest), format_number(end.highest));
    paragraph(panel, words, Tone::quiet, panel.fonts.caption);
    if (cloud_->rows - 1 < panel.session.steps)
        paragraph(panel, fmt::format("So many runs are kept for {} steps only.", cloud_->rows - 1), Tone::quiet,
                  panel.fonts.caption);
}

}  // namespace

std::unique_ptr<Lens> make_cloud_lens() {
    return std::make_unique<CloudLens>();
}

}  // namespace thalweg

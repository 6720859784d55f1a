#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/plot.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/many_dimensions.h"
#include "app/scene/number_format.h"
#include "app/scene/typeset.h"

namespace thalweg {
namespace {

constexpr Color stationary_color = rgb(0xFF9F43), iterate_color = rgb(0x7DD3FC);
/// Eigenvalues much smaller than this, as a share of the largest, are drawn linearly, larger ones logarithmically.
constexpr double linear_share = 3e-3;

/// How high an eigenvalue is drawn: as asinh, so that those near 0, which are many, are told apart.
struct EigenvalueScale {
    double unit = 1.0;
    double place(double eigenvalue) const { return std::asinh(eigenvalue / unit); }
};

/// How the curvature of a small network's loss goes with its height: along trainings, and at stationary points.
class TrainingLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw_panel(Panel& panel) override;

  private:
    /// Eigenvalue by eigenvalue over the steps of the first training, ascending.
    struct Strands {
        std::vector<double> steps;  ///< + 1
        std::vector<std::vector<double>> places;
        ChartAxis up;
        EigenvalueScale scale;
    };
    void make_strands();
    /// The look at the first training that is nearest to a step.
    const Look& look_at(int step) const;
    void draw_index(const Panel& panel, const Look& here) const;
    void draw_strands(Panel& panel, const Look& here) const;

    std::uint64_t made_from_ = 0;
    std::shared_ptr<const IndexStudy> study_;
    std::vector<Look> first_;  ///< along the first training
    Strands strands_;
};

void TrainingLens::update(const LensSubject& subject) {
    const ManyDimensionsPart& part = subject.scene.many_dimensions();
    if (part.revision == made_from_) return;
    made_from_ = part.revision;
    if (study_ == part.study || !part.study) return;
    study_ = part.study;
    first_.clear();
    std::ranges::copy_if(study_->along, std::back_inserter(first_),
                         [](const Look& look) { return look.training == 0; });
    make_strands();
}

void TrainingLens::make_strands() {
    strands_ = {};
    double least = 0.0, most = 0.0;
    for (const Look& look : first_) {
        least = std::min(least, look.spectrum.eigenvalues.front());
        most = std::max(most, look.spectrum.eigenvalues.back());
    }
    const double largest = std::max(-least, most);
    strands_.scale.unit = linear_share * std::max(largest, 1e-12);
    const EigenvalueScale& scale = strands_.scale;
    strands_.up = {.low = 1.05 * scale.place(least) - 0.2, .high = 1.05 * scale.place(most) + 0.2};
    strands_.up.own_ticks.push_back({0.0, "0"});
    const int top = static_cast<int>(std::floor(std::log10(std::max(largest, 1e-12))));
    for (int exponent = top; exponent > top - 3; --exponent) {
        const double value = std::pow(10.0, exponent);
        for (const double sign : {1.0, -1.0}) {
            const double place = scale.place(sign * value);
            if (place > strands_.up.low && place < strands_.up.high)
                strands_.up.own_ticks.push_back({place, format_number(sign * value, 2)});
        }
    }
    if (first_.empty()) return;
    strands_.places.resize(first_.front().spectrum.eigenvalues.size());
    for (const Look& look : first_) {
        strands_.steps.push_back(look.step + 1.0);
        for (std::size_t i = 0; i < strands_.places.size(); ++i)
            strands_.places[i].push_back(scale.place(look.spectrum.eigenvalues[i]));
    }
}

const Look& TrainingLens::look_at(int step) const {
    return *std::ranges::min_element(first_, {}, [&](const Look& look) { return std::abs(look.step - step); });
}

void TrainingLens::draw_index(const Panel& panel, const Look& here) const {
    // As far as stationary points reach; trainings come down from higher still.
    double highest_loss = 0.0, most = 10.0;
    for (const Look& point : study_->stationary) highest_loss = std::max(highest_loss, point.spectrum.loss);
    if (highest_loss == 0.0) highest_loss = first_.front().spectrum.loss;
    for (const Look& look : study_->along) most = std::max(most, 100 * look.spectrum.negative_share);
    const Plot plot(panel, "index", panel.px(196), {.low = 0.0, .high = 1.25 * highest_loss},
                    {.low = 0.0, .high = 1.08 * most}, "loss", "% of the eigenvalues that are negative");
    for (std::size_t i = 0; i < study_->along.size();) {
        std::vector<double> loss, share;
        const int training = study_->along[i].training;
        for (; i < study_->along.size() && study_->along[i].training == training; ++i) {
            loss.push_back(study_->along[i].spectrum.loss);
            share.push_back(100 * study_->along[i].spectrum.negative_share);
        }
        plot.curve(loss, share, iterate_color.with_alpha(training == 0 ? 1.0F : 0.3F), training == 0 ? 2.0F : 1.2F);
    }
    for (const Look& point : study_->stationary)
        plot.mark(point.spectrum.loss, 100 * point.spectrum.negative_share, Marker::disc, stationary_color, 3.5F);
    plot.mark(here.spectrum.loss, 100 * here.spectrum.negative_share, Marker::square, panel.colors.accent, 5);
    const Key keys[] = {{iterate_color, "trainings, downwards"}, {stationary_color, "stationary points"}};
    draw_keys(panel, keys);
}

void TrainingLens::draw_strands(Panel& panel, const Look& here) const {
    const double last = strands_.steps.back();
    const Plot plot(panel, "strands", panel.px(176), {.low = 1.0, .high = std::max(last, 10.0), .logarithmic = true},
                    strands_.up, "step + 1", "the Hessian's eigenvalues, first training");
    plot.horizontal(0.0, panel.colors.quiet_text, 1.5F);
    for (const std::vector<double>& strand : strands_.places) {
        // In one colour above 0 and in another below.
        std::vector<double> above = strand, below = strand;
        for (double& place : above) place = std::max(place, 0.0);
        for (double& place : below) place = std::min(place, 0.0);
        if (std::ranges::max(strand) > 0)
            plot.curve(strands_.steps, above, panel.colors.curvature_up.with_alpha(0.8F), 1.3F);
        if (std::ranges::min(strand) < 0)
            plot.curve(strands_.steps, below, panel.colors.curvature_down.with_alpha(0.9F), 1.3F);
    }
    plot.vertical(here.step + 1.0, panel.colors.accent, 2);
    if (const auto held = plot.held()) {
        panel.session.dimensions.training_step =
            std::clamp(static_cast<int>(std::lround(*held - 1.0)), 0, first_.back().step);
        panel.requests.gesture = true;
    }
}

void TrainingLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    ManyDimensions& chosen = panel.session.dimensions;
    chosen.describe(SettingRows(panel, {"dimensions", "dimensions_seed", "training_step"},
                                {.label_width = 104, .number_width = 44, .spoken = true}));
    const ManyDimensionsPart& part = panel.scene.many_dimensions();
    const Network network{.hidden = chosen.hidden};
    paragraph(panel,
              fmt::format("A network of {} tanh unit{} learns to tell two half moons apart: {} weights, plain descent "
                          "with η = 1, six trainings.",
                          network.hidden, network.hidden == 1 ? "" : "s", network.weights()),
              Tone::quiet, panel.fonts.caption);
    const bool other = part.hidden != chosen.hidden;
    if (part.working && (other || !study_))
        text(panel, fmt::format("It is being trained … {:.0f} %", 100 * part.progress), Tone::accent,
             panel.fonts.caption);
    if (!study_ || first_.empty()) return;
    const Look& here = look_at(chosen.training_step);
    gap(panel, 2);
    draw_index(panel, here);
    gap(panel, 2);
    draw_strands(panel, here);
    gap(panel, 2);
    const auto negative = static_cast<int>(
        std::lround(here.spectrum.negative_share * static_cast<double>(here.spectrum.eigenvalues.size())));
    paragraph(panel,
              typeset(fmt::format("Step {}: loss {}, {} of {} eigenvalues negative, from {} to {}.", here.step,
                                  format_number(here.spectrum.loss, 3), negative, here.spectrum.eigenvalues.size(),
                                  format_number(here.spectrum.eigenvalues.front(), 2),
                                  format_number(here.spectrum.eigenvalues.back(), 2))),
              Tone::normal, panel.fonts.caption);
    paragraph(panel,
              fmt::format("Stationary points were sought from {} places along the trainings by damped Newton steps on "
                          "‖∇f‖²: {} searches arrived, at {} different points.",
                          study_->searched, study_->found, study_->stationary.size()),
              Tone::quiet, panel.fonts.caption);
    gap(panel, 2);
    paragraph(
        panel,
        "High above, stationary points are saddles with many ways down; only near the lowest losses are there "
        "minima. Descent does not get caught in high minima, there are none: it slows down beside saddles until a "
        "way down is found. (Dauphin et al., 2014, after Bray and Dean, 2007.) Drag along the lower chart.",
        Tone::quiet, panel.fonts.caption);
}

}  // namespace

std::unique_ptr<Lens> make_training_lens() {
    return std::make_unique<TrainingLens>();
}

}  // namespace thalweg

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

constexpr Color sampled_color = rgb(0xFF9F43), law_color = rgb(0x7DD3FC), exact_color = rgb(0x7ED957);
/// The chart of fractions shows at least so many dimensions.
constexpr int least_shown = 8;
/// Scaled eigenvalues are drawn from −3 to 3.
constexpr double widest = 3.0;
constexpr int bars = 60;

/// log₁₀ x as an axis of exponents, marked at whole powers of ten.
ChartAxis exponent_axis(double lowest) {
    ChartAxis axis{.low = std::min(std::floor(lowest), -1.0), .logarithmic = false, .own_ticks = {}};
    axis.high = -0.06 * axis.low;  // room for the marks at 1
    double stride = 1.0;
    for (const double factor : {2.0, 2.5, 2.0}) {
        // 1, 2, 5, 10, 20, 50 … until six of them reach.
        if (stride * 5 >= -axis.low) break;
        stride *= factor;
    }
    while (stride * 5 < -axis.low) stride *= 10;
    for (double exponent = 0.0; exponent >= axis.low; exponent -= stride)
        axis.own_ticks.push_back({exponent, power_of_ten(static_cast<int>(exponent))});
    return axis;
}

/// Why saddles are everywhere in many dimensions: how seldom a random Hessian has eigenvalues of one sign, and how they
/// lie.
class DimensionsLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw_panel(Panel& panel) override;

  private:
    void draw_fractions(const Panel& panel, int n) const;
    void draw_spectrum(const Panel& panel) const;
    std::string verdict(int n) const;

    std::uint64_t made_from_ = 0;
    std::shared_ptr<const DefiniteCounts> counts_;
    std::shared_ptr<const ScaledSpectrum> spectrum_;
    Histogram histogram_;
};

void DimensionsLens::update(const LensSubject& subject) {
    const ManyDimensionsPart& part = subject.scene.many_dimensions();
    if (part.revision == made_from_) return;
    made_from_ = part.revision;
    counts_ = part.counts;
    if (spectrum_ == part.spectrum || !part.spectrum) return;
    spectrum_ = part.spectrum;
    histogram_ = histogram(spectrum_->eigenvalues, -widest, widest, bars);
}

void DimensionsLens::draw_fractions(const Panel& panel, int n) const {
    const int last = std::max(n, least_shown);
    const Plot plot(panel, "fractions", panel.px(196), {.low = 1.0, .high = static_cast<double>(last)},
                    exponent_axis(log10_leading_law(last)), "dimensions n", "share of points that are no saddles");
    std::vector<double> dimensions, law;
    for (int k = 1; k <= last; ++k) {
        dimensions.push_back(k);
        law.push_back(log10_leading_law(k));
    }
    plot.curve(dimensions, law, law_color, 2);
    plot.vertical(n, panel.colors.accent);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (counts_) {
        const double bound = std::log10(estimate(0, counts_->samples).upper);
        if (counts_->of(last) == 0) plot.horizontal(bound, sampled_color.with_alpha(0.45F));
        for (int k = 1; k <= last && counts_->of(k) > 0; ++k) {
            const Estimate seen = estimate(counts_->of(k), counts_->samples);
            const ImVec2 low = plot.at(k, std::log10(std::max(seen.lower, 1e-300))),
                         high = plot.at(k, std::log10(seen.upper));
            list.AddLine(low, high, pack(sampled_color), panel.px(1.6F));
            plot.mark(k, std::log10(seen.fraction), Marker::disc, sampled_color, 3.5F);
        }
    }
    for (int k = 1; !std::isnan(exact_definite_probability(k)); ++k) {
        const ImVec2 at = plot.at(k, std::log10(exact_definite_probability(k)));
        list.AddCircle(at, panel.px(6), pack(exact_color), 0, panel.px(1.6F));
    }
    const Key keys[] = {
        {sampled_color, "sampled, and 3/N where none"}, {law_color, "3^(−n²/4)"}, {exact_color, "exact"}};
    draw_keys(panel, keys);
}

std::string DimensionsLens::verdict(int n) const {
    const double exponent = log10_leading_law(n);
    const std::string law =
        fmt::format("To leading order 3^(−n²/4) = {}.",
                    exponent < -4 ? fmt::format("10^({:.1f})", exponent) : format_number(std::pow(10.0, exponent), 2));
    if (!counts_) return "Matrices are being drawn … " + law;
    const Estimate seen = estimate(counts_->of(n), counts_->samples);
    const std::string samples = format_number(static_cast<double>(counts_->samples) / 1e6, 3) + " million";
    if (counts_->of(n) == 0)
        return fmt::format(
            "n = {}: of {} random Hessians none has eigenvalues of one sign. The share is less than one "
            "in {} million (with 95 % confidence). {}",
            n, samples, format_number(1e-6 / seen.upper, 2), law);
    return fmt::format(
        "n = {}: of {} random Hessians {} have eigenvalues of one sign, {} %; all others are saddles. {}", n, samples,
        counts_->of(n), format_number(100 * seen.fraction, 3), law);
}

void DimensionsLens::draw_spectrum(const Panel& panel) const {
    if (!spectrum_) return;
    const double highest = std::max(*std::ranges::max_element(histogram_.density), semicircle_density(0.0));
    const Plot plot(panel, "spectrum", panel.px(160), {.low = -widest, .high = widest},
                    {.low = 0.0, .high = 1.08 * highest}, "λ / √n",
                    fmt::format("eigenvalues of {} matrices, n = {}", spectrum_->matrices, spectrum_->n));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < histogram_.density.size(); ++i) {
        const double left = histogram_.low + static_cast<double>(i) * histogram_.width();
        const bool negative = left + histogram_.width() / 2 < 0;
        const ImVec2 corner = plot.at(left, histogram_.density[i]), foot = plot.at(left + histogram_.width(), 0);
        list.AddRectFilled(
            corner, {std::max(foot.x - panel.px(1), corner.x + 1), foot.y},
            pack((negative ? panel.colors.curvature_down : panel.colors.curvature_up).with_alpha(0.75F)));
    }
    std::vector<double> s, density;
    for (int i = 0; i <= 200; ++i) {
        s.push_back(-2.0 + 0.02 * i);
        density.push_back(semicircle_density(s.back()));
    }
    plot.curve(s, density, panel.colors.text, 2);
    const Key keys[] = {{panel.colors.curvature_down, "ways down"},
                        {panel.colors.curvature_up, "ways up"},
                        {panel.colors.text, "semicircle, n → ∞"}};
    draw_keys(panel, keys);
    const auto [least, most] = std::ranges::minmax(spectrum_->negative_shares);
    gap(panel, 2);
    paragraph(
        panel,
        fmt::format("In each of these matrices {} to {} % of the eigenvalues are negative: about as many ways lead "
                    "down as up.",
                    format_number(100 * least, 3), format_number(100 * most, 3)),
        Tone::normal, panel.fonts.caption);
}

void DimensionsLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    ManyDimensions& chosen = panel.session.dimensions;
    chosen.describe(SettingRows(panel, {"hidden", "dimensions_seed", "training_step"},
                                {.label_width = 104, .number_width = 44, .spoken = true}));
    gap(panel, 2);
    draw_fractions(panel, chosen.dimensions);
    gap(panel, 2);
    paragraph(panel, typeset(verdict(chosen.dimensions)), Tone::normal, panel.fonts.caption);
    gap(panel, 4);
    draw_spectrum(panel);
    gap(panel, 4);
    paragraph(
        panel,
        "At a stationary point the Hessian decides: all eigenvalues positive is a minimum, all negative a maximum, "
        "anything else a saddle. Were it a random symmetric matrix (normal entries, no direction special), nearly "
        "every stationary point of a function of many variables would be a saddle: looking for minima one by one "
        "is hopeless, and descent meets saddles instead. The law is of leading order: the true share is smaller "
        "by a factor that itself grows with n. Hessians of networks are no such matrices; see the lens of a "
        "training.",
        Tone::quiet, panel.fonts.caption);
}

}  // namespace

std::unique_ptr<Lens> make_dimensions_lens() {
    return std::make_unique<DimensionsLens>();
}

}  // namespace thalweg

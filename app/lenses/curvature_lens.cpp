#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/model_patch.h"
#include "app/lenses/surface_line.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/number_format.h"
#include "app/view/sheet.h"
#include "app/view/world.h"
#include "core/calculus/classification.h"
#include "core/calculus/second_order.h"
#include "core/calculus/section.h"

namespace thalweg {
namespace {

constexpr int section_points = 121;

/// f along an eigenvector of its Hessian.
struct EigenSection {
    std::array<double, 2> e = {};
    double eigenvalue = 0;
    std::string_view bent;  ///< "bowl", "dome", "flat"
    Section section;
    std::vector<Spot> on_surface;
};

const Color& color_of(const EigenSection& cut, const ThemeColors& theme) {
    if (cut.bent == "bowl") return theme.curvature_up;
    return cut.bent == "dome" ? theme.curvature_down : theme.quiet_text;
}

/// Tangent plane and quadratic model at a point, and f along the Hessian's eigenvectors.
class CurvatureLens final : public Lens, public StandsInSpace {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;
    std::vector<Sheet> sheets() const override;

  private:
    const Color& model_color() const {
        return made_from_.order == ModelOrder::plane ? first_order_color : second_order_color;
    }
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        std::array<double, 2> point = {};
        ModelOrder order = ModelOrder::quadratic;
        bool operator==(const Inputs&) const = default;
    };

    void compute(const LandscapePart& part, const HeightScale& scale);
    void draw_section(const Panel& panel, const EigenSection& cut, std::size_t index) const;

    Inputs made_from_;
    ModelOrder order_ = ModelOrder::quadratic;
    TaylorModel model_;
    Eigensystem eigen_;
    ModelPatch patch_;
    std::vector<EigenSection> sections_;  ///< empty where f has no derivatives
    HeightScaleKind scale_ = HeightScaleKind::linear;
    bool curve_ = false;  ///< of one variable: the only section is the curve itself
};

void CurvatureLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    if (!part.landscape) return;
    const Inputs inputs{part.revision, subject.scene.surface().revision, subject.point, order_};
    if (inputs == made_from_) return;
    made_from_ = inputs;
    compute(part, subject.scene.surface().scale);
    changed();
}

void CurvatureLens::compute(const LandscapePart& part, const HeightScale& scale) {
    const auto& p = made_from_.point;
    scale_ = scale.kind;
    curve_ = is_curve(part);
    model_ = taylor_model(*part.evaluator, p);
    sections_.clear();
    patch_ = {};
    if (!obstacle(model_).empty()) return;
    eigen_ = eigensystem(model_.hessian);
    patch_ = model_patch(*part.evaluator, model_, p, part.domain, order_, scale);
    if (curve_) {
        patch_.levels.clear();
        patch_.levels_of_f.clear();
    }
    const double largest = eigen_.values.cwiseAbs().maxCoeff();
    for (Eigen::Index i = 0; i < 2; ++i) {
        const std::array e = {eigen_.vectors(0, i), eigen_.vectors(1, i)};
        if (curve_ && e[0] == 0) continue;
        const double reach = 1 / std::hypot(e[0] / patch_.radius_x, e[1] / patch_.radius_y);
        EigenSection cut{.e = e,
                         .eigenvalue = eigen_.values[i],
                         .bent = bend(eigen_.values[i], largest),
                         .section = section(*part.evaluator, p, e, -reach, reach, section_points),
                         .on_surface = {}};
        for (std::size_t k = 0; k < cut.section.t.size(); ++k) {
            const double t = cut.section.t[k];
            cut.on_surface.push_back({p[0] + t * e[0], p[1] + t * e[1], surface_z(scale, cut.section.f[k])});
        }
        sections_.push_back(std::move(cut));
    }
}

std::vector<Sheet> CurvatureLens::sheets() const {
    constexpr float opacity = 0.5F;
    if (sections_.empty()) return {};
    return {{.lattice = patch_.sheet, .columns = ModelPatch::spokes + 1, .color = model_color().with_alpha(opacity)}};
}

void CurvatureLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement,
                         const InkStyle& style) const {
    if (sections_.empty()) return;
    draw_model_patch(ink, placement, style, patch_, model_color());
    for (const EigenSection& cut : sections_)
        draw_lines(ink, std::span(&cut.on_surface, 1), color_of(cut, style.theme), placement, style, 3.0F);
    if (curve_) return;
    constexpr std::array names = {"e₁", "e₂"};
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        Spot end = sections_[i].on_surface.back();
        end.z = std::isfinite(end.z) ? placement.raised(end) : end.z;
        label_at(labels, placement, style, end, names[i]);
    }
}

void CurvatureLens::draw_section(const Panel& panel, const EigenSection& cut, std::size_t index) const {
    const auto& [t, f] = cut.section;
    const double slope = model_.first_order(cut.e);
    const bool quadratic = made_from_.order == ModelOrder::quadratic;
    double low = model_.value, high = model_.value;
    std::vector<double> model;
    for (std::size_t i = 0; i < t.size(); ++i) {
        model.push_back(model_.value + t[i] * slope + (quadratic ? 0.5 * t[i] * t[i] * cut.eigenvalue : 0.0));
        if (!std::isfinite(f[i])) continue;
        low = std::min(low, f[i]);
        high = std::max(high, f[i]);
    }
    const std::string_view number = index == 0 ? "₁" : "₂";
    const std::string title =
        curve_ ? fmt::format("f″ = {}:  {}", format_number(cut.eigenvalue), cut.bent)
               : fmt::format("λ{0} = {1}:  {2} along e{0}", number, format_number(cut.eigenvalue), cut.bent);
    const std::string along = curve_ ? "way along x"
                                     : fmt::format("way along e{} = ({}, {})", number, format_number(cut.e[0], 3),
                                                   format_number(cut.e[1], 3));
    const Plot plot(panel, index == 0 ? "along e1" : "along e2", panel.px(128), {t.front(), t.back(), false},
                    fit_axis(low, high, 0, false), along, title);
    plot.vertical(0, panel.colors.line);
    plot.curve(t, f, color_of(cut, panel.colors), 2.4F);
    plot.curve(t, model, quadratic ? second_order_color : first_order_color, 1.6F);
    plot.mark(0, model_.value, Marker::disc, panel.colors.accent);
}

void CurvatureLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    const std::string_view orders[] = {curve_ ? "Tangent line" : "Tangent plane", "Quadratic model"};
    int chosen = static_cast<int>(order_);
    if (segmented(panel, "order", orders, chosen)) order_ = static_cast<ModelOrder>(chosen);
    gap(panel, 2);
    ImFont* const font = panel.fonts.caption;
    if (sections_.empty()) return paragraph(panel, obstacle(model_), Tone::error, font);
    if (!curve_) {
        paragraph(panel, shape_sentence(model_), Tone::normal, font);
        const double condition = condition_number(eigen_.values);
        value_row(panel, "κ",
                  format_number(condition) + (std::isnan(condition) ? ": both λ are 0" : " = |λ|max / |λ|min"), 20);
    }
    gap(panel, 3);
    for (std::size_t i = 0; i < sections_.size(); ++i) draw_section(panel, sections_[i], i);
    const Key keys[] = {{panel.colors.curvature_up, "f, bowl"},
                        {panel.colors.curvature_down, "f, dome"},
                        {model_color(), made_from_.order == ModelOrder::plane ? "tangent plane" : "quadratic model"}};
    draw_keys(panel, keys);
    gap(panel, 2);
    if (curve_) return;
    paragraph(panel,
              "On the map: level lines of the model, and in white those of f at the same values. They agree near the "
              "point.",
              Tone::quiet, font);
    draw_scale_note(panel, scale_);
}

}  // namespace

std::unique_ptr<Lens> make_curvature_lens() {
    return std::make_unique<CurvatureLens>();
}

}  // namespace thalweg

#include "app/lenses/lens_shelf.h"

#include <utility>

#include "app/panels/study.h"
#include "app/panels/widgets.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

/// Alpha of the light around a grip.
constexpr float hovered_light = 0.45F, selected_light = 0.22F;

std::unique_ptr<Lens> make(LensKind kind) {
    switch (kind) {
#define LENS(kind, name, grips, hint) \
    case LensKind::kind:              \
        return make_##kind##_lens();
#include "app/document/lenses.def"
#undef LENS
        case LensKind::none:
            break;
    }
    return nullptr;
}

std::optional<std::array<double, 3>> on_surface(const std::optional<std::array<double, 2>>& place, const Scene& scene) {
    if (!place) return std::nullopt;
    const auto here = scene.inspect((*place)[0], (*place)[1]);
    return std::array{(*place)[0], (*place)[1], here ? surface_z(scene.surface().scale, here->value) : 0.0};
}

void draw_grip(Ink& ink, const Placement& placement, const InkStyle& style, const std::array<double, 3>& at,
               float light, bool filled) {
    const auto place = placement.point({at[0], at[1], placement.raised({at[0], at[1], at[2]})});
    if (!place) return;
    const float radius = style.px(filled ? 7.0F : 9.0F);
    if (light > 0) ink.glyph(*place, InkShape::disc, radius + style.px(6), style.theme.accent.with_alpha(light), {}, 0);
    ink.glyph(*place, filled ? InkShape::disc : InkShape::ring, radius, style.theme.accent, mark_outline,
              style.px(1.5F));
}

}  // namespace

Lens* LensShelf::open() const {
    const auto found = made_.find(grips_.lens);
    return found == made_.end() ? nullptr : found->second.get();
}

void LensShelf::update(const Session& session, const Scene& scene, const InterfaceState& state) {
    const StudyGrips wanted = study_grips(session, scene, state);
    Grips grips{.lens = session.study.lens,
                .point = on_surface(wanted.point, scene),
                .tip = on_surface(wanted.tip, scene),
                .pinned = session.study.pinned,
                .hovered = grips_.hovered,
                .nudged = state.nudged};
    if (grips != grips_) ++revision_;
    grips_ = std::move(grips);
    if (grips_.lens != LensKind::none && !made_.contains(grips_.lens)) made_[grips_.lens] = make(grips_.lens);
    Lens* const lens = open();
    if (lens == nullptr) return;
    lens->update({session, scene, state, study_point(session, scene, state)});
    if (std::exchange(lens_revision_, lens->revision()) != lens->revision()) ++revision_;
}

void LensShelf::set_hovered(StudyGrip grip) {
    if (std::exchange(grips_.hovered, grip) != grip) ++revision_;
}

std::uint64_t LensShelf::revision() const {
    return revision_;
}

bool LensShelf::take_back(const Scene& scene) {
    Lens* const lens = open();
    return lens != nullptr && lens->take_back(scene);
}

std::optional<Veil> LensShelf::veil() const {
    const Lens* const lens = open();
    return lens != nullptr ? lens->veil() : std::nullopt;
}

std::vector<Sheet> LensShelf::sheets() const {
    const auto* const standing = dynamic_cast<const StandsInSpace*>(open());
    return standing != nullptr ? standing->sheets() : std::vector<Sheet>();
}

void LensShelf::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    const Lens* const lens = open();
    if (lens == nullptr) return;
    lens->draw(ink, labels, placement, style);
    const auto light = [&](StudyGrip grip, Nudged nudged) {
        return grips_.hovered == grip ? hovered_light : grips_.nudged == nudged ? selected_light : 0.0F;
    };
    if (grips_.point)
        draw_grip(ink, placement, style, *grips_.point, light(StudyGrip::point, Nudged::study_point), false);
    if (grips_.tip) draw_grip(ink, placement, style, *grips_.tip, light(StudyGrip::tip, Nudged::study_tip), true);
}

void LensShelf::draw_panel(Panel& panel) {
    Lens* const lens = open();
    if (lens == nullptr) return;
    Study& study = panel.session.study;
    const LensRow* const row = find_lens(grips_.lens);
    if (row->grips == LensGrips::point || row->grips == LensGrips::arm) {
        bool follows = !study.pinned;
        if (toggle(panel, "Follows the selected optimizer", follows)) {
            const auto point = study_point(panel.session, panel.scene, panel.state);
            study.x = point[0];
            study.y = point[1];
            study.pinned = !follows;
        }
        tooltip(panel, "Off: it stays where it is. Drag its ring in a view to put it anywhere.");
    }
    lens->draw_panel(panel);
}

}  // namespace thalweg

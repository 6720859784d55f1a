#pragma once

#include <map>
#include <memory>
#include <optional>

#include "app/lenses/lens.h"
#include "app/view/sheet.h"

namespace thalweg {

/// All lenses; one at most is open. Draws the open one over the views, with its grips.
class LensShelf final : public Overlay, public StandsInSpace {
  public:
    /// Brings the open lens up to date.
    void update(const Session& session, const Scene& scene, const InterfaceState& state);

    /// Name, switch and content of the open lens, into the panel at the side.
    void draw_panel(Panel& panel);

    /// See Lens::take_back, of the open lens.
    bool take_back(const Scene& scene);

    /// Grips that the pointer is over light up.
    void set_hovered(StudyGrip grip);

    std::uint64_t revision() const override;
    std::optional<Veil> veil() const override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    std::vector<Sheet> sheets() const override;

  private:
    /// What the grips are drawn from.
    struct Grips {
        LensKind lens = LensKind::none;
        std::optional<std::array<double, 3>> point, tip;  ///< x, y and height in the surface view's world
        bool pinned = false;
        StudyGrip hovered = StudyGrip::none;
        Nudged nudged = Nudged::start;  ///< the arrow keys move it: it keeps a faint light
        bool operator==(const Grips&) const = default;
    };
    Lens* open() const;

    std::map<LensKind, std::unique_ptr<Lens>> made_;  ///< those that were open once
    Grips grips_;
    std::uint64_t revision_ = 1, lens_revision_ = 0;
};

}  // namespace thalweg

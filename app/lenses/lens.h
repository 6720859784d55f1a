#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "app/document/session.h"
#include "app/panels/panel.h"
#include "app/scene/scene.h"
#include "app/view/overlay.h"

namespace thalweg {

/// What a lens looks at.
struct LensSubject {
    const Session& session;
    const Scene& scene;
    const InterfaceState& state;
    std::array<double, 2> point;  ///< see study_point
};

/// A closer look: words and charts in a panel at the side, and what belongs to them drawn over both views. Each keeps
/// the inputs that it was made from, and what it computed from them.
class Lens : public Overlay {
  public:
    /// Brings it up to date; only the open lens is asked.
    virtual void update(const LensSubject& subject) = 0;

    /// Into the panel at the side, at ImGui's cursor.
    virtual void draw_panel(Panel& panel) = 0;

    /// Takes back what was last done within the lens and is no part of the document; false where there is nothing, so
    /// that undo goes on to the document.
    virtual bool take_back(const Scene&) { return false; }

    std::uint64_t revision() const override { return revision_; }
    void draw(Ink&, std::vector<Label>&, const Placement&, const InkStyle&) const override {}

  protected:
    /// What is drawn over the views differs from now on.
    void changed() { ++revision_; }

  private:
    std::uint64_t revision_ = 0;
};

#define LENS(kind, name, grips, hint) std::unique_ptr<Lens> make_##kind##_lens();
#include "app/document/lenses.def"
#undef LENS

}  // namespace thalweg

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/placement.h"
#include "app/view/veil.h"

namespace thalweg {

/// What is drawn over both views besides the scene, the same way in each.
class Overlay {
  public:
    virtual ~Overlay() = default;

    /// Grows whenever draw() would draw something else for the same session and scene.
    virtual std::uint64_t revision() const = 0;

    /// What lies in the dark, the scene's paths and marks with it: then this overlay alone is drawn over the ground.
    virtual std::optional<Veil> veil() const { return std::nullopt; }

    /// Drawn above paths and marks; labels are added where words belong.
    virtual void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement,
                      const InkStyle& style) const = 0;
};

}  // namespace thalweg

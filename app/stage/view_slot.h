#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "app/scene/scene.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/label.h"
#include "app/view/surface_view.h"

namespace thalweg {

struct ColoredBasins;

/// Everything that a view's picture was drawn from.
struct ViewInputs {
    Session session;  ///< what the view does not show stands at its default
    std::array<std::uint64_t, 5> revisions = {};
    std::array<std::shared_ptr<const ColoredBasins>, 4> basins = {};  ///< that it shows
    ViewFrame frame;
    Pointer pointer;
    std::uint64_t overlay = 0;  ///< its revision
    bool operator==(const ViewInputs& other) const;
};

enum class ViewKind { surface, contour, curve };
ViewInputs inputs_of(ViewKind kind, const Session& session, const Scene& scene, const ViewFrame& frame,
                     const Pointer& pointer, const Overlay* overlay = nullptr);

/// A view that draws only when something that it shows has changed; else the picture of the last time is shown again.
template <class View>
class ViewSlot {
  public:
    explicit ViewSlot(const std::filesystem::path& shaders) : view_(shaders) {}

    /// What there is to upload; bring_up_to_date would do it, too.
    void upload(const Session& session, const Scene& scene, const ViewFrame& frame) {
        view_.upload(session, scene, frame);
    }

    /// Returns whether there was anything to draw.
    bool bring_up_to_date(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
                          const Overlay* overlay) {
        ViewInputs inputs = inputs_of(kind, session, scene, frame, pointer, overlay);
        if (drawn_from_ == inputs) return false;
        view_.draw(session, scene, frame, pointer, overlay);
        drawn_from_ = std::move(inputs);
        return true;
    }
    const View& view() const { return view_; }
    /// Has it draw the landscape as far as it has grown; see its set_morph.
    void set_morph(float share) {
        if (std::exchange(morph_, share) == share) return;
        view_.set_morph(share);
        drawn_from_.reset();
    }

    /// The frame of the picture; nothing before the first.
    std::optional<ViewFrame> frame_drawn() const {
        return drawn_from_ ? std::optional(drawn_from_->frame) : std::nullopt;
    }

  private:
    static constexpr ViewKind kind = std::is_same_v<View, SurfaceView> ? ViewKind::surface
                                     : std::is_same_v<View, CurveView> ? ViewKind::curve
                                                                       : ViewKind::contour;

    View view_;
    std::optional<ViewInputs> drawn_from_;
    float morph_ = 1.0F;
};

}  // namespace thalweg

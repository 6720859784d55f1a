#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "app/panels/interface.h"
#include "app/stage/stage.h"
#include "app/studio/events.h"
#include "app/studio/hint.h"
#include "app/view/plane_point.h"

namespace thalweg {

/// Turns what the pointer does over the views into edits of the Session:
///
///   left-drag on a point           moves it; the point that was grabbed stays exactly under the pointer; with Shift it
///                                  keeps to round coordinates
///   double-click                   adds a start
///   right-click on a start         removes it (the last one stays)
///   left-drag beside the points    orbits the surface, pans the map or the curve
///   left-drag on a curve's end     moves that end of the domain, while a lens shows it
///   right-, middle- or shift-drag  pans
///   wheel                          zooms to the pointer
///
/// With Ctrl the left button is the right one. A click beside everything is left in the state for the open lens.
/// Knows no window: whoever has one hands in the events and the layout of the frame that the user saw.
class GestureController {
  public:
    /// What a gesture sees and edits.
    struct Place {
        const StageLayout& layout;
        const Scene& scene;
        Session& session;
        InterfaceState& state;
        bool blocked = false;  ///< the pointer is over a panel: nothing new begins
    };

    void handle(const PointerMoved& event, const Place& place);
    void handle(const PointerLeft& event, const Place& place);
    void handle(const ButtonPressed& event, const Place& place);
    void handle(const ButtonReleased& event, const Place& place);
    void handle(const WheelTurned& event, const Place& place);

    /// The pointer rests, but what lies under it may have moved: by undo, or because a lens's point goes along.
    void look_again(const Place& place) { hover(place); }

    /// A button is held over a view: the edit goes on, and speed goes before polish.
    bool holding() const { return grip_ != Grip::none; }

    /// What lights up in the views.
    Pointer pointer(const Session& session, const InterfaceState& state) const;

    /// What is under the pointer where nothing lights up that can be taken hold of.
    Ground ground(const InterfaceState& state) const;
    /// What can be done there was said.
    void note_told() { ++practice(over_).told; }

  private:
    enum class Grip { none, start, study, orbit, pan };
    enum class View { none, surface, contour, curve };

    struct Spot {
        View view = View::none;
        double x = 0, y = 0;  ///< pixels of the view's picture
    };
    Spot spot(const Place& place) const;
    static const ViewFrame& frame(View view, const StageLayout& layout);
    static std::optional<PlanePoint> pick(const Spot& spot, const Place& place);
    static std::optional<PixelPoint> project(View view, double x, double y, const Place& place);
    /// Of points with x and y, the index of the nearest one within `reach` design pixels of the spot; -1: none is.
    template <class Points>
    static int nearest_of(const Points& points, double reach, const Spot& spot, const Place& place);
    int start_at(const Spot& spot, const Place& place) const;
    int stationary_at(const Spot& spot, const Place& place) const;
    StudyGrip study_grip_at(const Spot& spot, const Place& place) const;

    void hover(const Place& place);
    void press_start(int start, const Spot& at, const Place& place);
    void press_study(StudyGrip grip, const Spot& at, const Place& place);
    void drag_study(const PlanePoint& to, const Place& place) const;
    void add_start(const Spot& at, const Place& place);
    static void remove_start(int start, const Place& place);
    void drag(double dx, double dy, const Place& place);
    std::optional<PlanePoint> dragged_to(Spot at, const Place& place) const;
    void note_click(const Place& place) const;
    Practice& practice(View view) { return practices_[static_cast<std::size_t>(view)]; }

    double x_ = -1, y_ = -1;  ///< pointer, pixels of the window
    Grip grip_ = Grip::none;
    View held_view_ = View::none;
    Button held_button_ = Button::left;
    bool right_ = false;  ///< the right button is held, or what stands for it
    bool shift_ = false;
    int held_start_ = -1;
    StudyGrip held_study_ = StudyGrip::none;
    double offset_x_ = 0, offset_y_ = 0;                  ///< from the grabbed point's pixel to the pointer
    double travelled_ = 0;                                ///< pixels since the press
    double press_x_ = 0, press_y_ = 0, press_time_ = -1;  ///< of the last left press beside all points
    int hovered_start_ = -1, hovered_stationary_ = -1;
    StudyGrip hovered_study_ = StudyGrip::none;
    std::optional<PlanePoint> under_;         ///< the plane's point under the pointer
    View over_ = View::none;                  ///< the view under the pointer, unless a panel is between
    std::array<Practice, 4> practices_ = {};  ///< in each view
};

}  // namespace thalweg

#pragma once

#include <string>
#include <vector>

#include "app/document/background.h"
#include "app/scene/palette.h"
#include "app/view/picture_part.h"

namespace thalweg {

/// A piece of text that a view wants written over its picture. Views know no fonts: whoever shows the picture writes
/// it.
struct Label {
    std::string text;
    float x = 0, y = 0;  ///< pixels of the view's picture, from its upper left corner
    float anchor_x = 0.5F,
          anchor_y = 0.5F;  ///< which point of the text's box lies at (x, y): 0 left/top, 1 right/bottom
    float size = 12;        ///< pixels, at scale 1
    Color color;
    Color halo = {0, 0, 0, 0};  ///< outline behind the letters; transparent: none
};

/// What a view's picture depends on besides Session and Scene.
struct ViewFrame {
    int width = 1, height = 1;  ///< pixels of the picture
    float scale = 1.0F;         ///< pixels per design pixel (display scale × interface scale; larger in projector mode)
    bool moving = false;        ///< a drag or flight is going on: speed before polish
    Background background = Background::shaded;
    PicturePart part = {};  ///< all that is drawn of a picture too large to be drawn at once; empty: the whole

    PicturePart drawn() const {
        return part.empty() ? PicturePart{0, 0, std::max(width, 1), std::max(height, 1)} : part;
    }
    bool operator==(const ViewFrame&) const = default;
};

/// What can be taken hold of where a lens looks: its point, the tip of its arm, or an end of a curve's interval.
enum class StudyGrip { none, point, tip, left_end, right_end };

/// What the pointer is doing, for things that light up.
struct Pointer {
    int hovered_start = -1;
    int selected_start = -1;
    int selected_optimizer = -1;  ///< its paths are drawn thicker
    int hovered_stationary = -1;  ///< index in the report
    StudyGrip hovered_study = StudyGrip::none;
    bool over = false;  ///< the pointer is over a view, at the plane's point (x, y)
    double x = 0, y = 0;
    bool operator==(const Pointer&) const = default;
};

}  // namespace thalweg

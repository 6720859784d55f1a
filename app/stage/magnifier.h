#pragma once

#include "app/gl/handle.h"
#include "app/stage/gui.h"

namespace thalweg {

/// A round glass over the finished picture of the window, for the back of the room.
class Magnifier {
  public:
    static constexpr float enlargement = 2.5F, radius = 120;  ///< design pixels

    /// Enlarges what lies around `middle` (pixels of the window) in the bound framebuffer of width × height pixels.
    void draw(Gui& gui, ImVec2 middle, int width, int height, float scale);

  private:
    gl::Texture picture_;
};

}  // namespace thalweg

#pragma once

#include <vector>

#include "app/document/session.h"
#include "app/gl/handle.h"

namespace thalweg {

/// Pictures of landscapes as textures, made when they are shown, after the first frame and only a few in each, so that
/// a window opens at once. Changing the colour map makes them anew; meanwhile the old ones stay on show.
class Thumbnails {
  public:
    /// Once a frame, before any texture is asked for.
    void begin_frame(Colormap colors);

    /// The landscape's texture, rows from the top; 0 while there is none yet.
    unsigned texture(const LandscapeChoice& landscape);

    /// Nothing that was asked for in this frame is missing.
    bool complete() const { return missing_ == 0; }

  private:
    struct Entry {
        LandscapeChoice landscape;
        Colormap colors = Colormap::viridis;
        gl::Texture texture;
    };
    Entry& entry(const LandscapeChoice& landscape);
    void paint(Entry& entry) const;

    std::vector<Entry> entries_;
    Colormap colors_ = Colormap::viridis;
    int missing_ = 0;
    int painted_ = 0;    ///< in this frame
    bool first_ = true;  ///< nothing was shown yet: the window comes first
};

}  // namespace thalweg

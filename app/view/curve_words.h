#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "app/view/ink_style.h"
#include "app/view/label.h"

namespace thalweg {

/// Writes words where they cover neither each other nor a given place. Their width is estimated, since views know no
/// fonts.
class Words {
  public:
    /// A place for words: pixels of the anchor, which is the words' own point (0 left/top, 1 right/bottom).
    struct Place {
        double x, y;
        float anchor_x, anchor_y;
    };

    /// Words stay between these pixels.
    Words(const InkStyle& style, double left, double top, double right, double bottom);

    /// Keeps words off a disc.
    void avoid(double x, double y, double radius);
    /// At the first place that is free, with an outline of the background's colour; nowhere if none is.
    void write(const std::string& text, std::initializer_list<Place> places, float size, const Color& color);

    const std::vector<Label>& labels() const { return labels_; }

  private:
    struct Frame {
        double left, top, right, bottom;
    };

    InkStyle style_;
    Frame area_;
    std::vector<Frame> taken_;
    std::vector<Label> labels_;
};

}  // namespace thalweg

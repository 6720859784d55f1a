#pragma once

#include <string>

#include "app/scene/scene.h"

namespace thalweg {

/// Keeps a LandscapePart up to date: reads the formula only when its text changes, and only binds the parameters anew
/// when a slider moves.
class LandscapeMaker {
  public:
    void update(const LandscapeChoice& choice);
    const LandscapePart& part() const { return part_; }

  private:
    void read_formula(const std::string& text);

    LandscapePart part_;
    std::optional<std::string> text_;  ///< as last read, whether or not it could be
};

}  // namespace thalweg

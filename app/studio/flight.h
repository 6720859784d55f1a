#pragma once

#include <optional>

#include "app/document/session.h"

namespace thalweg {

/// A short, eased move of camera and map window from where they are to where they are wanted.
class Flight {
  public:
    static constexpr double seconds = 0.2;

    void begin(const Display& from, const Display& to, double now);
    bool going_on() const { return goal_.has_value(); }
    /// Puts camera and map of the moment into the display.
    void move(Display& display, double now);
    void cancel() { goal_.reset(); }

  private:
    struct Sight {
        CameraPose camera;
        Box map;
    };
    Sight origin_;
    std::optional<Sight> goal_;
    double began_ = 0;
};

}  // namespace thalweg

#pragma once

namespace thalweg {

/// What may call for another frame although nobody touches the window.
struct Doings {
    bool animating = false;   ///< playing or in flight: sixty frames a second
    bool unsettled = false;   ///< the interface still moves to where the last frames put it
    bool background = false;  ///< work goes on that will bring something new to show
    double toast_ends = 0;    ///< seconds from now until a message goes; <= 0: there is none
    double hint_due = 0;      ///< seconds until a hint comes, likewise
};

/// How long the window may sleep, in seconds, when the last frame began `since_frame` seconds ago. Events wake it at
/// once.
double seconds_to_sleep(const Doings& doings, double since_frame);

/// Whether to draw after that sleep even if nothing happened.
bool draws_unasked(const Doings& doings, bool news);

}  // namespace thalweg

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/document/session.h"
#include "app/scene/scene.h"
#include "app/view/veil.h"

namespace thalweg {

/// A walk in the dark, one step at a time: of the landscape only a disc around the walker is seen.
class BlindWalk {
  public:
    using Place = std::array<double, 2>;

    /// How far one sees and steps, as a share of the domain's longer side, as the views draw it.
    static constexpr double sight = 0.1;

    void begin(const Place& at, const Box& domain);

    const Place& place() const { return places_.back(); }
    const std::vector<Place>& places() const { return places_; }
    int steps() const { return static_cast<int>(places_.size()) - 1; }

    /// Steps to a place that is seen and lies in the domain; false where it is not.
    bool step_to(const Place& to);
    /// Steps against the gradient over `share` of the sight; false on level ground and at the domain's edge.
    bool step_downhill(const std::array<double, 2>& gradient, double share);
    /// Steps towards so much right and up as seen on the map, over `share` of the sight; false where there is no way.
    bool step_along(const std::array<double, 2>& direction, double share);
    void take_back();

    Veil veil() const;

  private:
    std::vector<Place> places_ = {{0, 0}};
    Box domain_;
};

/// How low somebody came, and in how many steps.
struct WalkResult {
    int optimizer = -1;  ///< index in the session; −1: the walker
    int color = 0;
    std::string name;
    double lowest = 0;     ///< loss on the way
    int steps = 0;         ///< when it was that low first
    double as_walker = 0;  ///< loss after as many steps as the walker took, or at the run's end
};

/// The walker and the descending optimizers from one start, lowest first.
std::vector<WalkResult> walk_results(const BlindWalk& walk, Evaluator& f, const PathsPart& paths,
                                     const Session& session, int start);

}  // namespace thalweg

#pragma once

#include <memory>
#include <string>

#include "app/lenses/lens.h"

namespace thalweg::testing {

/// A session with one start and one optimizer, and its scene: what a lens looks at.
struct Desk {
    explicit Desk(const std::string& optimizer, const std::string& formula = "(x^2+y-11)^2+(x+y^2-7)^2",
                  Start start = {0.5, -1.5}, int steps = 60) {
        session.landscape.formula = formula;
        session.starts = {start};
        session.steps = steps;
        session.optimizers = {{.optimizer = parse_optimizer(optimizer).value()}};
        scene.update(session, 300, 300);
        scene.finish();
    }

    void show(Lens& lens, int step) {
        session.playback.step = step;
        lens.update({session, scene, state, {0, 0}});
    }
    const Trajectory& run() const { return scene.paths().paths.at(0).trajectory; }

    Session session;
    Scene scene;
    InterfaceState state;
};

}  // namespace thalweg::testing

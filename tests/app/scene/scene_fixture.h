#pragma once

#include <gtest/gtest.h>

#include "app/scene/scene.h"

namespace thalweg {

inline Optimizer optimizer(std::string_view text) {
    return parse_optimizer(text).value();
}

inline Session session_of(const char* formula) {
    Session session;
    session.landscape.formula = formula;
    session.starts = {{3, 2}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.1")}};
    return session;
}

class SceneTest : public testing::Test {
  protected:
    void update() { scene.update(session, 400, 300); }
    /// Up to date and at rest, so that only an edit can change a revision.
    void settle() {
        update();
        scene.finish();
    }

    Session session = session_of("a x^2 + y^2");
    Scene scene;
};

}  // namespace thalweg

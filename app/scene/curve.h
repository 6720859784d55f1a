#pragma once

#include "app/scene/scene.h"

namespace thalweg {

/// Whether the landscape is a curve y = f(x): it has one variable, and one view shows all there is.
inline bool is_curve(const LandscapePart& part) {
    return part.landscape != nullptr && part.names.size() == 1;
}

}  // namespace thalweg

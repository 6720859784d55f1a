#pragma once

#include <string>
#include <vector>

#include "app/scene/scene.h"

namespace thalweg {

/// A session on a formula, with no start, and its map on the whole domain.
inline Session session_on(const std::string& formula, const Box& domain,
                          HeightScaleKind kind = HeightScaleKind::linear) {
    Session session;
    session.landscape = {.id = "", .formula = formula, .domain = domain, .parameters = {}, .height_scale = kind};
    session.display.map = domain;
    session.display.gradient_field = false;
    return session;
}

struct NamedLandscape {
    std::string formula;
    Box domain;
    HeightScaleKind kind = HeightScaleKind::linear;
};

/// Smooth and rugged, with cliffs and holes, flat and steep, wide and narrow.
inline std::vector<NamedLandscape> varied_landscapes() {
    return {
        {"x^2 + y^2", {-4, 4, -4, 4}},
        {"(x^2 + 50y^2)/2", {-10, 10, -2, 2}},
        {"x^2 - y^2", {-2, 1, 3, 9}},
        {"(1 - x)^2 + 100(y - x^2)^2", {-2, 2, -1, 3}, HeightScaleKind::logarithmic},
        {"(x^2 + y - 11)^2 + (x + y^2 - 7)^2", {-5, 5, -5, 5}, HeightScaleKind::logarithmic},
        {"20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)", {-5.12, 5.12, -5.12, 5.12}},
        {"ln(x^2 + y^2)", {-3, 3, -3, 3}, HeightScaleKind::clipped},
        {"sqrt(4 - x^2 - y^2)", {-2.2, 2.2, -2.2, 2.2}},
        {"step(x)", {-1, 1, -1, 1}},
        {"3", {-1, 1, -1, 1}},
        {"1e12 + 1e-3 x", {-1, 1, -1, 1}},
    };
}

}  // namespace thalweg

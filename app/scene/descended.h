#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/scene/scene.h"
#include "app/scene/symbols.h"

namespace thalweg {

// Of a function of more than two variables the landscape shown is a plane; what is descended is the whole.

inline const Landscape& descended(const LandscapePart& part) {
    return part.space ? static_cast<const Landscape&>(*part.space->landscape) : *part.landscape;
}

/// Which of the coordinates that are descended are the plane's two.
inline std::array<std::size_t, 2> plane_axes(const LandscapePart& part) {
    return part.space ? part.space->axes : std::array<std::size_t, 2>{0, 1};
}

/// The coordinates of a start.
inline std::vector<double> start_point(const LandscapePart& part, const Start& start) {
    if (!part.space) return {start.x, start.y};
    std::vector<double> point = part.space->starts_at;
    point[part.space->axes[0]] = start.x;
    point[part.space->axes[1]] = start.y;
    return point;
}

/// The names of all coordinates that are descended. Of a curve two: its surface has a second one, which its formula
/// does not name.
inline std::vector<std::string> descended_names(const LandscapePart& part) {
    if (part.space) {
        const auto names = part.space->landscape->formula().variables();
        return {names.begin(), names.end()};
    }
    std::vector<std::string> names = part.names;
    if (names.size() == 1) names.emplace_back(names.front() == "y" ? "x" : "y");
    return names;
}

/// The names of the two axes of the plane shown, to the right and upwards, as they are set in mathematics.
inline std::array<std::string, 2> axis_names(const LandscapePart& part) {
    const std::vector<std::string> names = part.space ? part.names : descended_names(part);
    return names.size() == 2 ? std::array{as_symbol(names[0]), as_symbol(names[1])}
                             : std::array<std::string, 2>{"x", "y"};
}

/// The names of the coordinates of a Path: the plane's two, "x" and "y" unless it is one of several, then the others.
inline std::vector<std::string> path_names(const LandscapePart& part) {
    if (!part.space) return {"x", "y"};
    std::vector<std::string> names = part.names;
    const auto variables = part.space->landscape->formula().variables();
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (i != part.space->axes[0] && i != part.space->axes[1]) names.push_back(variables[i]);
    return names;
}

}  // namespace thalweg

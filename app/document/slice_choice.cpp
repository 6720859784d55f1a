#include "app/document/slice_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/document/session.h"
#include "app/document/space.h"
#include "core/setting/trimmed.h"

namespace thalweg {
namespace {

/// An axis that stays takes its side of the box along; another gets that of the one whose place it takes.
Box seen_along(const Box& box, const std::array<std::size_t, 2>& before, const std::array<std::size_t, 2>& axes) {
    const auto side = [&](std::size_t place) {
        const bool moved = axes.at(place) == before.at(1 - place);
        return (place == 0) != moved ? std::pair{box.x0, box.x1} : std::pair{box.y0, box.y1};
    };
    const auto [left, right] = side(0);
    const auto [bottom, top] = side(1);
    return {left, right, bottom, top};
}

}  // namespace

std::expected<std::array<std::size_t, 2>, std::string> plane_axes(std::span<const std::string> variables,
                                                                  std::string_view axes) {
    if (axes.empty()) return std::array<std::size_t, 2>{0, 1};
    const auto wrong = [&](std::string_view what) {
        return std::unexpected(fmt::format("\"{}\" {}; name two of the variables {}, as {},{}", axes, what,
                                           fmt::join(variables, ", "), variables[0], variables[1]));
    };
    const std::size_t comma = axes.find(',');
    if (comma == std::string_view::npos) return wrong("names no two axes");
    std::array<std::size_t, 2> numbers{};
    const std::array names = {trimmed(axes.substr(0, comma)), trimmed(axes.substr(comma + 1))};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto found = std::ranges::find(variables, names.at(i));
        if (found == variables.end()) return wrong(fmt::format("has an axis \"{}\" that is no variable", names.at(i)));
        numbers.at(i) = static_cast<std::size_t>(found - variables.begin());
    }
    if (numbers[0] == numbers[1]) return wrong("names one axis twice");
    return numbers;
}

void choose_axes(Session& session, std::span<const std::string> variables, const std::array<std::size_t, 2>& axes) {
    LandscapeChoice& landscape = session.landscape;
    const LandscapeChoice another = landscape;
    const auto before = axes_shown(another, variables);
    for (std::size_t i = session.starts.size(); i-- > 0;) {
        Start& start = session.starts[i];
        const std::vector<double> point = space_point(another, variables, start);
        start = {point[axes[0]], point[axes[1]]};
        // The first start comes last, and says where the plane lies.
        for (std::size_t k = 0; k < variables.size(); ++k) landscape.parameters[variables[k]] = point[k];
    }
    for (const std::size_t axis : axes) landscape.parameters.erase(variables[axis]);
    for (Box* const box : {&landscape.domain, &session.display.map}) *box = seen_along(*box, before, axes);
    landscape.slice.axes = variables[axes[0]] + "," + variables[axes[1]];
}

}  // namespace thalweg

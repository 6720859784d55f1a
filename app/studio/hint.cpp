#include "app/studio/hint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

namespace thalweg {
namespace {

constexpr int most_told = 3;

}  // namespace

std::string hint(const Pointer& pointer, const Session& session) {
    if (pointer.hovered_study == StudyGrip::point) return "drag to move · Shift: round numbers";
    if (pointer.hovered_study == StudyGrip::tip) return "drag to turn and stretch · Shift: round numbers";
    if (pointer.hovered_study == StudyGrip::left_end || pointer.hovered_study == StudyGrip::right_end)
        return "drag to move the end of the interval · Shift: round numbers";
    if (pointer.hovered_start < 0) return {};
    const bool last = session.starts.size() < 2;
    return last ? "drag to move · Shift: round numbers · double-click elsewhere adds"
                : "drag to move · Shift: round numbers · right-click removes";
}

std::string hint(const Ground& ground) {
    const Practice& practice = ground.practice;
    if (ground.kind == Ground::Kind::none || practice.told >= most_told) return {};
    const bool surface = ground.kind == Ground::Kind::surface;
    std::vector<std::string_view> parts;
    if (ground.dark && ground.landscape) parts.emplace_back("click in the light: a step there");
    if (ground.stationary) parts.emplace_back("F: look at it closely");
    if (!practice.dragged) parts.emplace_back(surface ? "drag: turn" : "drag: move");
    if (surface && !practice.panned) parts.emplace_back("Shift and drag: move");
    if (!practice.zoomed) parts.emplace_back("wheel: nearer, farther");
    if (!practice.added && ground.landscape && !ground.dark) parts.emplace_back("double-click: start here");
    return fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace thalweg

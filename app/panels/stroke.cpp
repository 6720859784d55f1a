#include "app/panels/stroke.h"

#include <cmath>
#include <cstddef>

namespace thalweg {
namespace {

constexpr float least_cosine = 0.5F;  // of 60°

/// The way from one point to another, of length 1.
ImVec2 direction(const ImVec2& from, const ImVec2& to) {
    const float dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
    return {dx / length, dy / length};
}

ImVec2 moved(const ImVec2& point, const ImVec2& way, float distance) {
    return {point.x + distance * way.x, point.y + distance * way.y};
}

}  // namespace

std::vector<std::vector<ImVec2>> cut_at_sharp_turns(std::span<const ImVec2> line, float width) {
    std::vector<ImVec2> points;
    for (const ImVec2& point : line)
        if (points.empty() || point.x != points.back().x || point.y != points.back().y) points.push_back(point);
    if (points.size() < 2) return {};
    std::vector<std::vector<ImVec2>> parts(1);
    parts.back().push_back(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const ImVec2 in = direction(points[i - 1], points[i]), out = direction(points[i], points[i + 1]);
        const float cosine = in.x * out.x + in.y * out.y, sine = std::abs(in.x * out.y - in.y * out.x);
        if (!(cosine < least_cosine)) {
            parts.back().push_back(points[i]);
            continue;
        }
        // The outer edges meet after half the width times tan(turn / 2); beyond right angles that would be a spike.
        const float reach = width / 2 * (cosine > 0 ? sine / (1 + cosine) : 1);
        parts.back().push_back(moved(points[i], in, reach));
        parts.push_back({moved(points[i], out, -reach)});
    }
    parts.back().push_back(points.back());
    return parts;
}

void stroke(ImDrawList& list, std::span<const ImVec2> line, ImU32 color, float width) {
    for (const std::vector<ImVec2>& part : cut_at_sharp_turns(line, width))
        list.AddPolyline(part.data(), static_cast<int>(part.size()), color, 0, width);
}

}  // namespace thalweg

#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "app/panels/icons.h"

namespace thalweg {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Corners on a circle, the first one straight up; every second one pulled in to `inner` when that is below 1.
std::vector<ImVec2> corners(int count, float first_angle, float inner = 1) {
    std::vector<ImVec2> points;
    for (int i = 0; i < count; ++i) {
        const float angle = first_angle + 2 * pi * static_cast<float>(i) / static_cast<float>(count);
        const float radius = i % 2 == 1 ? inner : 1;
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return points;
}

/// A plus sign with arms of half width `a`, turned by `angle`.
std::vector<ImVec2> plus_sign(float angle) {
    constexpr float a = 0.34F;
    const std::array<ImVec2, 12> upright{
        {{-a, -1}, {a, -1}, {a, -a}, {1, -a}, {1, a}, {a, a}, {a, 1}, {-a, 1}, {-a, a}, {-1, a}, {-1, -a}, {-a, -a}}};
    std::vector<ImVec2> points;
    const float c = std::cos(angle), s = std::sin(angle);
    for (const ImVec2& p : upright) points.push_back({c * p.x - s * p.y, s * p.x + c * p.y});
    return points;
}

std::vector<ImVec2> shape(Marker marker) {
    switch (marker) {
        case Marker::disc:
        case Marker::ring:
            return corners(24, 0);
        case Marker::square:
            return {{-0.85F, -0.85F}, {0.85F, -0.85F}, {0.85F, 0.85F}, {-0.85F, 0.85F}};
        case Marker::triangle_up:
            return {{0, -1}, {1, 0.8F}, {-1, 0.8F}};
        case Marker::triangle_down:
            return {{-1, -0.8F}, {1, -0.8F}, {0, 1}};
        case Marker::diamond:
            return {{0, -1.1F}, {1.1F, 0}, {0, 1.1F}, {-1.1F, 0}};
        case Marker::plus:
            return plus_sign(0);
        case Marker::cross:
            return plus_sign(pi / 4);
        case Marker::star:
            return corners(10, -pi / 2, 0.45F);
        case Marker::hourglass:
            return {{-0.8F, -1}, {0.8F, -1}, {0.12F, 0}, {0.8F, 1}, {-0.8F, 1}, {-0.12F, 0}};
    }
    return {};
}

}  // namespace

void draw_marker(ImDrawList& list, Marker marker, ImVec2 middle, float radius, ImU32 fill, ImU32 outline,
                 float outline_width) {
    std::vector<ImVec2> points = shape(marker);
    for (ImVec2& point : points) point = {middle.x + radius * point.x, middle.y + radius * point.y};
    const auto count = static_cast<int>(points.size());
    if (outline_width > 0) list.AddPolyline(points.data(), count, outline, ImDrawFlags_Closed, 2 * outline_width);
    if (marker == Marker::ring) {
        list.AddPolyline(points.data(), count, fill, ImDrawFlags_Closed, radius / 2.5F);
        return;
    }
    // Every one of these shapes is seen whole from its middle, so a fan of triangles fills it, convex or not.
    const ImDrawListFlags flags = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (int i = 0; i < count; ++i) {
        list.AddTriangleFilled(middle, points[static_cast<std::size_t>(i)],
                               points[static_cast<std::size_t>((i + 1) % count)], fill);
    }
    list.Flags = flags;
    list.AddPolyline(points.data(), count, fill, ImDrawFlags_Closed, 1.0F);
}

}  // namespace thalweg

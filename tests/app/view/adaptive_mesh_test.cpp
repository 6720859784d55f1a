#include "app/view/adaptive_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace thalweg {
namespace {

HeightField field_of(double (*height)(double x, double y)) {
    HeightField field{.columns = 256, .rows = 256, .samples = {}, .holes = false};
    for (int row = 0; row < 256; ++row) {
        for (int column = 0; column < 256; ++column) {
            const auto h = static_cast<float>(height(column / 255.0, row / 255.0));
            field.samples.insert(field.samples.end(), {h, 0.0F, 0.0F, 1.0F});
        }
    }
    return field;
}

double wavy(double x, double y) {
    return 0.5 + 0.25 * std::sin(9 * x) * std::cos(7 * y) + 0.2 * x * y;
}
double cliff(double x, double y) {
    return x + 0.3 * y > 0.6 ? 0.9 : 0.1;
}

struct Corner {
    double x, y, height;
};
std::array<Corner, 3> corners(const SurfaceMesh& mesh, std::size_t triangle) {
    std::array<Corner, 3> all{};
    for (std::size_t k = 0; k < 3; ++k) {
        const float* vertex = &mesh.vertices[std::size_t{3} * mesh.indices[3 * triangle + k]];
        all[k] = {vertex[0], vertex[1], vertex[2]};
    }
    return all;
}

double area(const std::array<Corner, 3>& t) {
    return 0.5 * ((t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y));
}

TEST(AdaptiveMesh, APlaneIsTwoTriangles) {
    const SurfaceMesh mesh =
        AdaptiveMesh(field_of([](double x, double y) { return 0.25 * x + 0.5 * y; })).mesh(1e-5, 100);
    EXPECT_EQ(mesh.indices.size(), 6U);
    EXPECT_EQ(mesh.vertices.size(), 12U);
}

TEST(AdaptiveMesh, CoversTheDomainOnceWithoutGaps) {
    for (const auto height : {wavy, cliff}) {
        const SurfaceMesh mesh = AdaptiveMesh(field_of(height)).mesh(1e-3, 200'000);
        double covered = 0;
        // Every side belongs to two triangles, which pass it in opposite directions, or lies on the domain's edge.
        std::map<std::array<std::uint32_t, 2>, int> sides;
        for (std::size_t i = 0; i < mesh.indices.size() / 3; ++i) {
            const double size = area(corners(mesh, i));
            ASSERT_GT(size, 0) << "all turn the same way";
            covered += size;
            for (std::size_t k = 0; k < 3; ++k) ++sides[{mesh.indices[3 * i + k], mesh.indices[3 * i + (k + 1) % 3]}];
        }
        EXPECT_NEAR(covered, 1, 1e-9);
        for (const auto& [side, times] : sides) {
            EXPECT_EQ(times, 1);
            const float* a = &mesh.vertices[std::size_t{3} * side[0]];
            const float* b = &mesh.vertices[std::size_t{3} * side[1]];
            const auto on_edge = [&](std::size_t axis) {
                return a[axis] == b[axis] && (a[axis] == 0.0F || a[axis] == 1.0F);
            };
            EXPECT_TRUE(sides.contains({side[1], side[0]}) || on_edge(0) || on_edge(1));
        }
    }
}

TEST(AdaptiveMesh, StaysWithinItsToleranceAtEveryVertexLeftOut) {
    constexpr double tolerance = 2e-3;
    const SurfaceMesh mesh = AdaptiveMesh(field_of(wavy)).mesh(tolerance, 200'000);
    EXPECT_LT(mesh.indices.size() / 3, 20'000U) << "of 131,072";
    double farthest = 0;
    for (std::size_t i = 0; i < mesh.indices.size() / 3; ++i) {
        const std::array<Corner, 3> t = corners(mesh, i);
        // Halfway along each side, where the next vertex would be.
        for (std::size_t k = 0; k < 3; ++k) {
            const Corner &a = t[k], &b = t[(k + 1) % 3];
            const double there = wavy((a.x + b.x) / 2, (a.y + b.y) / 2);
            farthest = std::max(farthest, std::abs(there - (a.height + b.height) / 2));
        }
    }
    // The surface between the samples bends by less than a tenth of the tolerance.
    EXPECT_LT(farthest, 1.1 * tolerance);
    EXPECT_GT(farthest, 0.2 * tolerance) << "no finer than asked for";
}

TEST(AdaptiveMesh, TakesNoMoreTrianglesThanAllowed) {
    const AdaptiveMesh mesh(field_of(wavy));
    for (const int most : {2, 100, 5000})
        EXPECT_LE(mesh.mesh(1e-6, most).indices.size() / 3, static_cast<std::size_t>(most));
}

}  // namespace
}  // namespace thalweg

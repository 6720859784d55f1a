#include "app/view/surface_mesh.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

SurfaceMesh mesh_of(const NamedLandscape& landscape, int side) {
    Scene scene;
    scene.update(session_on(landscape.formula, landscape.domain, landscape.kind), 8, 8);
    Evaluator* evaluator = scene.landscape().evaluator.get();
    const HeightScale& scale = scene.surface().scale;
    const HeightField field = height_field(scene.surface().grid, scale, world_of(landscape.domain), evaluator);
    return surface_mesh(field, scale, landscape.domain, evaluator, side);
}

/// Edges that belong to one triangle only, as pairs of vertices.
std::vector<std::array<std::uint32_t, 2>> boundary(const SurfaceMesh& mesh) {
    std::vector<std::array<std::uint32_t, 2>> edges;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.indices[i + k], b = mesh.indices[i + (k + 1) % 3];
            edges.push_back({std::min(a, b), std::max(a, b)});
        }
    }
    std::ranges::sort(edges);
    std::vector<std::array<std::uint32_t, 2>> once;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool twin = (i > 0 && edges[i - 1] == edges[i]) || (i + 1 < edges.size() && edges[i + 1] == edges[i]);
        if (!twin) once.push_back(edges[i]);
    }
    return once;
}

TEST(SurfaceMesh, CoversADomainWithoutHolesCompletely) {
    const SurfaceMesh mesh = mesh_of({"x y", {-1, 1, -1, 1}}, 20);
    EXPECT_EQ(mesh.indices.size(), 19U * 19 * 6);
    EXPECT_EQ(boundary(mesh).size(), 4U * 19);
}

TEST(SurfaceMesh, HoldsOnlyFiniteVerticesWithinTheBox) {
    for (const NamedLandscape& landscape : varied_landscapes()) {
        for (const int side : {2, 33}) {
            const SurfaceMesh mesh = mesh_of(landscape, side);
            for (const float coordinate : mesh.vertices) {
                ASSERT_TRUE(coordinate >= 0 && coordinate <= 1) << landscape.formula;
            }
            for (const std::uint32_t index : mesh.indices) ASSERT_LT(3 * index + 2, mesh.vertices.size());
        }
    }
}

TEST(SurfaceMesh, EndsAtTheRimOfAHemisphere) {
    const double radius = 2.0, half = 2.2;
    const SurfaceMesh mesh = mesh_of({"sqrt(4 - x^2 - y^2)", {-half, half, -half, half}}, 40);
    const auto edges = boundary(mesh);
    ASSERT_GT(edges.size(), 60U);
    for (const auto& edge : edges) {
        for (const std::uint32_t vertex : edge) {
            const double x = half * (2 * static_cast<double>(mesh.vertices[3 * vertex]) - 1);
            const double y = half * (2 * static_cast<double>(mesh.vertices[3 * vertex + 1]) - 1);
            EXPECT_NEAR(std::hypot(x, y), radius, 1e-5);
            EXPECT_NEAR(mesh.vertices[3 * vertex + 2], 0.0, 1e-3);
        }
    }
}

TEST(SurfaceMesh, LidsBeginWhereTheScaleCuts) {
    Scene scene;
    const Box domain{-2, 2, -2, 2};
    scene.update(session_on("1/(x^2 + y^2)", domain, HeightScaleKind::clipped), 8, 8);
    const double radius = 1 / std::sqrt(scene.surface().scale.high);
    const SurfaceMesh mesh = mesh_of({"1/(x^2 + y^2)", domain, HeightScaleKind::clipped}, 60);
    int on_rim = 0;
    for (std::size_t vertex = 0; vertex < mesh.vertices.size() / 3; ++vertex) {
        const double x = 4 * static_cast<double>(mesh.vertices[3 * vertex]) - 2;
        const double y = 4 * static_cast<double>(mesh.vertices[3 * vertex + 1]) - 2;
        if (std::abs(std::hypot(x, y) - radius) < 1e-5) ++on_rim;
    }
    EXPECT_GT(on_rim, 2 * 3.14 * radius / (4.0 / 59) * 0.8) << "a vertex for almost every cell along the rim";
}

/// Of every triangle, the difference between its highest and its lowest vertex.
double tallest_triangle(const SurfaceMesh& mesh) {
    double tallest = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        float low = 2, high = -1;
        for (std::size_t k = 0; k < 3; ++k) {
            const float height = mesh.vertices[3 * mesh.indices[i + k] + 2];
            low = std::min(low, height);
            high = std::max(high, height);
        }
        tallest = std::max(tallest, static_cast<double>(high - low));
    }
    return tallest;
}

double area_of(const SurfaceMesh& mesh) {
    double area = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto at = [&](std::size_t k, std::size_t axis) {
            return static_cast<double>(mesh.vertices[3 * mesh.indices[i + k] + axis]);
        };
        area += 0.5 *
                std::abs((at(1, 0) - at(0, 0)) * (at(2, 1) - at(0, 1)) - (at(2, 0) - at(0, 0)) * (at(1, 1) - at(0, 1)));
    }
    return area;
}

TEST(SurfaceMesh, HasNoWallsWhereAFunctionJumpsAndNoGapsBesides) {
    for (const char* formula : {"floor(x) + floor(y)", "step(x + y/3)", "floor(x + 0.3y) + x/2"}) {
        const SurfaceMesh mesh = mesh_of({formula, {-2.5, 2.5, -2.5, 2.5}}, 64);
        EXPECT_LT(tallest_triangle(mesh), 0.05) << formula;
        EXPECT_NEAR(area_of(mesh), 1.0, 1e-6) << formula << " covers the domain";
    }
}

TEST(SurfaceMesh, APoleHasTwoOpenEnds) {
    const SurfaceMesh mesh = mesh_of({"1/(x + 0y)", {-5, 5, -5, 5}, HeightScaleKind::clipped}, 65);
    EXPECT_LT(tallest_triangle(mesh), 0.7) << "no wall from the one end to the other";
    EXPECT_NEAR(area_of(mesh), 1.0, 1e-6);
}

}  // namespace
}  // namespace thalweg

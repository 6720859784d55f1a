#include "app/view/camera.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace thalweg {
namespace {

std::array<CameraPose, 4> poses() {
    return {CameraPose{}, CameraPose{.azimuth = 2.5, .elevation = 1.5707, .distance = 3.0, .target = {0.2, -0.1, 0.0}},
            CameraPose{.azimuth = -3.0, .elevation = 0.03, .distance = 8.0, .target = {0.0, 0.0, 0.4}},
            CameraPose{.azimuth = 0.0, .elevation = 0.5, .distance = 0.5, .target = {0.5, 0.5, 0.1}}};
}

TEST(Camera, AzimuthZeroLooksAlongY) {
    const Camera camera({.azimuth = 0.0, .elevation = 0.0, .distance = 2.0, .target = {0, 0, 0}}, 100, 100);
    EXPECT_NEAR(camera.forward().y, 1.0, 1e-15);
    EXPECT_NEAR(camera.right().x, 1.0, 1e-15);
    EXPECT_NEAR(camera.eye().y, -2.0, 1e-15);
}

TEST(Camera, TheRayThroughAPointsPixelGoesThroughThePoint) {
    for (const CameraPose& pose : poses()) {
        for (const auto& [width, height] : {std::array{640, 480}, std::array{100, 900}, std::array{1, 1}}) {
            const Camera camera(pose, width, height);
            for (const glm::dvec3& point : {glm::dvec3(0.3, -0.7, 0.2), glm::dvec3(-1, 1, 0.8), glm::dvec3(0, 0, 0)}) {
                const auto pixel = camera.project(point);
                if (!pixel) continue;
                const Ray ray = camera.ray(pixel->x, pixel->y);
                const glm::dvec3 way = point - ray.origin;
                EXPECT_NEAR(glm::length(glm::cross(way, ray.direction)), 0.0, 1e-14 * glm::length(way) + 1e-14);
            }
        }
    }
}

TEST(Camera, TheMatrixAgreesWithProject) {
    for (const CameraPose& pose : poses()) {
        const Camera camera(pose, 640, 480);
        const std::array<float, 16> m = camera.matrix({0, 0, 640, 480});
        for (const glm::dvec3& point : {glm::dvec3(0.3, -0.7, 0.2), glm::dvec3(-1, 1, 0.8)}) {
            const auto pixel = camera.project(point);
            if (!pixel) continue;
            std::array<double, 4> clip{};
            for (std::size_t row = 0; row < 4; ++row) {
                clip[row] = static_cast<double>(m[row]) * point.x + static_cast<double>(m[4 + row]) * point.y +
                            static_cast<double>(m[8 + row]) * point.z + static_cast<double>(m[12 + row]);
            }
            // Single precision: a thousandth of a pixel, and 24 bits of depth.
            EXPECT_NEAR((clip[0] / clip[3] + 1) * 320, pixel->x, 2e-3);
            EXPECT_NEAR((1 - clip[1] / clip[3]) * 240, pixel->y, 2e-3);
            EXPECT_NEAR(0.5 * clip[2] / clip[3] + 0.5, pixel->depth, 2e-5);
        }
    }
}

TEST(Camera, TheBoxIsInThePictureWhateverItsShape) {
    for (const auto& [width, height] : {std::array{760, 540}, std::array{475, 480}, std::array{320, 272}}) {
        const Camera camera(CameraPose{}, width, height);
        for (const double x : {-1.05, 1.05}) {
            for (const double y : {-1.05, 1.05}) {
                for (const double z : {-0.24, 0.8}) {
                    const auto pixel = camera.project({x, y, z});
                    ASSERT_TRUE(pixel.has_value());
                    // With room for the axes' numbers.
                    EXPECT_GT(pixel->x, 0.08 * width);
                    EXPECT_LT(pixel->x, 0.92 * width);
                    EXPECT_GT(pixel->y, 0.04 * height);
                    EXPECT_LT(pixel->y, 0.96 * height);
                }
            }
        }
    }
}

TEST(Camera, WhatIsBehindIsNotSeenAndLiftComesNearer) {
    const Camera camera(CameraPose{}, 640, 480);
    EXPECT_FALSE(camera.project(camera.eye() - camera.forward()));
    EXPECT_FALSE(camera.project({NAN, 0, 0}));
    const auto plain = camera.project({0, 0, 0}), lifted = camera.project({0, 0, 0}, 0.05);
    EXPECT_LT(lifted->depth, plain->depth);
    EXPECT_EQ(lifted->x, plain->x);
    EXPECT_EQ(lifted->y, plain->y);
}

}  // namespace
}  // namespace thalweg

#include "app/view/gestures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "app/view/camera.h"
#include "app/view/contour_view.h"
#include "app/view/surface_view.h"
#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

constexpr ViewFrame frame{.width = 640, .height = 480, .scale = 1.0F, .moving = true};

TEST(Orbit, StaysAboveTheFloorAndBelowTheZenith) {
    CameraPose camera;
    orbit(camera, 1e6, 1e6);
    EXPECT_LE(camera.elevation, std::numbers::pi / 2);
    EXPECT_LE(std::abs(camera.azimuth), std::numbers::pi + 1e-12);
    orbit(camera, 0, -1e6);
    EXPECT_GT(camera.elevation, 0.0);
}

TEST(Pan, MovesTheTargetWithThePointer) {
    CameraPose camera;
    const glm::dvec3 target(camera.target[0], camera.target[1], camera.target[2]);
    pan(camera, frame, 30, -20);
    const auto pixel = Camera(camera, frame.width, frame.height).project(target);
    ASSERT_TRUE(pixel);
    EXPECT_NEAR(pixel->x, 320 + 30, 1e-9);
    EXPECT_NEAR(pixel->y, 240 - 20, 1e-9);
}

TEST(Zoom, LeavesWhatIsUnderThePixel) {
    for (const double factor : {0.5, 0.9, 1.3}) {
        CameraPose camera;
        const Camera before(camera, frame.width, frame.height);
        const Ray ray = before.ray(400, 130);
        const glm::dvec3 fixed =
            ray.origin + ray.direction * (camera.distance / glm::dot(ray.direction, before.forward()));
        zoom(camera, frame, factor, 400, 130);
        EXPECT_NEAR(camera.distance, 4.1 * factor, 1e-12);
        const auto pixel = Camera(camera, frame.width, frame.height).project(fixed);
        ASSERT_TRUE(pixel);
        EXPECT_NEAR(pixel->x, 400, 1e-9);
        EXPECT_NEAR(pixel->y, 130, 1e-9);
    }
    CameraPose camera;
    for (int i = 0; i < 1000; ++i) zoom(camera, frame, 0.5, 10, 10);
    EXPECT_GT(camera.distance, 0.0);
    for (int i = 0; i < 1000; ++i) zoom(camera, frame, 2.0, 10, 10);
    EXPECT_LT(camera.distance, 1e3);
}

TEST(LookAt, BringsTheSurfacesPointToTheMiddle) {
    Session session = session_on("x^2 + y^2", {-4, 4, -4, 4});
    Scene scene;
    scene.update(session, 64, 64);
    look_at(session, scene, 1.0, -2.0);
    const auto pixel = SurfaceView::project(session, scene, frame, 1.0, -2.0);
    ASSERT_TRUE(pixel);
    EXPECT_NEAR(pixel->x, 320, 1e-9);
    EXPECT_NEAR(pixel->y, 240, 1e-9);
}

TEST(Map, PanCarriesThePointUnderThePointer) {
    Session session = session_on("x", {-5, 5, -1, 1});
    const PlanePoint held = ContourView::pick(session, frame, 200, 200);
    pan_map(session, frame, 31, -17);
    const PlanePoint now = ContourView::pick(session, frame, 231, 183);
    EXPECT_NEAR(now.x, held.x, 1e-12);
    EXPECT_NEAR(now.y, held.y, 1e-12);
}

TEST(Map, ZoomLeavesWhatIsUnderThePixelAndStopsAtTheEndsOfPrecision) {
    Session session = session_on("x", {-5, 5, -1, 1});
    const PlanePoint held = ContourView::pick(session, frame, 200, 200);
    for (int i = 0; i < 20; ++i) zoom_map(session, frame, 0.7, 200, 200);
    const PlanePoint now = ContourView::pick(session, frame, 200, 200);
    EXPECT_NEAR(now.x, held.x, 1e-9);
    EXPECT_NEAR(now.y, held.y, 1e-9);
    for (int i = 0; i < 3000; ++i) zoom_map(session, frame, 0.7, 200, 200);
    EXPECT_TRUE(is_valid_domain(session.display.map));
    for (int i = 0; i < 3000; ++i) zoom_map(session, frame, 1.7, 10, 20);
    EXPECT_TRUE(is_valid_domain(session.display.map));
    fit_views(session);
    EXPECT_EQ(session.display.map, session.landscape.domain);
    EXPECT_EQ(session.display.camera, CameraPose{});
}

}  // namespace
}  // namespace thalweg

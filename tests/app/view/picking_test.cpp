#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "app/view/contour_view.h"
#include "app/view/surface_view.h"
#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

constexpr ViewFrame frame{.width = 643, .height = 477, .scale = 1.0F, .moving = false};

/// Coordinates of a lattice that avoids nodes, edges and symmetries.
std::vector<PlanePoint> lattice(const Box& box) {
    std::vector<PlanePoint> points;
    for (int i = 0; i < 9; ++i) {
        for (int j = 0; j < 9; ++j) {
            points.push_back({box.x0 + box.width() * (i + 0.37) / 9, box.y0 + box.height() * (j + 0.59) / 9});
        }
    }
    return points;
}

/// From above every point of a surface is seen, unless the perspective hides it behind a steep wall: then what is
/// picked must lie before it, at the same pixel.
TEST(SurfacePicking, FindsAgainWhatItProjected) {
    for (const NamedLandscape& landscape : varied_landscapes()) {
        Session session = session_on(landscape.formula, landscape.domain, landscape.kind);
        Scene scene;
        scene.update(session, 64, 64);
        for (const double elevation : {1.55, 0.62}) {
            session.display.camera.elevation = elevation;
            int found = 0, seen = 0;
            for (const PlanePoint& point : lattice(landscape.domain)) {
                const auto pixel = SurfaceView::project(session, scene, frame, point.x, point.y);
                if (!pixel) continue;
                ++seen;
                const auto picked = SurfaceView::pick(session, scene, frame, pixel->x, pixel->y);
                ASSERT_TRUE(picked) << landscape.formula << " at " << point.x << ", " << point.y;
                const auto again = SurfaceView::project(session, scene, frame, picked->x, picked->y);
                // A cliff has no height of its own where the ray meets its wall.
                if (again && landscape.formula != "step(x)") {
                    EXPECT_NEAR(again->x, pixel->x, 1e-6) << landscape.formula;
                    EXPECT_NEAR(again->y, pixel->y, 1e-6) << landscape.formula;
                }
                if (std::abs(picked->x - point.x) < 1e-9 * landscape.domain.width() &&
                    std::abs(picked->y - point.y) < 1e-9 * landscape.domain.height()) {
                    ++found;
                }
            }
            EXPECT_GT(seen, 40) << landscape.formula;
            // Rastrigin's hills hide about half of what lies behind them.
            EXPECT_GE(found, elevation > 1.0 ? 0.9 * seen : 0.4 * seen) << landscape.formula << " at " << elevation;
        }
    }
}

TEST(SurfacePicking, PassesByTheSurfaceAndThroughHoles) {
    Session session = session_on("sqrt(4 - x^2 - y^2)", {-2.2, 2.2, -2.2, 2.2});
    session.display.camera.elevation = std::numbers::pi / 2;
    Scene scene;
    scene.update(session, 64, 64);
    EXPECT_FALSE(SurfaceView::pick(session, scene, frame, 0, 0));
    EXPECT_FALSE(SurfaceView::project(session, scene, frame, 2.1, 2.1)) << "outside of the hemisphere";
    session.landscape.formula = "sqrt(x^2 + y^2 - 1)";
    scene.update(session, 64, 64);
    session.display.camera.target = {0, 0, 0};
    EXPECT_FALSE(SurfaceView::pick(session, scene, frame, frame.width / 2.0, frame.height / 2.0)) << "in the hole";
}

TEST(SurfacePicking, NeedsALandscape) {
    const Session session;
    const Scene scene;
    EXPECT_FALSE(SurfaceView::pick(session, scene, frame, 10, 10));
    EXPECT_FALSE(SurfaceView::project(session, scene, frame, 0, 0));
}

TEST(ContourPicking, IsTheExactInverseOfProjecting) {
    for (const Box& domain : {Box{-5, 5, -5, 5}, Box{0, 1000, -1, 1}, Box{3, 3.5, -700, 900}}) {
        Session session = session_on("x", domain);
        for (const ViewFrame& shape :
             {frame, ViewFrame{.width = 1, .height = 1}, ViewFrame{.width = 3000, .height = 90},
              ViewFrame{.width = 500, .height = 700, .scale = 2.0F}}) {
            for (const double zoom : {1.0, 1e-6}) {
                session.display.map = {domain.x0, domain.x0 + domain.width() * zoom, domain.y0,
                                       domain.y0 + domain.height() * zoom};
                for (const PlanePoint& point : lattice(session.display.map)) {
                    const PixelPoint pixel = ContourView::project(session, shape, point.x, point.y);
                    const PlanePoint back = ContourView::pick(session, shape, pixel.x, pixel.y);
                    EXPECT_NEAR(back.x, point.x, 1e-12 * (std::abs(point.x) + session.display.map.width()));
                    EXPECT_NEAR(back.y, point.y, 1e-12 * (std::abs(point.y) + session.display.map.height()));
                    EXPECT_TRUE(pixel.x >= 0 && pixel.x <= shape.width && pixel.y >= 0 && pixel.y <= shape.height);
                }
            }
        }
    }
}

TEST(ContourPicking, XGrowsToTheRightAndYUpwards) {
    const Session session = session_on("x", {-5, 5, -5, 5});
    const PixelPoint low = ContourView::project(session, frame, -1, -1),
                     high = ContourView::project(session, frame, 1, 1);
    EXPECT_LT(low.x, high.x);
    EXPECT_GT(low.y, high.y);
    EXPECT_NEAR(high.x - low.x, low.y - high.y, 1e-9) << "a square domain is drawn square";
}

}  // namespace
}  // namespace thalweg

#include "app/view/arrow_ink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "app/view/contour_placement.h"

namespace thalweg {
namespace {

TEST(ArrowInk, TheFieldEndsAtTheEdgeOfItsArea) {
    Session session;
    session.landscape = {.formula = "-x^2 - y^2", .domain = {-3, 3, -3, 3}};
    session.display.map = session.landscape.domain;
    Scene scene;
    scene.update(session, 500, 500);
    const ViewFrame frame{.width = 640, .height = 600};
    const MapPlot plot = plot_of(session, frame);
    const ContourPlacement placement(plot);
    const InkStyle style = ink_style(session.display, frame);
    const Box area{plot.left, plot.left + plot.width, plot.top, plot.top + plot.height};
    const auto reach = [&](const PlanePoint& node, const Box& within) {
        Ink ink;
        draw_field(ink, session, scene, std::array{node}, placement, style, 48, {}, within);
        return ink.places();
    };
    const Box everywhere{-1e4, 1e4, -1e4, 1e4};
    const float edge = static_cast<float>(area.x1) + 0.5F;
    const auto beyond = [&](const std::vector<InkPoint>& places) {
        return std::ranges::any_of(places, [&](const InkPoint& place) { return place.x > edge; });
    };
    EXPECT_TRUE(beyond(reach({2.8, 0}, everywhere)));
    EXPECT_FALSE(beyond(reach({2.8, 0}, area)));
    EXPECT_FALSE(reach({2.8, 0}, area).empty()) << "it is shorter, but there";
    EXPECT_TRUE(reach({2.99, 0}, area).empty()) << "nothing worth drawing is left";
    EXPECT_FALSE(beyond(reach({1, 0}, area)));
}

}  // namespace
}  // namespace thalweg

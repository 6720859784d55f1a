#include "app/view/ink.h"

#include <gtest/gtest.h>

#include <array>

namespace thalweg {
namespace {

constexpr std::array<InkPoint, 3> corner = {InkPoint{0, 0, 0}, InkPoint{20, 0, 0}, InkPoint{20, 20, 0}};

TEST(Ink, PiecesOfAPolylineKnowTheirNeighbours) {
    Ink ink;
    ink.polyline(corner, 4.0F, rgb(0xFF8000).with_alpha(0.5F));
    ASSERT_EQ(ink.strokes().size(), 2U);
    const InkStroke& first = ink.strokes()[0];
    const InkStroke& last = ink.strokes()[1];
    EXPECT_EQ(first.before_x, first.ax) << "a free end";
    EXPECT_EQ(first.after_y, 20.0F);
    EXPECT_EQ(last.before_x, 0.0F);
    EXPECT_EQ(last.after_y, last.by) << "a free end";
    EXPECT_EQ(first.half_width, 2.0F);
    EXPECT_EQ(first.color.r, 255);
    EXPECT_EQ(first.color.g, 128);
    EXPECT_EQ(first.color.a, 128);
}

TEST(Ink, BatchesFollowTheOrderInWhichThingsWereAdded) {
    Ink ink;
    ink.polyline(std::span(corner).first(1), 1.0F, {});
    EXPECT_TRUE(ink.batches().empty()) << "one point is no line";
    ink.polyline(corner, 1.0F, {});
    ink.polyline(corner, 1.0F, {});
    ink.glyph(corner[0], InkShape::disc, 3.0F, {}, {}, 1.0F);
    ink.polyline(corner, 1.0F, {});
    ink.arrow(corner[0], corner[1], 2.0F, {}, {}, 1.0F);
    ASSERT_EQ(ink.batches().size(), 4U);
    EXPECT_EQ(ink.batches()[0].count, 4);
    EXPECT_EQ(ink.batches()[1].kind, Ink::Kind::glyph);
    EXPECT_EQ(ink.batches()[2].first, 4);
    EXPECT_EQ(ink.batches()[3].kind, Ink::Kind::arrow);
    ink.clear();
    EXPECT_TRUE(ink.batches().empty() && ink.strokes().empty() && ink.glyphs().empty() && ink.arrows().empty());
}

TEST(Ink, PlacesAreDenseAlongLines) {
    Ink ink;
    ink.polyline(corner, 1.0F, {});
    ink.glyph({7, 8, 0}, InkShape::ball, 3.0F, {}, {}, 1.0F);
    const std::vector<InkPoint> places = ink.places();
    EXPECT_EQ(places.back().x, 7.0F);
    for (std::size_t i = 0; i + 2 < places.size(); ++i) {
        EXPECT_LE(std::abs(places[i].x - places[i + 1].x) + std::abs(places[i].y - places[i + 1].y), 12.0F);
    }
}

}  // namespace
}  // namespace thalweg

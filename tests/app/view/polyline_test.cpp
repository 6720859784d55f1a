#include "app/view/polyline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

constexpr Box box{-1, 1, -2, 2};

TEST(ClipSegment, KeepsWhatIsInsideAndCutsTheRest) {
    const auto whole = clip_segment({-0.5, 0}, {0.5, 1}, box);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->share_from, 0.0);
    EXPECT_EQ(whole->share_to, 1.0);
    const auto through = clip_segment({-3, 0}, {3, 0}, box);
    ASSERT_TRUE(through);
    EXPECT_DOUBLE_EQ(through->from.x, -1.0);
    EXPECT_DOUBLE_EQ(through->to.x, 1.0);
    EXPECT_FALSE(clip_segment({-3, 0}, {-2, 5}, box));
    EXPECT_FALSE(clip_segment({5, 5}, {5, 5}, box));
    EXPECT_TRUE(clip_segment({0, 0}, {0, 0}, box));
}

TEST(ClipSegment, StandsEveryFiniteCoordinate) {
    constexpr double huge = std::numeric_limits<double>::max();
    for (const PlanePoint& far : {PlanePoint{1e300, 0}, PlanePoint{-huge, huge}, PlanePoint{huge, -1e200}}) {
        for (const auto& part : {clip_segment({0, 0}, far, box), clip_segment(far, {0.5, 0.5}, box),
                                 clip_segment(far, {-far.x, -far.y}, box)}) {
            ASSERT_TRUE(part);
            for (const PlanePoint& end : {part->from, part->to}) EXPECT_TRUE(box.contains(end.x, end.y));
        }
    }
}

float distance(const InkPoint& p, const InkPoint& a, const InkPoint& b) {
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const float t =
        length > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length / length, 0.0F, 1.0F)
                   : 0.0F;
    return std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

TEST(Simplified, LeavesOutPointsOnlyWithinTheTolerance) {
    Polyline spiral;
    for (int i = 0; i < 2000; ++i) {
        const float angle = 0.01F * static_cast<float>(i), radius = 0.1F * static_cast<float>(i);
        spiral.push_back({300 + radius * std::cos(angle), 300 + radius * std::sin(angle), 0.5F});
    }
    const Polyline few = simplified(spiral, 0.3F);
    EXPECT_LT(few.size(), spiral.size() / 4);
    for (const InkPoint& point : spiral) {
        float nearest = 1e9F;
        for (std::size_t i = 0; i + 1 < few.size(); ++i)
            nearest = std::min(nearest, distance(point, few[i], few[i + 1]));
        EXPECT_LE(nearest, 0.3001F);
    }
    EXPECT_EQ(few.front().x, spiral.front().x);
    EXPECT_EQ(few.back().x, spiral.back().x);
}

TEST(Simplified, KeepsCornersZigzagsAndDepths) {
    const Polyline zigzag = {{0, 0, 0}, {10, 1, 0}, {0, 2, 0}, {10, 3, 0}};
    EXPECT_EQ(simplified(zigzag, 0.3F).size(), 4U);
    const Polyline hill = {{0, 0, 0.5F}, {5, 0, 0.4F}, {10, 0, 0.5F}};
    EXPECT_EQ(simplified(hill, 0.3F).size(), 3U);
    const Polyline still = {{3, 3, 0}, {3, 3, 0}, {3, 3, 0}};
    EXPECT_EQ(simplified(still, 0.3F).size(), 2U);
}

}  // namespace
}  // namespace thalweg

#include "app/lenses/arrow_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace thalweg {
namespace {

constexpr PictureArea endless{-1e5F, -1e5F, 1e5F, 1e5F};
const InkStyle style;

NamedArrow arrow(float dx, float dy, const char* name) {
    return {.tail = {200, 200}, .tip = {200 + dx, 200 + dy}, .name = name, .color = {}};
}

float distance_to(const PictureArea& box, const InkPoint& point) {
    const float x = std::clamp(point.x, box.left, box.right), y = std::clamp(point.y, box.top, box.bottom);
    return std::hypot(x - point.x, y - point.y);
}

TEST(ArrowNames, StandBesideTheirTips) {
    for (const auto& [dx, dy] : {std::pair{60, 0}, {0, 60}, {-60, 0}, {0, -60}, {15, 10}, {-8, 12}}) {
        const NamedArrow one = arrow(static_cast<float>(dx), static_cast<float>(dy), "−∇f");
        Ink ink;
        std::vector<Label> labels;
        name_arrows(ink, labels, std::span(&one, 1), endless, style);
        ASSERT_EQ(labels.size(), 1u);
        EXPECT_LT(distance_to(covered_by(labels[0], style), one.tip), 10);
        EXPECT_TRUE(ink.strokes().empty()) << "so near there is no line";
    }
}

TEST(ArrowNames, OfABundleKeepClearOfEachOtherAndStayNear) {
    const std::vector bundle{arrow(20, -12, "step ×6.7"), arrow(26, -20, "−m̂/(√(v̂) + ε)"), arrow(40, -52, "−m̂"),
                             arrow(48, -50, "−∇f")};
    Ink ink;
    std::vector<Label> labels;
    name_arrows(ink, labels, bundle, endless, style);
    ASSERT_EQ(labels.size(), bundle.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const PictureArea box = covered_by(labels[i], style);
        EXPECT_EQ(labels[i].text, bundle[i].name);
        EXPECT_LT(distance_to(box, bundle[i].tip), 45) << labels[i].text;
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(box.meets(covered_by(labels[j], style))) << labels[i].text << " on " << labels[j].text;
    }
}

TEST(ArrowNames, OnesThatStandOffAreTiedToTheirTips) {
    const std::vector crowd(9, arrow(30, 0, "a long name of an arrow"));
    Ink ink;
    std::vector<Label> labels;
    name_arrows(ink, labels, crowd, endless, style);
    const auto off = [](const Label& label) { return distance_to(covered_by(label, style), {230, 200}) > 15; };
    const auto count = std::ranges::count_if(labels, off);
    EXPECT_GT(count, 0);
    EXPECT_EQ(ink.strokes().size(), 2 * static_cast<std::size_t>(count)) << "a line and its rim";
}

TEST(ArrowNames, TurnInwardsAtAnEdge) {
    const NamedArrow one = arrow(60, 0, "step");
    Ink ink;
    std::vector<Label> labels;
    name_arrows(ink, labels, std::span(&one, 1), {0, 0, 268, 400}, style);
    EXPECT_LE(covered_by(labels[0], style).right, 268);
}

}  // namespace
}  // namespace thalweg

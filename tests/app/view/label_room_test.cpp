#include "app/view/label_room.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

const InkStyle style{.scale = 2.0F, .theme = theme_colors(Theme::dark)};

Label label(std::string text, float x, float y) {
    return {.text = std::move(text), .x = x, .y = y, .anchor_x = 0, .anchor_y = 0, .size = 10, .color = {}};
}

TEST(LabelRoom, CountsLettersNotBytes) {
    EXPECT_EQ(letters_width("λ₁ = ∇f"), letters_width("l1 = gf"));
}

TEST(LabelRoom, LiesAboutTheAnchor) {
    Label right = label("four", 100, 50);
    right.anchor_x = 1;
    right.anchor_y = 0.5F;
    const PictureArea room = covered_by(right, style);
    EXPECT_EQ(room.right, 100.0F);
    EXPECT_GT(room.right - room.left, 2 * 20.0F) << "four letters of 20 pixels";
    EXPECT_NEAR((room.top + room.bottom) / 2, 50.0F, 1e-3F);
}

TEST(LabelRoom, LabelsStepAsideAsLittleAsCanBe) {
    std::vector<Label> labels = {label("axis", 0, 0), label("lens", 5, 4), label("far", 0, 300)};
    keep_apart(labels, 1, style);
    EXPECT_EQ(labels[0].y, 0.0F) << "was there first";
    EXPECT_FALSE(covered_by(labels[1], style).meets(covered_by(labels[0], style)));
    EXPECT_LT(labels[1].y, 2 * 24.0F) << "no farther than a line";
    EXPECT_EQ(labels[2].y, 300.0F) << "nothing in its way";
}

TEST(LabelRoom, WhatFindsNoRoomStays) {
    std::vector<Label> labels;
    for (int i = -40; i < 40; ++i) labels.push_back(label("wall", 0, static_cast<float>(20 * i)));
    labels.push_back(label("shut in", 0, 3));
    keep_apart(labels, labels.size() - 1, style);
    EXPECT_EQ(labels.back().y, 3.0F);
}

}  // namespace
}  // namespace thalweg

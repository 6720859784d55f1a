#include "app/view/head_labels.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/scene/contrast.h"
#include "app/view/contour_placement.h"

namespace thalweg {
namespace {

class HeadLabels : public testing::Test {
  protected:
    /// The names on the map, of as many methods as there are from one start.
    std::vector<Label> labels(const std::vector<const char*>& methods, PictureArea within = {0, 0, 600, 600}) {
        session.optimizers.clear();
        for (const char* method : methods) add_optimizer(session, *parse_optimizer(method));
        session.starts = {{-1.0, 1.5}};
        session.landscape = {.formula = "x^2 + 2y^2", .domain = {-3, 3, -3, 3}};
        session.display.map = session.landscape.domain;
        session.playback.step = 3;
        scene.update(session, 600, 600);
        const ContourPlacement placement(plot_of(session, {.width = 700, .height = 640}));
        std::vector<Label> made = said;
        ink.clear();
        add_head_labels(ink, made, session, trace_paths(session, scene).paths, placement,
                        ink_style(session.display, {.width = 700, .height = 640}), within, pointer);
        return made;
    }

    Session session;
    Scene scene;
    Ink ink;
    Pointer pointer;
    std::vector<Label> said;  ///< words that are there before the names
};

TEST_F(HeadLabels, EachHasItsNameApartFromTheOthers) {
    const auto made = labels({"sgd lr=0.05", "sgd lr=0.05 momentum=0.9", "adam lr=0.05", "rmsprop lr=0.05"});
    ASSERT_EQ(made.size(), 4U);
    EXPECT_EQ(made[0].text, "Gradient descent");
    for (std::size_t i = 0; i < made.size(); ++i) {
        for (std::size_t k = i + 1; k < made.size(); ++k) {
            const bool beside = made[i].anchor_x != made[k].anchor_x;
            EXPECT_TRUE(beside || std::abs(made[i].y - made[k].y) >= 15) << made[i].text << " and " << made[k].text;
        }
    }
}

TEST_F(HeadLabels, KeepClearOfTheWordsThatAreThere) {
    const auto free = labels({"sgd", "adam"});
    ASSERT_EQ(free.size(), 2U);
    said = {{.text = "∇f", .x = free[0].x, .y = free[0].y, .anchor_x = free[0].anchor_x, .size = 14, .color = {}}};
    const auto made = labels({"sgd", "adam"});
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[1].text, free[0].text);
    EXPECT_TRUE(made[1].anchor_x != free[0].anchor_x || std::abs(made[1].y - free[0].y) >= 15);
}

TEST_F(HeadLabels, NoneLeaveThePictureAndALonePathNeedsNone) {
    EXPECT_TRUE(labels({"sgd", "adam"}, {0, 0, 30, 30}).empty());
    EXPECT_TRUE(labels({"sgd"}).empty());
}

TEST_F(HeadLabels, OneOfManyIsNamedThoughTheOthersAreOutOfSight) {
    // The second leaves the map with its first step.
    const auto made = labels({"sgd lr=0.05", "sgd lr=9"});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_TRUE(made[0].text.starts_with("Gradient descent"));
}

TEST_F(HeadLabels, TheSelectedOneComesFirstAndIsNeverLeftOut) {
    pointer.selected_optimizer = 1;
    const auto made = labels({"sgd", "adam"});
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].text, "Adam");
    const auto crowded = labels({"sgd", "adam"}, {0, 0, 30, 30});
    ASSERT_EQ(crowded.size(), 1U);
    EXPECT_EQ(crowded[0].text, "Adam");
    const std::vector<const char*> many(12, "sgd lr=0.01");
    EXPECT_EQ(labels(many).size(), 1U);
    pointer.selected_optimizer = -1;
    EXPECT_TRUE(labels(many).empty());
}

TEST_F(HeadLabels, ALineLeadsToANameThatStandsApart) {
    EXPECT_EQ(labels({"sgd", "adam"}).size(), 2U);
    EXPECT_TRUE(ink.strokes().empty());
    // Ten heads at one place: two names beside it, four a line away, and the rest further off.
    const auto made = labels(std::vector<const char*>(10, "sgd lr=0.01"));
    EXPECT_GT(made.size(), 6U);
    EXPECT_FALSE(ink.strokes().empty());
}

TEST_F(HeadLabels, CanBeReadInBothThemes) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        session.display.theme = theme;
        for (const Label& label : labels({"sgd", "sgd momentum=0.9", "adam", "rmsprop", "adagrad", "adamw"})) {
            EXPECT_GE(contrast(label.color, label.halo), 4.4) << label.text;
            EXPECT_EQ(label.halo.a, 1);
        }
    }
}

}  // namespace
}  // namespace thalweg

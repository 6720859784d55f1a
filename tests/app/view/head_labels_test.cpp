#include "app/view/head_labels.h"

#include <gtest/gtest.h>

#include <cmath>

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
        add_head_labels(made, session, trace_paths(session, scene).paths, placement, {}, within);
        return made;
    }

    Session session;
    Scene scene;
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

}  // namespace
}  // namespace thalweg

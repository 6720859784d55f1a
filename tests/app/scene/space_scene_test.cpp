// A formula of more than two variables: a plane of it is shown, descents go on in all of it.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "app/scene/descended.h"
#include "app/scene/scene.h"

namespace thalweg {
namespace {

class SpaceScene : public testing::Test {
  protected:
    SpaceScene() {
        session.landscape.formula = "x² + 2y² + 3z² + xyz";
        session.landscape.parameters = {{"z", -1}};
        session.starts = {{2, 1}};
        add_optimizer(session, parse_optimizer("adam lr=0.1").value());
        session.steps = 50;
    }
    void update() {
        scene.update(session, 200, 200);
        scene.finish();
    }
    const Path& path() const { return scene.paths().paths.at(0); }

    Session session;
    Scene scene;
};

/// The formula itself.
double f(double x, double y, double z) {
    return x * x + 2 * y * y + 3 * z * z + x * y * z;
}

/// torch.optim.Adam from (2, 1, −1), 50 steps.
constexpr std::array torch_end = {-0.03201178327766295, -0.04507649984171942, 0.05054252096853993};

TEST_F(SpaceScene, DescendsInAllVariables) {
    update();
    ASSERT_NE(scene.landscape().space, nullptr);
    EXPECT_EQ(path().trajectory.dimensions, 3);
    const auto end = path().trajectory.position(50);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(end[i], torch_end[i], 1e-15) << i;
    EXPECT_EQ(path().trajectory.position(0)[2], -1);
}

TEST_F(SpaceScene, ThePlaneGoesAlongWithTheFirstRun) {
    update();
    EXPECT_EQ(scene.landscape().space->where, "z = −1");
    EXPECT_DOUBLE_EQ(scene.inspect(0.5, 0.25)->value, f(0.5, 0.25, -1));
    EXPECT_DOUBLE_EQ(path().height(0), path().trajectory.losses[0]) << "the start lies in it";
    const double end = path().height(50);
    EXPECT_GT(std::abs(end - path().trajectory.losses[50]), 1) << "the last point lies far from it";
    session.playback.step = 50;
    update();
    EXPECT_NEAR(path().height(50), path().trajectory.losses[50], 1e-12) << "now it has come there";
    EXPECT_NEAR(scene.inspect(0.5, 0.25)->value, f(0.5, 0.25, torch_end[2]), 1e-12);
}

TEST_F(SpaceScene, OrStaysWithTheStarts) {
    session.landscape.slice.through = SliceChoice::Through::starts;
    session.playback.step = 50;
    update();
    EXPECT_DOUBLE_EQ(scene.inspect(0.5, 0.25)->value, f(0.5, 0.25, -1));
}

TEST_F(SpaceScene, AnotherPlaneChangesNoNumberOfTheRun) {
    update();
    const Trajectory before = path().trajectory;
    choose_axes(session, descended_names(scene.landscape()), {2, 0});
    update();
    EXPECT_EQ(scene.landscape().names, (std::vector<std::string>{"z", "x"}));
    const Trajectory& after = path().trajectory;
    EXPECT_EQ(after.losses, before.losses);
    for (int row = 0; row <= 50; ++row) {
        EXPECT_EQ(after.position(row)[0], before.position(row)[2]) << row;
        EXPECT_EQ(after.position(row)[1], before.position(row)[0]) << row;
        EXPECT_EQ(after.position(row)[2], before.position(row)[1]) << row;
        EXPECT_EQ(after.gradient(row)[0], before.gradient(row)[2]) << row;
    }
    EXPECT_DOUBLE_EQ(scene.inspect(0.5, 0.25)->value, f(0.25, 1, 0.5)) << "z to the right, x upwards, y as it was";
}

TEST_F(SpaceScene, RunsAreNotTakenAgainWhileThePlaneMoves) {
    update();
    const std::uint64_t descended = scene.landscape().descended_revision, shown = scene.landscape().revision;
    session.playback.step = 20;
    update();
    EXPECT_EQ(scene.landscape().descended_revision, descended);
    EXPECT_GT(scene.landscape().revision, shown);
    session.landscape.parameters["z"] = -0.5;
    update();
    EXPECT_GT(scene.landscape().descended_revision, descended);
}

TEST_F(SpaceScene, GivesWayToASurfaceAndComesBack) {
    update();
    session.landscape.formula = "x² + y²";
    update();
    EXPECT_EQ(scene.landscape().space, nullptr);
    EXPECT_EQ(path().trajectory.dimensions, 2);
    EXPECT_TRUE(path().heights.empty());
    session.landscape.formula = "x² + y² + z²";
    update();
    ASSERT_NE(scene.landscape().space, nullptr);
    EXPECT_EQ(path().trajectory.dimensions, 3);
}

TEST_F(SpaceScene, UnknownAxesAreTheFirstTwo) {
    session.landscape.slice.axes = "q,x";
    update();
    EXPECT_EQ(scene.landscape().names, (std::vector<std::string>{"x", "y"}));
}

}  // namespace
}  // namespace thalweg

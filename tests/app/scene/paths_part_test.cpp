#include "app/scene/paths_part.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tests/app/scene/scene_fixture.h"

namespace thalweg {
namespace {

using PathsPartTest = SceneTest;

TEST_F(PathsPartTest, PathsAreThoseOfRun) {
    session.landscape.formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    session.starts = {{0, 0}, {-1, 2}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.01"), .color = 4},
                          {.optimizer = optimizer("adam lr=0.1"), .enabled = false},
                          {.optimizer = optimizer("rmsprop lr=0.02"), .color = 2}};
    update();
    const PathsPart& part = scene.paths();
    ASSERT_EQ(part.paths.size(), 4U);
    int longest = 0;
    for (const Path& path : part.paths) {
        const Start& start = session.starts[static_cast<std::size_t>(path.start)];
        const OptimizerEntry& entry = session.optimizers[static_cast<std::size_t>(path.optimizer)];
        EXPECT_TRUE(entry.enabled);
        EXPECT_EQ(path.color, entry.color);
        EXPECT_EQ(path.trajectory, run(*scene.landscape().landscape, std::array{start.x, start.y}, entry.optimizer,
                                       {.steps = session.steps}, &session.landscape.domain));
        longest = std::max(longest, path.trajectory.rows() - 1);
    }
    EXPECT_EQ(part.paths[0].start, 0);
    EXPECT_EQ(part.paths[1].optimizer, 2);
    EXPECT_EQ(part.paths[2].start, 1);
    EXPECT_EQ(part.longest, longest);
}

TEST_F(PathsPartTest, EightPathsOfTwoThousandStepsAreThereInTheSameFrame) {
    session.landscape.formula = "ln(x^2 + y^2)";
    session.starts = {{3, 2}, {2, 1}, {1, 2}, {1, 1}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.001")}, {.optimizer = optimizer("adam lr=0.001")}};
    session.steps = 2000;
    update();
    EXPECT_FALSE(scene.paths().catching_up);
    EXPECT_EQ(scene.paths().longest, 2000);
}

TEST_F(PathsPartTest, LongRunsCatchUpToWhatOneRunGives) {
    session.landscape.formula = "(1 - x)^2 + 100(y - x^2)^2";
    session.starts = {{-1.5, 2}, {1, 1.5}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.0001")}, {.optimizer = optimizer("adam lr=0.0001")}};
    session.steps = 50'000;
    update();
    EXPECT_TRUE(scene.paths().catching_up);
    EXPECT_TRUE(scene.busy());
    EXPECT_TRUE(scene.news());
    EXPECT_EQ(scene.paths().longest, 4'000);
    const auto beginning = scene.paths().paths[0].trajectory;
    update();
    EXPECT_EQ(scene.paths().longest, 4'000) << "runs grow only when the scene is asked to go on";
    int frames = 0;
    for (; scene.paths().catching_up; ++frames) scene.go_on();
    EXPECT_LE(frames, 4);
    EXPECT_EQ(scene.paths().longest, 50'000);

    Scene at_once;
    at_once.update(session, 400, 300);
    at_once.finish();
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(scene.paths().paths[i].trajectory, at_once.paths().paths[i].trajectory) << i;
    }
    for (int row = 0; row < beginning.rows(); ++row) {
        ASSERT_EQ(beginning.losses[static_cast<std::size_t>(row)],
                  scene.paths().paths[0].trajectory.losses[static_cast<std::size_t>(row)]);
    }
}

TEST_F(PathsPartTest, MoreRowsThanMemoryShouldHoldAreShortened) {
    session.steps = most_steps;
    session.starts.assign(64, {3, 2});
    session.optimizers.assign(8, {.optimizer = optimizer("sgd lr=0.9")});
    for (int i = 0; i < 64; ++i) session.starts[static_cast<std::size_t>(i)].x = i;
    update();
    EXPECT_TRUE(scene.paths().shortened);
    EXPECT_LE(512.0 * scene.paths().steps, 4e6);
    session.starts.resize(1);
    update();
    EXPECT_FALSE(scene.paths().shortened);
    EXPECT_EQ(scene.paths().steps, most_steps);
}

TEST_F(PathsPartTest, DraggingOneStartLeavesTheOtherPathsAsTheyAre) {
    session.starts = {{1, 1}, {2, 2}};
    update();
    const auto other = scene.paths().paths[1].trajectory;
    session.starts[0] = {1.5, 1};
    update();
    EXPECT_EQ(scene.paths().paths[0].trajectory.position(0)[0], 1.5);
    EXPECT_EQ(scene.paths().paths[1].trajectory, other);
    std::swap(session.starts[0], session.starts[1]);
    update();
    EXPECT_EQ(scene.paths().paths[0].trajectory, other);
}

TEST_F(PathsPartTest, ARunOnACurveConvergesToItsMinimum) {
    session.landscape.formula = "x^2";
    settle();
    EXPECT_EQ(scene.paths().paths[0].trajectory.reason, StopReason::converged);
}

}  // namespace
}  // namespace thalweg

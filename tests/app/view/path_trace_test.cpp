#include "app/view/path_trace.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "app/view/contour_placement.h"
#include "app/view/path_ink.h"
#include "app/view/surface_placement.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

class PathTraceTest : public testing::Test {
  protected:
    PathTraceTest() {
        session.landscape = {.formula = "x^2 + y^2", .domain = {-2, 2, -2, 2}};
        session.display.map = session.landscape.domain;
        session.starts = {{1.5, 1.0}};
    }
    void descend(const char* optimizer, int steps, double step) {
        session.optimizers.clear();
        add_optimizer(session, *parse_optimizer(optimizer));
        session.steps = steps;
        session.playback.step = step;
        scene.update(session, 400, 400);
        scene.finish();
    }
    /// 400 pixels for the whole domain.
    PathTrace trace() { return trace_paths(session, scene, view).paths.at(0); }
    std::size_t strokes() {
        const ContourPlacement placement(plot_of(session, {.width = 536, .height = 450}));
        Ink ink;
        draw_paths(ink, trace_paths(session, scene, placement.seen()).paths, placement, {}, session, {});
        return ink.strokes().size();
    }

    Session session;
    Scene scene;
    const PlaneView view{{-2, 2, -2, 2}, 100, 100};
};

/// It never comes to rest: steps of some ten pixels, for ever.
constexpr const char* restless = "sgd lr=0.1 | noise gaussian sigma=3";

TEST_F(PathTraceTest, OfAShortPathEveryRowThatCanBeToldApartIsThere) {
    descend("sgd lr=0.1", 60, 20);
    const PathTrace made = trace();
    EXPECT_EQ(made.rows, 61);
    EXPECT_LT(made.spots.size(), 61U) << "the last steps are shorter than a tenth of a pixel";
    EXPECT_GT(made.spots.size(), 25U);
    const Trajectory& run = scene.paths().paths[0].trajectory;
    for (int row = 0, last = 0; row < made.rows; ++row) {
        while (last + 1 < static_cast<int>(made.row_of.size()) &&
               made.row_of[static_cast<std::size_t>(last) + 1] <= row)
            ++last;
        const Spot& near = made.spots[static_cast<std::size_t>(last)];
        EXPECT_LT(std::abs(run.position(row)[0] - near.x) * 100, 0.1) << row;
        EXPECT_TRUE(made.shown[static_cast<std::size_t>(last)]);
    }
}

TEST_F(PathTraceTest, WithoutAViewEveryRowHasItsSpot) {
    descend("sgd lr=0.1", 60, 20);
    const PathTrace made = trace_paths(session, scene).paths.at(0);
    ASSERT_EQ(made.spots.size(), 61U);
    EXPECT_EQ(made.row_of[60], 60);
}

TEST_F(PathTraceTest, TheHeadIsBetweenItsRowsWhateverIsLeftOut) {
    descend("sgd lr=0.1", 60, 2.25);
    const PathHead head = trace().head;
    const Trajectory& run = scene.paths().paths[0].trajectory;
    EXPECT_EQ(head.row, 2);
    EXPECT_DOUBLE_EQ(head.share, 0.25);
    EXPECT_DOUBLE_EQ(head.spot.x, std::lerp(run.position(2)[0], run.position(3)[0], 0.25));
    session.playback.step = 1e9;
    EXPECT_EQ(trace().head.row, 60);
}

TEST_F(PathTraceTest, ARestlessPathCostsWhatItsPixelsDo) {
    descend(restless, 100'000, 100'000);
    const std::size_t many = strokes();
    descend(restless, 20'000, 20'000);
    const std::size_t few = strokes();
    EXPECT_LT(many, 20'000U);
    EXPECT_LT(many, 2 * few) << "five times as many steps over the same pixels";
}

TEST_F(PathTraceTest, WhatIsLeftOutLiesNearToWhatIsDrawn) {
    descend(restless, 20'000, 20'000);
    const PathTrace made = trace();
    EXPECT_LT(made.spots.size(), 15'000U);
    const Trajectory& run = scene.paths().paths[0].trajectory;
    // Of all the rows a twentieth at most is farther than three pixels from the ways that are drawn.
    int far = 0, looked_at = 0;
    for (int row = 10'000; row < made.rows; row += 50, ++looked_at) {
        const double x = run.position(row)[0], y = run.position(row)[1];
        double nearest = INFINITY;
        for (std::size_t i = 1; i < made.spots.size(); ++i) {
            if (!made.shown[i]) continue;
            const Spot &a = made.spots[i - 1], &b = made.spots[i];
            const double wx = b.x - a.x, wy = b.y - a.y, square = wx * wx + wy * wy;
            const double share = square > 0 ? std::clamp(((x - a.x) * wx + (y - a.y) * wy) / square, 0.0, 1.0) : 0.0;
            nearest = std::min(nearest, std::hypot(x - a.x - share * wx, y - a.y - share * wy));
        }
        far += nearest * 100 > 3 ? 1 : 0;
    }
    EXPECT_LE(far * 20, looked_at);
}

TEST_F(PathTraceTest, WhatIsDrawnStaysWhileAPathGrows) {
    descend(restless, 6'000, 6'000);
    const PathTrace shorter = trace();
    descend(restless, 9'000, 9'000);
    const PathTrace longer = trace();
    ASSERT_LT(shorter.spots.size(), longer.spots.size());
    // The last spot of the shorter one is kept for what may follow.
    for (std::size_t i = 0; i + 2 < shorter.spots.size(); ++i) {
        ASSERT_EQ(shorter.row_of[i], longer.row_of[i]);
        ASSERT_EQ(shorter.shown[i], longer.shown[i]);
    }
}

TEST_F(PathTraceTest, KeptTracesFollowThePlayback) {
    descend("sgd lr=0.1", 60, 3);
    TracedPaths kept;
    EXPECT_EQ(kept.update(session, scene, view).paths.at(0).head.row, 3);
    session.playback.step = 5.5;
    EXPECT_EQ(kept.update(session, scene, view).paths.at(0).head.row, 5);
    EXPECT_DOUBLE_EQ(kept.update(session, scene, view).paths.at(0).head.share, 0.5);
    descend("sgd lr=0.2", 60, 3);
    EXPECT_DOUBLE_EQ(kept.update(session, scene, view).paths.at(0).spots.at(1).x, 1.5 * 0.6);
}

TEST_F(PathTraceTest, ALensWithRunsOfItsOwnShowsThoseAlone) {
    TracedPaths kept;
    descend("sgd lr=0.1", 20, 5);
    EXPECT_EQ(kept.update(session, scene, view).paths.size(), 1U);
    session.study.lens = LensKind::basins;
    EXPECT_EQ(kept.update(session, scene, view).paths.size(), 1U);
    for (const LensKind lens : {LensKind::cloud, LensKind::sweep, LensKind::rates}) {
        session.study.lens = lens;
        EXPECT_TRUE(kept.update(session, scene, view).paths.empty());
        EXPECT_TRUE(trace_paths(session, scene).paths.empty());
    }
    session.study.lens = LensKind::none;
    EXPECT_EQ(kept.update(session, scene, view).paths.size(), 1U);
}

TEST_F(PathTraceTest, BothViewsSayWhatTheyShow) {
    const MapPlot plot = plot_of(session, {.width = 536, .height = 450});
    const PlaneView map = ContourPlacement(plot).seen();
    EXPECT_EQ(map.box, plot.window);
    EXPECT_DOUBLE_EQ(map.pixels_x * map.box.width(), plot.width);
    scene.update(session, 400, 400);
    const World world = world_of(session.landscape.domain);
    const Camera camera(session.display.camera, 600, 400);
    const HeightField nothing;
    const PlaneView surface = SurfacePlacement(world, camera, {.sampled = nothing, .shown = nothing}, 4.0).seen();
    EXPECT_TRUE(surface.box.contains(-2, -2) && surface.box.contains(2, 2));
    EXPECT_DOUBLE_EQ(surface.pixels_x, camera.pixels_per_unit(4.0) * world.x_scale());
}

TEST_F(PathTraceTest, ARecordedPathLeadsOverHoles) {
    const auto file = std::filesystem::temp_directory_path() / fmt::format("thalweg_holes_{}.csv", ::getpid());
    std::ofstream(file) << "x,y\n-1,0\n1,0\n0.5,1\n-1,1\n-1,0.5\n2,0.5\n-2,0\n";
    session.landscape.formula = "ln(x)";
    session.starts.clear();
    session.trajectories = {{.file = file.string()}};
    session.playback.step = 100;
    scene.update(session, 400, 400);
    std::filesystem::remove(file);

    const PathTrace made = trace();
    ASSERT_EQ(made.rows, 7);
    const auto height = [&](double f) { return surface_z(scene.surface().scale, f); };
    const double one = height(0), half = height(std::log(0.5)), two = height(std::log(2));
    const std::vector<double> expected = {one, one, half, half + (two - half) / 3, half + 2 * (two - half) / 3,
                                          two, two};
    for (std::size_t row = 0; row < expected.size(); ++row) EXPECT_NEAR(made.heights[row], expected[row], 1e-12) << row;
    EXPECT_EQ(made.head.row, 6);
    EXPECT_EQ(made.head.spot.x, -2);
}

}  // namespace
}  // namespace thalweg

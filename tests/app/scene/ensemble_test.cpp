#include "app/scene/ensemble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <thread>

#include "app/scene/scene.h"

namespace thalweg {
namespace {

class EnsembleTest : public testing::Test {
  protected:
    EnsembleTest() {
        session.landscape.formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
        session.starts = {{0, 1}};
        for (const char* text : {"sgd lr=0.01", "newton"}) add_optimizer(session, parse_optimizer(text).value());
        session.steps = 60;
    }
    void finish(LensKind lens) {
        session.study.lens = lens;
        scene.update(session, 100, 100);
        scene.finish();
        scene.update(session, 100, 100);
    }
    const EnsemblePart& part() const { return scene.ensemble(); }

    Session session;
    Scene scene;
};

int starts_of(const BasinMap& map) {
    return std::accumulate(map.destinations.begin(), map.destinations.end(), 0,
                           [](int sum, const Destination& d) { return sum + d.count; });
}

TEST_F(EnsembleTest, IsNothingWithoutALensThatWantsIt) {
    for (const LensKind lens : {LensKind::none, LensKind::slopes}) {
        finish(lens);
        EXPECT_FALSE(part().working);
        EXPECT_EQ(part().basins[0], nullptr);
        EXPECT_EQ(part().revision, 0U);
    }
}

TEST_F(EnsembleTest, BasinsGetFinerUpToAStartForEachPixel) {
    finish(LensKind::basins);
    ASSERT_NE(part().on_map(), nullptr);
    EXPECT_EQ(part().on_map(), part().on_surface());
    EXPECT_EQ(part().on_map()->map.columns, 1024);
    EXPECT_EQ(starts_of(part().on_map()->map), 1024 * 1024);
    EXPECT_EQ(part().progress, 1.0);
}

TEST_F(EnsembleTest, TwoOptimizersHaveAViewEach) {
    session.steps = 10;
    session.ensemble.other = 1;
    finish(LensKind::basins);
    ASSERT_TRUE(part().compares());
    ASSERT_TRUE(part().on_surface() && part().on_map());
    EXPECT_NE(part().on_surface(), part().on_map());
    EXPECT_LT(part().on_surface()->map.destinations.size(), part().on_map()->map.destinations.size())
        << "Newton's method comes to saddles and the maximum too";
    session.ensemble.other = -1;
    scene.update(session, 100, 100);
    EXPECT_EQ(part().on_map(), part().on_surface());
}

TEST_F(EnsembleTest, TheLastOneStaysUntilThereIsBetter) {
    session.steps = 20;
    finish(LensKind::basins);
    const auto before = part().on_map();
    session.optimizers[0].optimizer = parse_optimizer("sgd lr=0.02").value();
    scene.update(session, 100, 100);
    EXPECT_TRUE(part().working);
    EXPECT_EQ(part().on_map(), before);
    scene.finish();
    EXPECT_NE(part().on_map(), before);
    session.landscape.domain = {-1, 1, -1, 1};
    scene.update(session, 100, 100);
    EXPECT_EQ(part().on_map(), nullptr) << "of another domain it would only be wrong";
}

TEST_F(EnsembleTest, AZoomedMapHasBasinsOfItsOwnThatAreAsSharpAsTheWholeOnes) {
    session.steps = 20;
    finish(LensKind::basins);
    EXPECT_EQ(part().nearer_on_map(), nullptr) << "the map shows all there is";
    const auto whole = part().on_map();
    session.display.map = {1, 2, -1, 0};
    scene.update(session, 100, 100);
    EXPECT_TRUE(part().working);
    EXPECT_EQ(part().on_map(), whole) << "which stays under it";
    scene.finish();
    EXPECT_EQ(part().on_map(), whole) << "and is not made anew";
    ASSERT_NE(part().nearer_on_map(), nullptr);
    EXPECT_EQ(part().nearer_on_map()->map.box, (Box{1, 2, -1, 0}));
    EXPECT_EQ(part().nearer_on_map()->map.columns, 1024);
    // What both have come to has the same colour in both.
    const ColoredBasins& near = *part().nearer_on_map();
    const auto& all = whole->map.destinations;
    for (std::size_t i = 0; i < near.map.destinations.size(); ++i) {
        const Destination& here = near.map.destinations[i];
        const auto same = std::ranges::find_if(
            all, [&](const Destination& d) { return std::hypot(here.x - d.x, here.y - d.y) < 1e-3; });
        EXPECT_TRUE(same == all.end() || near.tags[i] == whole->tags[static_cast<std::size_t>(same - all.begin())]);
    }
    session.display.map = {-5, 5, -5, 5};
    scene.update(session, 100, 100);
    EXPECT_EQ(part().nearer_on_map(), nullptr);
    session.display.map = {20, 30, 20, 30};
    scene.update(session, 100, 100);
    scene.finish();
    EXPECT_EQ(part().nearer_on_map(), nullptr) << "there is nothing of the domain to be seen";
}

TEST_F(EnsembleTest, OfTwoOptimizersTheMapsOwnHasFinerBasins) {
    session.steps = 10;
    session.ensemble.other = 1;
    session.display.map = {-6, 1, 0, 1};
    finish(LensKind::basins);
    EXPECT_EQ(part().nearer[0], nullptr);
    ASSERT_NE(part().nearer_on_map(), nullptr);
    EXPECT_EQ(part().nearer_on_map(), part().nearer[1]);
    EXPECT_EQ(part().nearer_on_map()->map.box.x0, -5) << "only what lies in the domain";
}

TEST_F(EnsembleTest, ACurveHasBasinsToo) {
    session.landscape.formula = "x^2 sin(x)";
    session.landscape.domain = session.display.map = {-7, 7, -5, 5};
    finish(LensKind::basins);
    EXPECT_EQ(part().complaint, "");
    ASSERT_NE(part().on_map(), nullptr);
    EXPECT_TRUE(part().on_map()->map.of_a_curve());
    EXPECT_EQ(starts_of(part().on_map()->map), part().on_map()->map.columns);
    EXPECT_EQ(part().nearer_on_map(), nullptr);
    session.display.map.x0 = session.display.map.x1 - 0.5;
    session.ensemble.other = 1;
    finish(LensKind::basins);
    for (std::size_t i = 0; i < 2; ++i) {
        ASSERT_NE(part().nearer.at(i), nullptr) << "its view shows both";
        EXPECT_LE(part().nearer.at(i)->map.box.width(), 0.6);
    }
}

TEST_F(EnsembleTest, ANewEditCancelsWhatIsGoingOn) {
    session.study.lens = LensKind::basins;
    session.steps = 2000;
    for (int i = 0; i < 5; ++i) {
        session.optimizers[0].optimizer = with_rate(session.optimizers[0].optimizer, 0.001 + 0.001 * i);
        scene.update(session, 100, 100);
    }
    session.study.lens = LensKind::none;
    scene.update(session, 100, 100);
    EXPECT_FALSE(scene.ensemble().working);
    EXPECT_EQ(part().on_map(), nullptr);
}

TEST_F(EnsembleTest, ACloudHasItsStartsAndStepsAndIsTheSameTwice) {
    session.ensemble.cloud.count = 200;
    finish(LensKind::cloud);
    ASSERT_NE(part().cloud, nullptr);
    EXPECT_EQ(part().cloud->count, 200);
    EXPECT_EQ(part().cloud->rows, 61);
    Scene other;
    other.update(session, 100, 100);
    other.finish();
    EXPECT_EQ(other.ensemble().cloud->x, part().cloud->x);
    EXPECT_EQ(other.ensemble().cloud->losses, part().cloud->losses);
}

TEST_F(EnsembleTest, ASweepIsFromTheFirstStart) {
    session.ensemble.sweep = {.automatic = false, .from = 1e-4, .to = 0.1, .rates = 9};
    finish(LensKind::sweep);
    ASSERT_NE(part().rates, nullptr);
    ASSERT_EQ(part().rates->sweep.runs.size(), 9U);
    EXPECT_EQ(part().rates->sweep.runs.front().rate, 1e-4);
    EXPECT_EQ(part().rates->sweep.runs.front().trajectory.position(0)[1], 1.0);
    const auto revision = part().revision;
    session.starts.push_back({1, 1});
    scene.update(session, 100, 100);
    EXPECT_EQ(part().revision, revision) << "another start is none of its business";
}

TEST_F(EnsembleTest, ASweepOfMoreThanTwoVariablesGoesOnInAllOfThemWhereverThePlaneLies) {
    session.landscape.formula = "x^2 + y^2 + z^2 + x y z";
    session.landscape.parameters["y"] = 0.5;
    session.landscape.slice.axes = "z,x";
    session.starts = {{-1, 2}};
    finish(LensKind::sweep);
    EXPECT_EQ(part().complaint, "");
    ASSERT_NE(part().rates, nullptr);
    const Trajectory& run = part().rates->sweep.runs.front().trajectory;
    EXPECT_EQ(run.dimensions, 3);
    EXPECT_EQ(std::vector(run.position(0).begin(), run.position(0).end()), (std::vector{-1.0, 2.0, 0.5}));
    EXPECT_EQ(run.losses[0], 4 + 0.25 + 1 - 1);
    const auto revision = part().revision;
    session.playback.step = 3;
    scene.update(session, 100, 100);
    EXPECT_EQ(part().revision, revision) << "the plane moves along, the runs stay";
}

TEST_F(EnsembleTest, ThreeRatesAreFoundOnAnyLandscape) {
    finish(LensKind::rates);
    ASSERT_NE(part().rates, nullptr);
    EXPECT_TRUE(part().rates->telling.too_small && part().rates->telling.right && part().rates->telling.too_large);
}

TEST_F(EnsembleTest, WhatIsMissingIsSaid) {
    session.starts.clear();
    finish(LensKind::sweep);
    EXPECT_NE(part().complaint.find("start"), std::string::npos);
    session.optimizers.clear();
    finish(LensKind::basins);
    EXPECT_NE(part().complaint.find("optimizer"), std::string::npos);
    add_optimizer(session, {});
    session.landscape.formula = "x^2 + y^2 + z^2";
    finish(LensKind::basins);
    EXPECT_NE(part().complaint.find("two variables"), std::string::npos);
    EXPECT_FALSE(part().working);
}

TEST_F(EnsembleTest, NewsComesFromTheBackground) {
    session.study.lens = LensKind::cloud;
    scene.update(session, 100, 100);
    EXPECT_TRUE(scene.busy());
    for (int i = 0; i < 500 && !scene.news(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_TRUE(scene.news());
}

}  // namespace
}  // namespace thalweg

#include "app/scene/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <thread>

namespace thalweg {
namespace {

Optimizer optimizer(std::string_view text) {
    return parse_optimizer(text).value();
}

Session session_of(const char* formula) {
    Session session;
    session.landscape.formula = formula;
    session.starts = {{3, 2}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.1")}};
    return session;
}

/// The revisions of all parts, to see which were remade.
struct Revisions {
    std::uint64_t landscape, surface, map, paths, stationary;
    bool operator==(const Revisions&) const = default;
};

Revisions revisions(const Scene& scene) {
    return {scene.landscape().revision, scene.surface().revision, scene.map().revision, scene.paths().revision,
            scene.stationary().revision};
}

class SceneTest : public testing::Test {
  protected:
    void update() { scene.update(session, 400, 300); }
    /// Up to date and at rest, so that only an edit can change a revision.
    void settle() {
        update();
        scene.finish();
    }

    Session session = session_of("a x^2 + y^2");
    Scene scene;
};

TEST_F(SceneTest, MakesEveryPart) {
    settle();
    ASSERT_NE(scene.landscape().landscape, nullptr);
    EXPECT_FALSE(scene.landscape().error.has_value());
    EXPECT_EQ(scene.surface().grid.values.size(), 256U * 256U);
    EXPECT_EQ(scene.surface().grid.dx.size(), 256U * 256U);
    EXPECT_EQ(scene.map().grid.columns, 200);
    EXPECT_EQ(scene.map().grid.rows, 150);
    ASSERT_EQ(scene.paths().paths.size(), 1U);
    EXPECT_EQ(scene.paths().paths[0].trajectory.reason, StopReason::converged);
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    EXPECT_EQ(scene.stationary().report.points[0].kind, StationaryClass::minimum);
    EXPECT_FALSE(scene.busy());
    EXPECT_FALSE(scene.news());
}

TEST_F(SceneTest, StationaryPointsOfACurveAreTheZerosOfItsSlope) {
    session.landscape.formula = "x^2 sin(x)";
    session.landscape.domain = {-1, 8, 2, 3};
    scene.update(session, 400, 300);
    scene.finish();
    const StationaryReport& report = scene.stationary().report;
    EXPECT_TRUE(std::ranges::all_of(report.points, [](const StationaryPoint& p) { return p.y == 0; }));
    ASSERT_FALSE(report.points.empty());
    EXPECT_NEAR(report.points[0].x, 5.0869850941, 1e-9);
    EXPECT_TRUE(report.points[0].certified);
    EXPECT_EQ(report.points[0].kind, StationaryClass::minimum);
    EXPECT_TRUE(sentence(report, session.landscape.domain).contains("in [-1, 8]: "));
    EXPECT_EQ(scene.inspect(report.points[0].x, 2.5)->kind, StationaryClass::minimum);
    EXPECT_EQ(scene.inspect(1, 0)->kind, StationaryClass::none);
}

TEST_F(SceneTest, ARunOnACurveConvergesToItsMinimum) {
    session.landscape.formula = "x^2";
    settle();
    EXPECT_EQ(scene.paths().paths[0].trajectory.reason, StopReason::converged);
}

TEST_F(SceneTest, RemakesOnlyWhatAnEditChanges) {
    struct Case {
        const char* what;
        void (*edit)(Session&);
        bool landscape, surface, map, paths, stationary;
    };
    const Case cases[] = {
        {"nothing", [](Session&) {}, false, false, false, false, false},
        {"theme", [](Session& s) { s.display.theme = Theme::light; }, false, false, false, false, false},
        {"camera", [](Session& s) { s.display.camera.azimuth += 1; }, false, false, false, false, false},
        {"playback", [](Session& s) { s.playback.step = 7; }, false, false, false, false, false},
        {"map window", [](Session& s) { s.display.map = {0, 1, 0, 1}; }, false, false, true, false, false},
        {"start", [](Session& s) { s.starts[0].x = 1; }, false, false, false, true, false},
        {"another start", [](Session& s) { s.starts.push_back({1, 1}); }, false, false, false, true, false},
        {"learning rate", [](Session& s) { s.optimizers[0].optimizer = optimizer("sgd lr=0.2"); }, false, false, false,
         true, false},
        {"switched off", [](Session& s) { s.optimizers[0].enabled = false; }, false, false, false, true, false},
        {"steps", [](Session& s) { s.steps = 50; }, false, false, false, true, false},
        {"height scale", [](Session& s) { s.landscape.height_scale = HeightScaleKind::logarithmic; }, false, true, true,
         false, false},
        {"domain", [](Session& s) { s.landscape.domain.x1 = 7; }, false, true, true, true, true},
        {"parameter", [](Session& s) { s.landscape.parameters["a"] = 2; }, true, true, true, true, true},
        {"parameter not in use", [](Session& s) { s.landscape.parameters["b"] = 2; }, false, false, false, false,
         false},
        {"formula", [](Session& s) { s.landscape.formula = "a x^2 + 2y^2"; }, true, true, true, true, true},
        {"catalogue id", [](Session& s) { s.landscape.id = "mine"; }, false, false, false, false, false},
    };
    for (const Case& c : cases) {
        Scene made;
        Session edited = session;
        made.update(edited, 400, 300);
        made.finish();
        const Revisions before = revisions(made);
        c.edit(edited);
        made.update(edited, 400, 300);
        made.finish();
        const Revisions after = revisions(made);
        EXPECT_EQ(after.landscape != before.landscape, c.landscape) << c.what;
        EXPECT_EQ(after.surface != before.surface, c.surface) << c.what;
        EXPECT_EQ(after.map != before.map, c.map) << c.what;
        EXPECT_EQ(after.paths != before.paths, c.paths) << c.what;
        EXPECT_EQ(after.stationary != before.stationary, c.stationary) << c.what;
    }
}

TEST_F(SceneTest, AFormulaThatCannotBeReadKeepsTheLastGoodOneShown) {
    settle();
    const Revisions before = revisions(scene);
    for (const char* broken : {"x^^2", "", "sine(x)", "J(a, a) = a"}) {
        session.landscape.formula = broken;
        update();
        ASSERT_TRUE(scene.landscape().error.has_value()) << broken;
        EXPECT_FALSE(scene.landscape().error->message.empty());
        EXPECT_EQ(revisions(scene), before) << broken;
        EXPECT_EQ(scene.inspect(3, 2)->value, 13);
    }
    session.starts[0] = {1, 1};
    update();
    EXPECT_EQ(scene.paths().paths[0].trajectory.losses[0], 2) << "a start can still be dragged";

    session.landscape.formula = "x y";
    update();
    EXPECT_FALSE(scene.landscape().error.has_value());
    EXPECT_EQ(scene.inspect(3, 2)->value, 6);
}

TEST(Scene, WithoutAGoodFormulaThereIsNothing) {
    Scene scene;
    EXPECT_FALSE(scene.inspect(0, 0).has_value());
    scene.update(session_of("x^^2"), 400, 300);
    scene.finish();
    EXPECT_TRUE(scene.landscape().error.has_value());
    EXPECT_EQ(scene.landscape().landscape, nullptr);
    EXPECT_TRUE(scene.surface().grid.values.empty());
    EXPECT_TRUE(scene.paths().paths.empty());
    EXPECT_FALSE(scene.inspect(0, 0).has_value());
    EXPECT_FALSE(scene.busy());
}

TEST(Scene, OddLandscapesAreShownAsFarAsTheyGo) {
    for (const char* formula :
         {"1/0", "sqrt(-1)", "7", "x", "1e290 x", "1/(x y)", "exp(exp(x^2))", "floor(x) + step(y)"}) {
        Scene scene;
        scene.update(session_of(formula), 1, 0);
        EXPECT_EQ(scene.paths().paths.size(), 1U) << formula;
        EXPECT_GE(scene.map().grid.columns, 2) << formula;
        EXPECT_TRUE(scene.inspect(1, 2).has_value()) << formula;
    }
}

TEST(Scene, ADomainThatCannotBeDrawnLeavesTheOneBefore) {
    Session session = session_of("x + y");
    Scene scene;
    session.landscape.domain = {0, 1, 0, 2};
    scene.update(session, 400, 300);
    for (const Box& broken : {Box{1, 0, 0, 1}, Box{0, NAN, 0, 1}, Box{0, INFINITY, 0, 1}, Box{1, 1 + 1e-15, 0, 1}}) {
        session.landscape.domain = broken;
        session.display.map = broken;
        scene.update(session, 400, 300);
        EXPECT_EQ(scene.landscape().domain, (Box{0, 1, 0, 2}));
        EXPECT_TRUE(std::isfinite(scene.map().grid.box.width()));
    }
}

TEST_F(SceneTest, PathsAreThoseOfRun) {
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

TEST_F(SceneTest, EightPathsOfTwoThousandStepsAreThereInTheSameFrame) {
    session.landscape.formula = "ln(x^2 + y^2)";
    session.starts = {{3, 2}, {2, 1}, {1, 2}, {1, 1}};
    session.optimizers = {{.optimizer = optimizer("sgd lr=0.001")}, {.optimizer = optimizer("adam lr=0.001")}};
    session.steps = 2000;
    update();
    EXPECT_FALSE(scene.paths().catching_up);
    EXPECT_EQ(scene.paths().longest, 2000);
}

TEST_F(SceneTest, LongRunsCatchUpToWhatOneRunGives) {
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

TEST_F(SceneTest, MoreRowsThanMemoryShouldHoldAreShortened) {
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

TEST_F(SceneTest, DraggingOneStartLeavesTheOtherPathsAsTheyAre) {
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

TEST_F(SceneTest, StationaryPointsFollowInTheBackground) {
    session.landscape.formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    update();
    EXPECT_TRUE(scene.stationary().searching);
    EXPECT_TRUE(scene.stationary().report.points.empty());
    while (!scene.news()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    update();
    EXPECT_FALSE(scene.stationary().searching);
    EXPECT_FALSE(scene.news());
    EXPECT_FALSE(scene.busy());
    EXPECT_EQ(scene.stationary().report.points.size(), 9U);
}

TEST_F(SceneTest, OldMarksStayWhileAParameterMovesButNotWithAnotherFormula) {
    session.landscape.formula = "(x - a)^2 + y^2";
    settle();
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    session.landscape.parameters["a"] = 2;
    update();
    EXPECT_EQ(scene.stationary().report.points.size(), 1U);
    scene.finish();
    ASSERT_EQ(scene.stationary().report.points.size(), 1U);
    EXPECT_NEAR(scene.stationary().report.points[0].x, 2, 1e-9);
    session.landscape.formula = "x^2 - y^2 + x";
    update();
    EXPECT_TRUE(scene.stationary().report.points.empty());
}

TEST_F(SceneTest, AHeldSliderCancelsSearchesAndTheLastOneCounts) {
    session.landscape.formula = "sin(a x) cos(y) + (x^2 + y^2)/50";
    for (int i = 0; i < 50; ++i) {
        session.landscape.parameters["a"] = 1 + 0.01 * i;
        update();
    }
    scene.finish();
    Scene fresh;
    fresh.update(session, 400, 300);
    fresh.finish();
    ASSERT_EQ(scene.stationary().report.points.size(), fresh.stationary().report.points.size());
    EXPECT_EQ(scene.stationary().report.points[0].x, fresh.stationary().report.points[0].x);
}

TEST(Scene, MayBeLeftInTheMiddleOfASearch) {
    for (int i = 0; i < 20; ++i) {
        Scene scene;
        scene.update(session_of("sin(9x) cos(8y) + sin(x y)"), 40, 30);
        if (i % 2 == 1) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

TEST_F(SceneTest, LevelsAreSharedByBothViewsAndFinerWhenZoomedIn) {
    update();
    const std::size_t count = scene.surface().levels.size();
    EXPECT_GE(count, 12U);
    EXPECT_LE(count, 30U);
    EXPECT_EQ(scene.map().levels, scene.surface().levels);
    session.display.map = {1.0, 1.01, 1.0, 1.01};
    update();
    const auto in_view =
        std::ranges::count_if(scene.map().levels, [](double level) { return level > 2 && level < 2.04; });
    EXPECT_GE(in_view, 8);
}

TEST_F(SceneTest, InspectsAPoint) {
    session.landscape.formula = "x^2 - 3y^2 + x y";
    update();
    const Inspection at = scene.inspect(1, 2).value();
    EXPECT_EQ(at.x, 1);
    EXPECT_EQ(at.y, 2);
    EXPECT_EQ(at.value, -9);
    EXPECT_EQ(at.gradient, (std::array<double, 2>{4, -11}));
    EXPECT_EQ(at.hessian, (std::array<std::array<double, 2>, 2>{{{2, 1}, {1, -6}}}));
    EXPECT_NEAR(at.eigen.values[0] + at.eigen.values[1], -4, 1e-12);
    EXPECT_EQ(at.kind, StationaryClass::none);
    EXPECT_EQ(scene.inspect(0, 0)->kind, StationaryClass::saddle);

    session.landscape.formula = "|x| + y^2";
    update();
    EXPECT_FALSE(scene.inspect(0, 0)->differentiable);
    EXPECT_EQ(scene.inspect(0, 0)->kind, StationaryClass::none);
    EXPECT_TRUE(scene.inspect(1, 0)->differentiable);

    session.landscape.formula = "sqrt(x)";
    update();
    EXPECT_TRUE(std::isnan(scene.inspect(-1, 0)->value));
    EXPECT_EQ(scene.inspect(-1, 0)->kind, StationaryClass::none);
}

TEST(MapWindow, IsWidenedToTheViewAboutItsMiddle) {
    struct Case {
        Box wanted, domain;
        int width, height;
        Box expected;
    };
    const Box unit{0, 1, 0, 1};
    const Case cases[] = {
        {unit, unit, 100, 100, unit},
        {unit, unit, 200, 100, {-0.5, 1.5, 0, 1}},
        {unit, unit, 100, 200, {0, 1, -0.5, 1.5}},
        {{0, 2, 0, 1}, {0, 2, 0, 1}, 200, 100, {0, 2, 0, 1}},
        {{0, 2, 0, 1}, {0, 2, 0, 1}, 100, 100, {0, 2, -0.5, 1.5}},
        // A domain of 10 : 1 is drawn as 3 : 1.
        {{0, 10, 0, 1}, {0, 10, 0, 1}, 300, 100, {0, 10, 0, 1}},
        {{0, 10, 0, 1}, {0, 10, 0, 1}, 600, 100, {-5, 15, 0, 1}},
        {{0, 1, 0, 10}, {0, 1, 0, 10}, 100, 300, {0, 1, 0, 10}},
        {{4, 5, 4, 5}, {-5, 5, -5, 5}, 200, 100, {3.5, 5.5, 4, 5}},
        {unit, unit, 0, -7, unit},
    };
    for (const Case& c : cases) {
        const Box box = map_window(c.wanted, c.domain, c.width, c.height);
        EXPECT_NEAR(box.x0, c.expected.x0, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.x1, c.expected.x1, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.y0, c.expected.y0, 1e-12) << c.width << "x" << c.height;
        EXPECT_NEAR(box.y1, c.expected.y1, 1e-12) << c.width << "x" << c.height;
        const Box again = map_window(box, c.domain, c.width, c.height);
        EXPECT_NEAR(again.x0, box.x0, 1e-12) << "widening what is wide enough changes nothing";
        EXPECT_NEAR(again.y1, box.y1, 1e-12);
    }
}

}  // namespace
}  // namespace thalweg

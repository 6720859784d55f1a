#include "app/scene/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/app/scene/scene_fixture.h"

namespace thalweg {
namespace {

/// The revisions of all parts, to see which were remade.
struct Revisions {
    std::uint64_t landscape, surface, map, paths, stationary;
    bool operator==(const Revisions&) const = default;
};

Revisions revisions(const Scene& scene) {
    return {scene.landscape().revision, scene.surface().revision, scene.map().revision, scene.paths().revision,
            scene.stationary().revision};
}

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

}  // namespace
}  // namespace thalweg

// The lenses that look at curves, through what they draw.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/lenses/lens.h"
#include "app/view/curve_placement.h"
#include "app/view/curve_plot.h"

namespace thalweg {
namespace {

constexpr ViewFrame frame{.width = 900, .height = 600};

struct Opened {
    Session session;
    Scene scene;
    InterfaceState state;
    std::unique_ptr<Lens> lens;

    Opened(const std::string& formula, const Box& domain, LensKind kind, std::unique_ptr<Lens> made)
        : lens(std::move(made)) {
        session.landscape = {.id = "", .formula = formula, .domain = domain};
        session.display.map = domain;
        session.study.lens = kind;
        session.study.pinned = true;
    }
    void update() {
        scene.update(session, 1, 1);
        scene.finish();
        scene.update(session, 1, 1);
        lens->update({session, scene, state, {session.study.x, session.study.y}});
    }
    CurvePlot plot() const { return curve_plot(session, scene, frame); }
    std::vector<Label> draw(Ink& ink) const {
        std::vector<Label> labels;
        lens->draw(ink, labels, CurvePlacement(scene, plot(), 1), ink_style(session.display, frame));
        return labels;
    }
};

/// The slope, in the curve's units, of the last stroke drawn.
double slope_of_last(const Ink& ink, const CurvePlot& plot) {
    const InkStroke& line = ink.strokes().back();
    return (line.ay - line.by) / plot.y_scale() / ((line.bx - line.ax) / plot.x_scale());
}

TEST(SecantLens, DrawsTheLineThroughPAndQ) {
    Opened opened("x^2", {-4, 4, -1, 1}, LensKind::secant, make_secant_lens());
    opened.session.study.x = 1;
    opened.session.study.dx = 2;
    opened.update();
    Ink ink;
    const std::vector<Label> labels = opened.draw(ink);
    EXPECT_NEAR(slope_of_last(ink, opened.plot()), 4, 1e-2) << "(9 − 1)/2";
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].text, "P");
    EXPECT_EQ(labels[1].text, "Q");
    EXPECT_LT(labels[0].x, labels[1].x);
}

TEST(SecantLens, TheSecantBecomesTheTangentAsQComesToP) {
    Opened opened("x^2 sin(x)", {-1, 8, -1, 1}, LensKind::secant, make_secant_lens());
    opened.session.study.x = 3.6;
    double last = 1e9;
    for (const double dx : {1.0, 0.1, 0.01}) {
        opened.session.study.dx = dx;
        opened.update();
        Ink ink;
        opened.draw(ink);
        const double error = std::abs(slope_of_last(ink, opened.plot()) + 14.808);
        EXPECT_LT(error, last);
        last = error;
    }
    EXPECT_LT(last, 0.1);
    const std::uint64_t revision = opened.lens->revision();
    opened.update();
    EXPECT_EQ(opened.lens->revision(), revision) << "nothing has changed";
}

TEST(SecantLens, WithoutAnArmOnlyTheTangentIsLeft) {
    Opened opened("x^2", {-4, 4, -1, 1}, LensKind::secant, make_secant_lens());
    opened.session.study.x = 1;
    opened.session.study.dx = 0;
    opened.update();
    Ink ink;
    EXPECT_EQ(opened.draw(ink).size(), 1U);
    EXPECT_NEAR(slope_of_last(ink, opened.plot()), 2, 1e-2);
}

TEST(CandidatesLens, NumbersThemByRank) {
    Opened opened("|x - 1| + x^2/4", {-3, 4, -1, 1}, LensKind::candidates, make_candidates_lens());
    opened.update();
    Ink ink;
    const std::vector<Label> labels = opened.draw(ink);
    ASSERT_EQ(labels.size(), 3U);
    const auto x_of = [&](std::string_view rank) {
        const auto label = std::ranges::find(labels, rank, &Label::text);
        return opened.plot().x(label->x);
    };
    EXPECT_NEAR(x_of("1"), 1, 0.3) << "the kink";
    EXPECT_NEAR(x_of("2"), -3, 0.3);
    EXPECT_NEAR(x_of("3"), 4, 0.3);
}

TEST(CandidatesLens, FollowsTheInterval) {
    Opened opened("x^2 sin(x)", {0, 9, -1, 1}, LensKind::candidates, make_candidates_lens());
    const auto best = [&] {
        opened.update();
        Ink ink;
        const std::vector<Label> labels = opened.draw(ink);
        return opened.plot().x(std::ranges::find(labels, "1", &Label::text)->x);
    };
    EXPECT_NEAR(best(), 5.087, 0.3);
    opened.session.landscape.domain.x1 = opened.session.display.map.x1 = 10;
    EXPECT_NEAR(best(), 10, 0.3);
}

TEST(CandidatesLens, HasNothingToDrawOnASurface) {
    Opened opened("x^2 + y^2", {-3, 4, -1, 1}, LensKind::candidates, make_candidates_lens());
    opened.update();
    Ink ink;
    EXPECT_TRUE(opened.draw(ink).empty());
    EXPECT_TRUE(ink.strokes().empty());
}

TEST(CurvatureOfACurve, HasNoEigenvectors) {
    Opened on("x^2 sin(x)", {-8, 8, -8, 8}, LensKind::curvature, make_curvature_lens());
    on.session.study.x = 3.6;
    on.update();
    Ink ink;
    EXPECT_TRUE(on.draw(ink).empty());
    EXPECT_FALSE(ink.strokes().empty()) << "the model is drawn all the same";
}

TEST(BlindfoldOnACurve, ArrowKeysWalkAlongXAlone) {
    Opened on("x^2 sin(x)", {-8, 8, -8, 8}, LensKind::blindfold, make_blindfold_lens());
    on.session.starts = {{3.6, 0}};
    on.update();
    ASSERT_TRUE(on.lens->veil().has_value());
    const auto press = [&](int right, int up) {
        on.state.blind_step = {.count = on.state.blind_step.count + 1, .right = right, .up = up};
        on.update();
        return on.lens->veil()->x;
    };
    EXPECT_EQ(press(0, 1), 3.6);
    const double there = press(1, 0);
    EXPECT_GT(there, 3.6);
    EXPECT_DOUBLE_EQ(press(-1, 0), 3.6);
}

TEST(SlopesOfACurve, DrawItsTangentAlongXAlone) {
    Opened on("x^2 sin(x)", {-8, 8, -8, 8}, LensKind::slopes, make_slopes_lens());
    on.session.study.x = 3.6;
    on.session.study.dx = 0.8;
    on.session.study.dy = 3;  // of an arm that was held over a surface
    on.update();
    Ink ink;
    EXPECT_TRUE(on.draw(ink).empty()) << "neither ∇f nor u";
    EXPECT_TRUE(ink.arrows().empty());
    EXPECT_NEAR(slope_of_last(ink, on.plot()), -14.808, 2e-3) << "2x sin x + x² cos x";
}

TEST(PredictionOnACurve, TakesOfTheArmWhatLiesAlongX) {
    Opened on("x^2", {-4, 4, -4, 4}, LensKind::prediction, make_prediction_lens());
    on.session.study.x = 1;
    on.session.study.dx = 1;
    on.update();
    const auto before = on.lens->revision();
    on.session.study.dy = 2;
    on.update();
    EXPECT_EQ(on.lens->revision(), before) << "what lies along y changes nothing";
}

TEST(SystemOfACurve, DrawsNoLines) {
    Opened on("x^2", {-4, 4, -4, 4}, LensKind::system, make_system_lens());
    on.update();
    Ink ink;
    on.draw(ink);
    EXPECT_TRUE(ink.strokes().empty());
}

}  // namespace
}  // namespace thalweg

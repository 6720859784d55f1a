#include "app/view/curve_view.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/scene/contrast.h"
#include "app/scene/near_zero.h"
#include "app/view/curve_drawing.h"
#include "app/view/curve_ink.h"
#include "app/view/curve_paths.h"
#include "app/view/curve_placement.h"
#include "app/view/curve_plot.h"
#include "app/view/path_letters.h"
#include "app/view/world.h"
#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

constexpr ViewFrame frame{.width = 900, .height = 600};

/// A curve with its scene up to date.
struct Shown {
    Session session;
    Scene scene;

    explicit Shown(const std::string& formula, const Box& domain = {-5, 5, -1, 1})
        : session(session_on(formula, domain)) {
        update();
    }
    void update() { scene.update(session, 1, 1); }
    CurvePlot plot() const { return curve_plot(session, scene, frame); }
};

TEST(CurveView, PicksWhatItProjects) {
    const Shown shown("x^2 sin(x)", {-1, 8, -1, 1});
    const CurvePlot plot = shown.plot();
    for (const double x : {-1.0, 0.0, 3.6, 5.25, 8.0}) {
        const PixelPoint pixel = CurveView::project(shown.session, shown.scene, frame, x);
        EXPECT_NEAR(CurveView::pick(shown.session, frame, pixel.x, pixel.y).x, x, 1e-12);
        EXPECT_EQ(CurveView::pick(shown.session, frame, pixel.x, pixel.y).y, 0);
        EXPECT_NEAR(plot.y(pixel.y), x * x * std::sin(x), 1e-10) << "the point lies on the curve";
    }
    for (double px = 70; px < 870; px += 37) {
        const double x = CurveView::pick(shown.session, frame, px, 200).x;
        EXPECT_NEAR(CurveView::project(shown.session, shown.scene, frame, x).x, px, 1e-9);
    }
}

TEST(CurveView, ShowsTheWholeDomainWithALittleBeyondAndAllItsValues) {
    const CurvePlot plot = Shown("x^2", {-4, 2, -1, 1}).plot();
    EXPECT_LT(plot.x0, -4);
    EXPECT_GT(plot.x0, -5);
    EXPECT_GT(plot.x1, 2);
    EXPECT_LT(plot.y0, 0);
    EXPECT_GT(plot.y1, 16);
    EXPECT_LT(plot.y1, 25);
}

TEST(CurveView, PolesDoNotFlattenTheRest) {
    for (const char* formula : {"1/x", "tan(x)", "1/x^2"}) {
        const CurvePlot plot = Shown(formula).plot();
        EXPECT_LT(plot.y1, 40) << formula;
        EXPECT_GT(plot.y0, -40) << formula;
    }
}

TEST(CurveView, NarrowWellsAndSteepWallsAreShownWhole) {
    EXPECT_LT(Shown("-exp(-100x^2)").plot().y0, -1);
    EXPECT_GT(Shown("x^4").plot().y1, 625);
    EXPECT_GT(Shown("exp(x)").plot().y1, std::exp(5.0));
}

TEST(CurveView, StartsOutsideOfThePlotAreHeldAtItsEdge) {
    const Shown shown("1/x");
    const CurvePlot plot = shown.plot();
    EXPECT_EQ(CurveView::project(shown.session, shown.scene, frame, 1e-6).y, plot.top);
    EXPECT_EQ(CurveView::project(shown.session, shown.scene, frame, -1e-6).y, plot.bottom());
    const Shown logarithm("ln(x)");
    EXPECT_EQ(CurveView::project(logarithm.session, logarithm.scene, frame, -2).y, logarithm.plot().bottom());
}

TEST(CurvePlacement, BringsHeightsOfTheSurfaceBackToValues) {
    Shown shown("x^3 - x", {-3, 3, -1, 1});
    for (const HeightScaleKind kind :
         {HeightScaleKind::linear, HeightScaleKind::logarithmic, HeightScaleKind::clipped}) {
        shown.session.landscape.height_scale = kind;
        shown.update();
        const HeightScale& scale = shown.scene.surface().scale;
        const CurvePlacement placement(shown.scene, shown.plot(), 1);
        for (const double x : {-2.9, -1.0, 0.3, 2.0, 2.9, 3.1}) {
            const double f = x * x * x - x;
            EXPECT_NEAR(placement.value(Spot{x, 0.7, surface_z(scale, f)}), f, 1e-9) << x;
            EXPECT_NEAR(placement.value(Spot{x, 0, line_z(scale, f + 30)}), f + 30, 1e-9) << "off the surface";
        }
    }
}

TEST(CurvePlacement, LinesEndAtThePlotsEdge) {
    const Shown shown("x^2", {-2, 2, -1, 1});
    const CurvePlacement placement(shown.scene, shown.plot(), 1);
    const CurvePlot& plot = placement.plot();
    std::vector<Polyline> lines;
    placement.clip(std::vector<PixelPoint>{{plot.left - 50, 100}, {200, 100}, {200, plot.bottom() + 1e9}}, lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].front().x, static_cast<float>(plot.left));
    EXPECT_EQ(lines[0].back().y, static_cast<float>(plot.bottom()));
    lines.clear();
    placement.clip(std::vector<PixelPoint>{{200, 100}, {std::nan(""), 100}, {300, 100}}, lines);
    EXPECT_TRUE(lines.empty());
}

/// Words of a view's labels that begin with these.
int count_labels(const std::vector<Label>& labels, std::string_view beginning) {
    int count = 0;
    for (const Label& label : labels) count += label.text.starts_with(beginning) ? 1 : 0;
    return count;
}

TEST(CurvePaths, TheTangentSaysTheSlopeAtTheCurrentPoint) {
    Shown shown("x^2 sin(x)", {-1, 8, -1, 1});
    shown.session.starts = {{3.6, 0}};
    shown.session.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.01")}};
    shown.update();
    const InkStyle style = ink_style(shown.session.display, frame);
    const CurvePlot plot = shown.plot();
    const CurvePlacement placement(shown.scene, plot, 1);
    Words words(style, plot.left, plot.top, plot.right(), plot.bottom());
    Ink ink;
    const std::vector<PathTrace> traces = trace_hops(shown.session, shown.scene, placement);
    draw_tangents(ink, traces, placement, style);
    name_slopes(words, traces, placement, style);
    ASSERT_EQ(words.labels().size(), 1U);
    EXPECT_EQ(words.labels()[0].text, "slope −14.81");
    ASSERT_FALSE(ink.strokes().empty());
    const InkStroke& line = ink.strokes().back();
    const double slope = (line.ay - line.by) / plot.y_scale() / ((line.bx - line.ax) / plot.x_scale());
    EXPECT_NEAR(slope, -14.808, 0.01);
}

TEST(CurvePaths, SlopesHaveTheirOptimizersColours) {
    Shown shown("x^2", {-4, 4, -1, 1});
    shown.session.starts = {{3, 0}};
    shown.session.optimizers.clear();
    for (const char* method : {"sgd lr=0.05", "adam lr=0.5"}) add_optimizer(shown.session, *parse_optimizer(method));
    shown.session.playback.step = 4;
    shown.update();
    for (const Theme theme : {Theme::dark, Theme::light}) {
        shown.session.display.theme = theme;
        const InkStyle style = ink_style(shown.session.display, frame);
        const CurvePlot plot = shown.plot();
        const CurvePlacement placement(shown.scene, plot, 1);
        Words words(style, plot.left, plot.top, plot.right(), plot.bottom());
        name_slopes(words, trace_hops(shown.session, shown.scene, placement), placement, style);
        ASSERT_EQ(words.labels().size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(words.labels()[i].color, path_letters(shown.session.optimizers[i].color, style));
            EXPECT_GE(contrast(words.labels()[i].color, style.theme.background), 4.4);
        }
    }
}

/// The drawing of a curve at rest, without a lens.
std::vector<Label> words_of(const Shown& shown) {
    return draw_curve(shown.session, shown.scene, frame, {}, {}, nullptr).labels;
}

TEST(CurveDrawing, NumbersThatAreOnlyRoundingReadZero) {
    Shown shown("x^2 sin(x)");
    shown.scene.finish();
    EXPECT_EQ(count_labels(words_of(shown), "degenerate (0, 0)"), 1);
    EXPECT_EQ(zero_if_tiny(1e-15, 2e-14), 1e-15) << "what is small in a small picture is shown";
    EXPECT_EQ(zero_if_tiny(-3e-9, 1e4), 0);
}

TEST(CurveDrawing, NamesOfStationaryPointsStandBesideTheirMarksWhateverTheSlopes) {
    Shown shown("x^3 - 3x", {-3, 3, -1, 1});
    shown.session.optimizers.clear();
    for (const char* method : {"sgd lr=0.05", "adam lr=0.1"}) add_optimizer(shown.session, *parse_optimizer(method));
    const CurvePlot plot = shown.plot();
    for (const double start : {-1.4, -1.0, -0.7, 0.6, 1.2}) {
        shown.session.starts = {{start, 0}};
        shown.update();
        shown.scene.finish();
        for (const Label& label : words_of(shown)) {
            if (!label.text.starts_with("maximum")) continue;
            const PixelPoint mark = plot.pixel(-1, 2);
            EXPECT_LT(std::hypot(label.x - mark.x, label.y - mark.y), 24) << start;
        }
        EXPECT_EQ(count_labels(words_of(shown), "maximum"), 1) << start;
    }
}

TEST(CurvePaths, HeadsAreOnTheCurveAtStepsAndAboveTheStraightWayBetweenThem) {
    Shown shown("x^2", {-4, 4, -1, 1});
    shown.session.starts = {{3, 0}};
    shown.session.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.9")}};
    shown.update();
    const CurvePlacement placement(shown.scene, shown.plot(), 1);
    EXPECT_NEAR(placement.value(trace_hops(shown.session, shown.scene, placement)[0].head.spot), 9, 1e-9);
    shown.session.playback.step = 0.5;
    const PathHead head = trace_hops(shown.session, shown.scene, placement)[0].head;
    EXPECT_NEAR(head.spot.x, 0.3, 1e-9);
    EXPECT_GT(placement.value(head.spot), (9 + 2.4 * 2.4) / 2);
    shown.session.playback.step = 1;
    EXPECT_NEAR(placement.value(trace_hops(shown.session, shown.scene, placement)[0].head.spot), 2.4 * 2.4, 1e-9);
}

TEST(CurveInk, TheLaneTellsWhereTheCurveFallsAndRises) {
    const Shown shown("x^3 - 3x", {-3, 3, -1, 1});
    std::vector<Label> labels;
    Ink ink;
    draw_slope_lane(ink, labels, shown.scene, shown.plot(), ink_style(shown.session.display, frame));
    EXPECT_EQ(count_labels(labels, "f′ > 0"), 2);
    EXPECT_EQ(count_labels(labels, "f′ < 0"), 1);
    const Shown steps("floor(x)", {-3, 3, -1, 1});
    labels.clear();
    draw_slope_lane(ink, labels, steps.scene, steps.plot(), ink_style(steps.session.display, frame));
    EXPECT_EQ(count_labels(labels, "f′ = 0"), 1);
}

TEST(CurveWords, CoverNeitherEachOtherNorWhatIsToBeSeen) {
    Words words(ink_style(Display{}, frame), 0, 0, 400, 300);
    words.avoid(100, 100, 10);
    words.write("covered", {{100, 100, 0.5F, 0.5F}}, 12, {});
    EXPECT_TRUE(words.labels().empty());
    words.write("second place", {{100, 100, 0.5F, 0.5F}, {200, 200, 0.5F, 0.5F}}, 12, {});
    ASSERT_EQ(words.labels().size(), 1U);
    EXPECT_EQ(words.labels()[0].x, 200);
    words.write("on the other", {{210, 202, 0.5F, 0.5F}}, 12, {});
    words.write("outside", {{395, 200, 0.5F, 0.5F}}, 12, {});
    EXPECT_EQ(words.labels().size(), 1U);
}

}  // namespace
}  // namespace thalweg

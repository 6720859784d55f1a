#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "app/document/write_file.h"
#include "app/export/png.h"
#include "app/figure/figure.h"
#include "app/figure/ink_figure.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

Session descent() {
    Session session;
    session.landscape.formula = "x^2 + 4y^2";
    session.landscape.domain = {-2, 2, -1, 1};
    session.display.map = session.landscape.domain;
    session.starts = {{1.5, 0.5}};
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    add_optimizer(session, *parse_optimizer("adam lr=0.1"));
    session.steps = 20;
    session.playback.step = 20;
    return session;
}

std::string text_of(const FigureOptions& options, const Session& session = descent()) {
    Scene scene;
    const auto bytes = vector_figure(session, scene, options);
    if (!bytes) return "error: " + bytes.error();
    return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

TEST(VectorPath, InsetMovesEverySide) {
    const std::vector<FigurePoint> square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const auto smaller = inset(square, 2), larger = inset(square, -1);
    EXPECT_NEAR(smaller[0].x, 2, 1e-12);
    EXPECT_NEAR(smaller[2].y, 8, 1e-12);
    EXPECT_NEAR(larger[1].x, 11, 1e-12);
    EXPECT_NEAR(larger[1].y, -1, 1e-12);
    const std::vector<FigurePoint> clockwise(square.rbegin(), square.rend());
    EXPECT_NEAR(inset(clockwise, 2)[0].x, 2, 1e-12) << "inwards, whichever way round";
}

TEST(InkFigure, MarksAreSymmetricAndAboutAsLargeAsTheirRadius) {
    for (const InkShape shape : {InkShape::square, InkShape::triangle_up, InkShape::diamond, InkShape::triangle_down,
                                 InkShape::plus, InkShape::star, InkShape::cross, InkShape::hourglass}) {
        const auto polygon = mark_polygon(shape);
        ASSERT_GE(polygon.size(), 3U);
        double sideways = 0, reach = 0;
        for (const FigurePoint& point : polygon) {
            sideways += point.x;
            reach = std::max(reach, std::hypot(point.x, point.y));
        }
        EXPECT_NEAR(sideways, 0, 1e-9);
        EXPECT_GT(reach, 0.95);
        EXPECT_LT(reach, 1.3);
    }
}

TEST(MapFigure, SvgHasItsSizeInMillimetresAndItsWordsAsText) {
    const std::string svg = text_of({.format = FigureFormat::svg, .width_mm = 100, .height_mm = 80});
    EXPECT_NE(svg.find("width=\"100mm\" height=\"80mm\""), std::string::npos);
    for (const char* word : {">Gradient descent</text>", ">Adam</text>", ">−1</text>", ">f</text>"})
        EXPECT_NE(svg.find(word), std::string::npos) << word;
    for (const char* layer : {"ground", "level-lines", "gradient-field", "paths", "axes", "legend"})
        EXPECT_NE(svg.find(std::string("id=\"") + layer + '"'), std::string::npos) << layer;
    EXPECT_EQ(svg.find("nan"), std::string::npos);
}

TEST(MapFigure, LegendGroundAndPaperAreChoices) {
    const std::string bare =
        text_of({.format = FigureFormat::svg, .ground = FigureGround::lines, .legend = false, .transparent = true});
    EXPECT_EQ(bare.find("id=\"legend\""), std::string::npos);
    const std::string full = text_of({.format = FigureFormat::svg, .transparent = false});
    EXPECT_NE(full.find("fill=\"#fafaf7\""), std::string::npos) << "the light theme's paper";
    EXPECT_EQ(bare.find("fill=\"#fafaf7\""), std::string::npos);
    EXPECT_GT(full.size(), bare.size());
}

TEST(MapFigure, HolesAndPolesAreNoTrouble) {
    for (const char* formula : {"ln(x) + y^2", "1/(x*y)", "sqrt(x^2 + y^2 - 0.5)", "5", "|x| + |y|"}) {
        Session session = descent();
        session.landscape.formula = formula;
        const std::string svg = text_of({.format = FigureFormat::svg}, session);
        EXPECT_TRUE(svg.ends_with("</svg>\n")) << formula;
        EXPECT_EQ(svg.find("nan"), std::string::npos) << formula;
        EXPECT_EQ(svg.find("inf"), std::string::npos) << formula;
    }
}

TEST(MapFigure, BasinsAreRegionsOfTheirColours) {
    Session session = descent();
    session.study.lens = LensKind::basins;
    session.ensemble.optimizer = 0;
    const std::string svg = text_of({.format = FigureFormat::svg}, session);
    EXPECT_TRUE(svg.ends_with("</svg>\n"));
    EXPECT_NE(svg.find("fill=\"#3f8fe0\""), std::string::npos) << "the first minimum's colour";
    EXPECT_EQ(svg.find(">f</text>"), std::string::npos) << "colours are no heights";
    const std::string lines = text_of({.format = FigureFormat::svg, .ground = FigureGround::lines}, session);
    EXPECT_EQ(lines.find("fill=\"#3f8fe0\""), std::string::npos);
}

/// x² sin x with a run down it.
Session curve() {
    Session session = descent();
    session.landscape.formula = "x^2 sin(x)";
    session.landscape.domain = session.display.map = {-1, 8, -1, 1};
    session.starts = {{3.6, 0}};
    return session;
}

TEST(CurveFigure, IsMadeOfPathsAndWords) {
    const std::string svg = text_of({.format = FigureFormat::svg}, curve());
    for (const char* layer : {"axes", "ground", "curve", "words", "legend"})
        EXPECT_NE(svg.find(std::string("id=\"") + layer + '"'), std::string::npos) << layer;
    for (const char* words : {">f(x)", "f′ < 0", "maximum (2.289"}) {
        const std::string shown = std::string(words) == "f′ < 0" ? "f′ &lt; 0" : words;
        EXPECT_NE(svg.find(shown), std::string::npos) << shown;
    }
    EXPECT_NE(svg.find("linearGradient"), std::string::npos) << "the fill under the curve";
    EXPECT_LT(std::ranges::count(svg, 'M'), 400) << "no column of a screen's pixels is a path of its own";
    EXPECT_EQ(svg.find("nan"), std::string::npos);
}

TEST(CurveFigure, BasinsEndSharplyUnderTheCurve) {
    Session session = curve();
    const std::string heights = text_of({.format = FigureFormat::svg}, session);
    session.study.lens = LensKind::basins;
    const std::string basins = text_of({.format = FigureFormat::svg}, session);
    const auto count = [](const std::string& text, std::string_view what) {
        int found = 0;
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
        return found;
    };
    EXPECT_GT(count(basins, "<stop"), 4 * count(heights, "<stop")) << "not blurred over several pixels";
    EXPECT_EQ(basins.find("nan"), std::string::npos);
}

TEST(CurveFigure, PolesAndGapsAreNoTrouble) {
    for (const char* formula : {"1/x", "ln(x)", "sqrt(-x)", "floor(x)", "tan(x)", "x/0"}) {
        Session session = curve();
        session.landscape.formula = formula;
        const std::string svg = text_of({.format = FigureFormat::svg}, session);
        EXPECT_TRUE(svg.ends_with("</svg>\n")) << formula << svg.substr(0, 100);
        EXPECT_EQ(svg.find("nan"), std::string::npos) << formula;
        EXPECT_EQ(svg.find("inf"), std::string::npos) << formula;
    }
}

/// Both files drawn by programs of others: they must show the same.
void expect_alike(const Session& session, const std::string& name) {
    const fs::path folder = fs::path(testing::TempDir()) / name;
    fs::create_directories(folder);
    const auto run = [&](const std::string& command) {
        return std::system((command + " 2>/dev/null").c_str());  // NOLINT: file names of our own
    };
    FigureOptions options{.format = FigureFormat::svg, .width_mm = 100, .height_mm = 80, .transparent = false};
    ASSERT_EQ(write_file(folder / "map.svg", std::string_view(text_of(options, session))), "");
    options.format = FigureFormat::pdf;
    ASSERT_EQ(write_file(folder / "map.pdf", std::string_view(text_of(options, session))), "");
    const std::string base = (folder / "map").string();
    ASSERT_EQ(run("rsvg-convert -d 127 -p 127 " + base + ".svg -o " + base + "_svg.png"), 0);
    ASSERT_EQ(run("pdftoppm -r 127 -singlefile -png " + base + ".pdf " + base + "_pdf"), 0);
    const auto svg = read_png(base + "_svg.png"), pdf = read_png(base + "_pdf.png");
    ASSERT_TRUE(svg && pdf);
    EXPECT_EQ(svg->width, 500);
    EXPECT_EQ(svg->height, 400);
    ASSERT_NEAR(pdf->width, 500, 1);
    double difference = 0;
    for (int y = 0; y < 399; ++y) {
        for (int x = 0; x < 499; ++x) {
            const auto at = [&](const Picture& picture) {
                return picture.rgb[3 * static_cast<std::size_t>(y * picture.width + x) + 1];
            };
            difference += std::abs(at(*svg) - at(*pdf));
        }
    }
    // Edges are smoothed otherwise, and the weight of letters differs a little.
    EXPECT_LT(difference / (499 * 399), 4.0);
}

TEST(MapFigure, SvgAndPdfLookAlike) {
    expect_alike(descent(), "map_figure");
}

TEST(CurveFigure, SvgAndPdfLookAlike) {
    expect_alike(curve(), "curve_figure");
}

}  // namespace
}  // namespace thalweg

#include "app/export/matplotlib_script.h"

#include <gtest/gtest.h>

#include "tests/app/export/python.h"

namespace thalweg {
namespace {

Session session_of(std::string formula) {
    Session session;
    session.landscape.formula = std::move(formula);
    session.landscape.domain = session.display.map = {-2, 2, -2, 2};
    session.starts = {{1.5, 1}};
    for (const char* text : {"sgd lr=0.1", "adam lr=0.1"}) add_optimizer(session, *parse_optimizer(text));
    session.steps = 30;
    session.playback.step = 20;
    return session;
}

std::string script_of(const Session& session, ViewLayout view = ViewLayout::contour) {
    const auto script = matplotlib_script(session, {.view = view});
    return script ? *script : "error: " + script.error();
}

TEST(MatplotlibScript, HasFormulaRunsPointsAndColours) {
    Session session = session_of("x^2 - a y^2");
    session.landscape.parameters["a"] = 0.5;
    const std::string script = script_of(session);
    for (const char* part :
         {"def f(x, y, a=np.float64(0.5)):\n", "return x**2 - a * y**2", "\"Gradient descent\"", "\"#E69F00\"",
          "\"Adam\"", "(1.5, 1.0, 1.75),", "# saddle", "plt.get_cmap(\"viridis\")", "STEP = 20", "def draw_map("})
        EXPECT_NE(script.find(part), std::string::npos) << part;
    EXPECT_EQ(script.find("def draw_surface("), std::string::npos) << "what is not needed is left out";
}

TEST(MatplotlibScript, OfMoreThanTwoVariablesThePlaneIsDrawnWhereTheRunStands) {
    Session session = session_of("x^2 + y^2 + z^2");
    session.landscape.parameters["y"] = 4;
    session.landscape.slice.axes = "x,z";
    session.playback.step = 1;
    const std::string script = script_of(session);
    EXPECT_NE(script.find("def f(x, z, y=np.float64(3.2)):\n    return x**2 + y**2 + z**2\n"), std::string::npos)
        << script;
    // At step 1 the slice has 1.2² + 3.2² + 0.8² there; the start lies above it.
    EXPECT_NE(script.find("(1.5, 1.0, 13.49"), std::string::npos) << script;
}

TEST(MatplotlibScript, AFormulaThatCannotBeReadIsAnError) {
    EXPECT_TRUE(script_of(session_of("x +")).starts_with("error: the formula cannot be read: "));
}

class MatplotlibRuns : public testing::TestWithParam<std::pair<const char*, ViewLayout>> {};

/// The script runs, without a warning, and its picture is not blank: so many colours are in it.
TEST_P(MatplotlibRuns, AndDraws) {
    if (!python_has("matplotlib")) GTEST_SKIP() << "python3-matplotlib is not installed";
    Session session = session_of(GetParam().first);
    session.landscape.height_scale = GetParam().second == ViewLayout::surface ? HeightScaleKind::clipped
                                     : GetParam().second == ViewLayout::both  ? HeightScaleKind::logarithmic
                                                                              : HeightScaleKind::linear;
    session.display.colormap = GetParam().second == ViewLayout::both ? Colormap::blue_to_red : Colormap::viridis;
    const std::string judge =
        "import sys\nimport matplotlib\nmatplotlib.use('Agg')\nsys.argv = ['figure', 'figure.png']\n" +
        script_of(session, GetParam().second) +
        "    picture = plt.imread('figure.png')[..., :3].reshape(-1, 3)\n"
        "    print(len(np.unique(picture, axis=0)) > 300, (picture == 1).all(axis=1).mean() < 0.98)\n";
    EXPECT_EQ(run_python(judge, "matplotlib"), "True True\n");
}

INSTANTIATE_TEST_SUITE_P(Landscapes, MatplotlibRuns,
                         testing::Values(std::pair{"(x^2+y-11)^2+(x+y^2-7)^2", ViewLayout::both},
                                         std::pair{"1/(x*y) + erf(x) sigmoid(y)", ViewLayout::contour},  // poles
                                         std::pair{"ln(x) + y^2", ViewLayout::surface},                  // holes
                                         std::pair{"5", ViewLayout::both},  // no level lines
                                         std::pair{"x^2 sin(x) + if(x > 0, 1, cbrt(x))", ViewLayout::contour}));

}  // namespace
}  // namespace thalweg

#include "app/lenses/many_paths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "app/view/world.h"

namespace thalweg {
namespace {

/// Over [−2, 2]².
LandscapePart landscape() {
    LandscapePart part;
    part.domain = {-2, 2, -2, 2};
    return part;
}

Trajectory along_x(std::initializer_list<double> places) {
    Trajectory run;
    for (const double x : places) {
        run.positions.insert(run.positions.end(), {x, 0.0});
        run.losses.push_back(x * x);
    }
    return run;
}

TEST(ColoredPath, LeavesOutRowsThatCannotBeToldApart) {
    const ColoredPath path = colored_path(along_x({1, 0.5, 0.5, 0.5001, 0.25}), {}, {}, landscape());
    EXPECT_EQ(path.row_of, (std::vector{0, 1, 4}));
    EXPECT_EQ(spot_at(path, 0.5).x, 0.75);
    EXPECT_EQ(spot_at(path, 4).x, 0.25);
    EXPECT_EQ(spot_at(path, 100).x, 0.25) << "it stays where it ends";
}

TEST(ColoredPath, EndsWhereANumberIsNotFinite) {
    EXPECT_EQ(colored_path(along_x({1, 0.5, NAN, 0.1}), {}, {}, landscape()).spots.size(), 2U);
    EXPECT_TRUE(colored_path(along_x({NAN}), {}, {}, landscape()).spots.empty());
}

TEST(ColoredPath, ThatFliesOffEndsOutsideOfTheDomain) {
    const Trajectory run = along_x({1, -1.5, 3, -6, 12});
    EXPECT_EQ(colored_path(run, {}, {}, landscape()).spots.size(), 5U);
    EXPECT_EQ(colored_path(run, {}, {}, landscape(), true).spots.size(), 3U);
}

TEST(ColoredPath, OfMoreThanTwoVariablesLiesOnThePlaneAndNotAtItsLosses) {
    LandscapePart part = landscape();
    part.landscape =
        std::make_shared<FormulaLandscape>(Formula::parse("x^2 / 8 + y^2 / 8").value(), std::vector<double>());
    part.space = std::make_shared<SpacePart>();
    Trajectory run;
    run.dimensions = 3;
    run.positions = {1, 1, 5, 0, 1, 4};
    run.losses = {0.9, 0.8};
    const ColoredPath path = colored_path(run, {}, {}, part);
    ASSERT_EQ(path.spots.size(), 2U);
    EXPECT_DOUBLE_EQ(path.spots[0].z, surface_z({}, 0.25));
    EXPECT_DOUBLE_EQ(path.spots[1].z, surface_z({}, 0.125));
}

}  // namespace
}  // namespace thalweg

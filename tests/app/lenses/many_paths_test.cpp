#include "app/lenses/many_paths.h"

#include <gtest/gtest.h>

#include <cmath>

namespace thalweg {
namespace {

constexpr Box domain{-2, 2, -2, 2};

Trajectory along_x(std::initializer_list<double> places) {
    Trajectory run;
    for (const double x : places) {
        run.positions.insert(run.positions.end(), {x, 0.0});
        run.losses.push_back(x * x);
    }
    return run;
}

TEST(ColoredPath, LeavesOutRowsThatCannotBeToldApart) {
    const ColoredPath path = colored_path(along_x({1, 0.5, 0.5, 0.5001, 0.25}), {}, {}, domain);
    EXPECT_EQ(path.row_of, (std::vector{0, 1, 4}));
    EXPECT_EQ(spot_at(path, 0.5).x, 0.75);
    EXPECT_EQ(spot_at(path, 4).x, 0.25);
    EXPECT_EQ(spot_at(path, 100).x, 0.25) << "it stays where it ends";
}

TEST(ColoredPath, EndsWhereANumberIsNotFinite) {
    EXPECT_EQ(colored_path(along_x({1, 0.5, NAN, 0.1}), {}, {}, domain).spots.size(), 2U);
    EXPECT_TRUE(colored_path(along_x({NAN}), {}, {}, domain).spots.empty());
}

TEST(ColoredPath, ThatFliesOffEndsOutsideOfTheDomain) {
    const Trajectory run = along_x({1, -1.5, 3, -6, 12});
    EXPECT_EQ(colored_path(run, {}, {}, domain).spots.size(), 5U);
    EXPECT_EQ(colored_path(run, {}, {}, domain, true).spots.size(), 3U);
}

}  // namespace
}  // namespace thalweg

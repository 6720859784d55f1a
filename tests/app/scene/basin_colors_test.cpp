#include "app/scene/basin_colors.h"

#include <gtest/gtest.h>

#include <cmath>

namespace thalweg {
namespace {

constexpr DestinationKind minimum = DestinationKind::minimum, saddle = DestinationKind::saddle,
                          unfinished = DestinationKind::unfinished, diverged = DestinationKind::diverged;

BasinMap with(std::vector<Destination> destinations) {
    BasinMap map;
    map.box = {-1, 1, -1, 1};
    map.destinations = std::move(destinations);
    return map;
}

TEST(BasinRegister, NumbersPointsFromTheLeftAndCountsHuesByKind) {
    const BasinMap map = with({{.kind = minimum, .x = 1},
                               {.kind = minimum, .x = 0},
                               {.kind = saddle},
                               {.kind = unfinished, .x = NAN, .y = NAN}});
    EXPECT_EQ(BasinRegister().tags(map), (std::vector<BasinTag>{{2, 1}, {1, 0}, {3, 0}, {0, 0}}));
}

TEST(BasinRegister, KnowsPlacesAgainInAnotherMap) {
    BasinRegister known;
    known.tags(with({{.kind = minimum, .x = 0}, {.kind = minimum, .x = 1}, {.kind = unfinished, .x = NAN}}));
    const BasinMap second =
        with({{.kind = minimum, .x = 1 + 1e-9}, {.kind = minimum, .x = -1}, {.kind = saddle, .x = 1}});
    EXPECT_EQ(known.tags(second), (std::vector<BasinTag>{{2, 1}, {3, 2}, {4, 0}}));
    EXPECT_EQ(known.tags(with({{.kind = unfinished, .x = NAN}})), (std::vector<BasinTag>{{0, 0}}));
}

TEST(BasinColors, TellKindsApartAndGrowDarkerWithTheSteps) {
    BasinMap map = with({{.kind = minimum}, {.kind = unfinished}, {.kind = diverged}});
    map.columns = map.rows = 2;
    map.destination = {0, 0, 1, 2};
    map.steps = {1, 50, 60, 60};
    const auto colors = basin_colors(map, BasinRegister().tags(map), step_range(map));
    ASSERT_EQ(colors.size(), 12U);
    EXPECT_GT(colors[2], colors[5]) << "50 steps are darker than one";
    EXPECT_GT(colors[6], colors[9]) << "diverged is darker than unfinished";
}

TEST(BasinColors, StripeWhatComesNowhere) {
    BasinMap map = with({{.kind = diverged}});
    map.columns = map.rows = 40;
    map.destination.assign(1600, 0);
    map.steps.assign(1600, 10);
    const auto colors = basin_colors(map, BasinRegister().tags(map), step_range(map));
    const auto at = [&](std::size_t column, std::size_t row) { return colors[3 * (row * 40 + column)]; };
    EXPECT_NE(at(0, 0), at(1, 0));
    EXPECT_EQ(at(0, 0), at(1, 1)) << "stripes rise";
    EXPECT_NE(at(1, 0), at(0, 0));
}

}  // namespace
}  // namespace thalweg

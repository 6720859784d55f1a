#include "app/studio/flight.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace thalweg {
namespace {

TEST(Flight, EndsExactlyWhereItIsWanted) {
    Display from, to;
    to.camera = {.azimuth = 1, .elevation = 0.3, .distance = 2, .target = {0.5, -0.5, 0.1}};
    to.map = {0, 1, 2, 3};
    Flight flight;
    flight.begin(from, to, 100);
    Display shown = from;
    flight.move(shown, 100 + Flight::seconds / 2);
    EXPECT_TRUE(flight.going_on());
    EXPECT_GT(shown.camera.distance, 2);
    EXPECT_LT(shown.camera.distance, from.camera.distance);
    flight.move(shown, 100 + Flight::seconds);
    EXPECT_EQ(shown.camera, to.camera);
    EXPECT_EQ(shown.map, to.map);
    EXPECT_FALSE(flight.going_on());
}

TEST(Flight, TurnsTheShortWayRound) {
    Display from, to;
    from.camera.azimuth = 3.0;
    to.camera.azimuth = -3.0;
    Flight flight;
    flight.begin(from, to, 0);
    Display shown = from;
    flight.move(shown, Flight::seconds / 2);
    EXPECT_GT(std::abs(std::remainder(shown.camera.azimuth, 2 * std::numbers::pi)), 3.0);
}

TEST(Flight, AHandOnTheViewEndsIt) {
    Display from, to;
    to.camera.distance = 1;
    Flight flight;
    flight.begin(from, to, 0);
    flight.cancel();
    Display shown = from;
    flight.move(shown, 1);
    EXPECT_EQ(shown.camera, from.camera);
}

}  // namespace
}  // namespace thalweg

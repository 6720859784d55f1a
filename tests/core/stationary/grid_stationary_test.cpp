#include "core/stationary/grid_stationary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/stationary/search_landscape.h"
#include "tests/core/stationary/grid_samples.h"
#include "tests/core/stationary/search_for.h"

namespace thalweg {
namespace {

/// A bicubic polynomial, which its spline is: a minimum, a maximum and two saddles at (±1, ±1).
double cubic(double x, double y) {
    return x * x * x - 3 * x + y * y * y - 3 * y;
}

double himmelblau(double x, double y) {
    return std::pow(x * x + y - 11, 2) + std::pow(x + y * y - 7, 2);
}

void expect_four(const StationaryReport& report) {
    EXPECT_TRUE(report.complete);
    ASSERT_EQ(report.points.size(), 4U);
    EXPECT_EQ(report.points.front().kind, StationaryClass::minimum);
    EXPECT_EQ(report.points.back().kind, StationaryClass::maximum);
    EXPECT_EQ(count(report, StationaryClass::saddle), 2);
    for (const StationaryPoint& point : report.points) {
        EXPECT_TRUE(point.certified);
        EXPECT_NEAR(std::abs(point.x), 1, 1e-13);
        EXPECT_NEAR(std::abs(point.y), 1, 1e-13);
        EXPECT_NEAR(point.value, cubic(point.x, point.y), 1e-12);
    }
}

TEST(GridStationary, OfAPolynomialAreThePolynomials) {
    const std::vector<double> x = {-2.5, -1.9, -1.2, -0.1, 0.4, 1.7, 2.2}, y = {-2, -0.7, 0.3, 0.8, 1.5, 2};
    expect_four(find_stationary_points(sampled(x, y, cubic), {-2.5, 2.2, -2, 2}));
}

TEST(GridStationary, OnCellLinesAndCornersAreCountedOnce) {
    expect_four(find_stationary_points(sampled(evenly(-3, 3, 7), evenly(-3, 3, 7), cubic), {-3, 3, -3, 3}));
    expect_four(find_stationary_points(sampled(evenly(-3, 3, 61), evenly(-2, 2, 9), cubic), {-3, 3, -2, 2}));
}

TEST(GridStationary, OfAFineGridAreNearlyTheFunctions) {
    const StationaryReport report =
        search_landscape(sampled(evenly(-5, 5, 101), evenly(-5, 5, 81), himmelblau), {-5, 5, -5, 5});
    EXPECT_TRUE(report.complete) << sentence(report, {-5, 5, -5, 5});
    ASSERT_EQ(report.points.size(), 9U);
    EXPECT_EQ(count(report, StationaryClass::minimum), 4);
    EXPECT_TRUE(knows(report, 3, 2, 1e-4));
    EXPECT_TRUE(knows(report, -0.270844590667, -0.923038522263, 1e-4));
    EXPECT_NE(report.assumption.find("spline"), std::string::npos);
    EXPECT_TRUE(report.points.front().global_minimum);
}

TEST(GridStationary, OnlyWhereTheBoxAndTheGridAre) {
    const GridLandscape landscape = sampled(evenly(-3, 3, 13), evenly(-3, 3, 13), cubic);
    const StationaryReport part = find_stationary_points(landscape, {0, 9, 0, 9});
    EXPECT_TRUE(part.complete);
    ASSERT_EQ(part.points.size(), 1U);
    EXPECT_EQ(part.points[0].kind, StationaryClass::minimum);
    EXPECT_FALSE(find_stationary_points(landscape, {7, 9, 7, 9}).complete);
}

TEST(GridStationary, HolesHoldNone) {
    const auto with_hole = [](double x, double y) {
        return std::hypot(x - 1, y - 1) < 0.3 ? std::nan("") : cubic(x, y);
    };
    const StationaryReport report =
        find_stationary_points(sampled(evenly(-3, 3, 49), evenly(-3, 3, 49), with_hole), {-3, 3, -3, 3});
    EXPECT_EQ(count(report, StationaryClass::minimum), 0);
    EXPECT_EQ(report.points.size(), 3U);
}

TEST(GridStationary, AFlatGridIsUndecided) {
    const StationaryReport report = find_stationary_points(
        sampled(evenly(0, 1, 6), evenly(0, 1, 6), [](double, double) { return 2.0; }), {0, 1, 0, 1});
    EXPECT_FALSE(report.complete);
    EXPECT_TRUE(report.points.empty());
    EXPECT_FALSE(report.undecided.empty());
}

TEST(GridStationary, WhatTheBudgetDoesNotReachIsSaid) {
    std::mt19937 random(3);
    std::normal_distribution<double> noise;
    const GridLandscape landscape =
        sampled(evenly(0, 1, 60), evenly(0, 1, 60), [&](double, double) { return noise(random); });
    const StationaryReport all = find_stationary_points(landscape, {0, 1, 0, 1});
    EXPECT_TRUE(all.complete) << sentence(all, {0, 1, 0, 1});
    EXPECT_GT(all.points.size(), 500U);
    const StationaryReport some = find_stationary_points(landscape, {0, 1, 0, 1}, {.box_budget = 400});
    EXPECT_FALSE(some.complete);
    EXPECT_FALSE(some.undecided.empty());
    EXPECT_LT(some.points.size(), all.points.size());
}

}  // namespace
}  // namespace thalweg

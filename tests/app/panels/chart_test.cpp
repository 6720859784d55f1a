#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "app/panels/chart_axis.h"
#include "app/panels/chart_line.h"
#include "app/panels/step_chart.h"

namespace thalweg {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(ChartAxis, ShowsEveryValueItWasFittedTo) {
    struct Row {
        double lowest, highest, smallest;
        bool logarithmic;
    };
    constexpr std::array<Row, 8> rows{{{0, 1, 0.1, false},
                                       {-3, 7, 0.5, false},
                                       {5, 5, 5, false},
                                       {1e-9, 200, 1e-9, true},
                                       {3, 3, 3, true},
                                       {0.2, 0.9, 0.2, true},
                                       {-1e308, 1e308, 1, false},
                                       {1e-300, 1e300, 1e-300, true}}};
    for (const Row& row : rows) {
        const ChartAxis axis = fit_axis(row.lowest, row.highest, row.smallest, row.logarithmic);
        SCOPED_TRACE(::testing::Message() << row.lowest << " … " << row.highest);
        EXPECT_GT(axis.high, axis.low);
        EXPECT_TRUE(std::isfinite(axis.high - axis.low));
        for (const double value : {row.lowest, row.highest}) {
            if (std::abs(value) > 5e307) continue;
            EXPECT_GE(axis.share(value), row.logarithmic ? 0 : -1e-9);
            EXPECT_LE(axis.share(value), 1 + 1e-9);
        }
        const auto marks = ticks(axis, 5);
        if (row.highest < 1e300) {
            EXPECT_GE(marks.size(), 1U);
        }
        EXPECT_LE(marks.size(), 12U);
        for (const ChartTick& tick : marks) EXPECT_FALSE(tick.words.empty());
    }
    const ChartAxis nothing = fit_axis(infinity, -infinity, infinity, true);
    EXPECT_GT(nothing.high, nothing.low);
}

TEST(ChartAxis, LeavesRoomAroundMarks) {
    const ChartAxis around = axis_around(std::array{3.0, -1.0, 2.0});
    EXPECT_NEAR(around.share(-1), 0.12 / 1.24, 1e-12);
    EXPECT_NEAR(around.share(3), 1.12 / 1.24, 1e-12);
    EXPECT_NEAR(axis_around(std::array{5.0, 5.0}).share(5), 0.5, 1e-12) << "alone, a mark lies in the middle";
    EXPECT_NEAR(axis_around(std::array{0.0}).share(0), 0.5, 1e-12);
    const ChartAxis farthest = axis_around(std::array{-1.7e308, 1.7e308});
    EXPECT_TRUE(std::isfinite(farthest.high - farthest.low));
}

TEST(ChartAxis, KnowsTheValueAtAShare) {
    for (const ChartAxis& axis : {ChartAxis{-2, 6, false}, ChartAxis{1e-3, 1e2, true}}) {
        for (const double share : {0.0, 0.25, 0.5, 1.0}) EXPECT_NEAR(axis.share(axis.value(share)), share, 1e-12);
        EXPECT_EQ(axis.value(-3), axis.low);
        EXPECT_NEAR(axis.value(2), axis.high, 1e-12 * axis.high);
    }
    EXPECT_DOUBLE_EQ((ChartAxis{1, 100, true}).value(0.5), 10);
}

TEST(ChartAxis, CountsDecades) {
    const ChartAxis axis = fit_axis(1e-6, 100, 1e-6, true);
    EXPECT_DOUBLE_EQ(axis.low, 1e-6);
    EXPECT_DOUBLE_EQ(axis.high, 100);
    EXPECT_NEAR(axis.share(1e-2), 0.5, 1e-12);
    EXPECT_EQ(axis.share(0), 0);
    EXPECT_EQ(axis.share(-1), 0);
    EXPECT_EQ(power_of_ten(-6), "10⁻⁶");
    EXPECT_EQ(power_of_ten(12), "10¹²");
    EXPECT_EQ(power_of_ten(0), "1");
}

TEST(ChartLine, KeepsEveryPointOfAShortRun) {
    const Area plot{10, 20, 100, 50};
    const auto points = chart_line(11, [](int row) { return row / 10.0; }, {0, 10, false}, {0, 1, false}, plot);
    ASSERT_EQ(points.size(), 11U);
    EXPECT_FLOAT_EQ(points.front().x, 10);
    EXPECT_FLOAT_EQ(points.front().y, 70);
    EXPECT_FLOAT_EQ(points.back().x, 110);
    EXPECT_FLOAT_EQ(points.back().y, 20);
}

TEST(ChartLine, KeepsThePeaksOfALongOne) {
    const Area plot{0, 0, 100, 100};
    constexpr int rows = 100'000;
    // One row alone stands out, upwards, and another one, downwards.
    const auto value = [](int row) { return row == 54'321 ? 1.0 : row == 77'777 ? 0.0 : 0.5; };
    const auto points = chart_line(rows, value, {0, rows - 1, false}, {0, 1, false}, plot);
    EXPECT_LT(points.size(), 300U);
    float top = 100, bottom = 0, last = -1;
    for (const ChartPoint& point : points) {
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
        EXPECT_GE(point.x, last);
        last = point.x;
    }
    EXPECT_FLOAT_EQ(top, 0);
    EXPECT_FLOAT_EQ(bottom, 100);
    EXPECT_TRUE(chart_line(0, value, {0, 1, false}, {0, 1, false}, plot).empty());
}

/// Height of a line at x, between its points.
float height_at(std::span<const ChartPoint> line, float x) {
    const auto after = std::ranges::find_if(line.subspan(1), [&](const ChartPoint& point) { return point.x >= x; });
    const ChartPoint &a = *std::prev(after), &b = *after;
    return b.x > a.x ? std::lerp(a.y, b.y, (x - a.x) / (b.x - a.x)) : b.y;
}

TEST(ChartLine, ThinnedStaysBesideItsPoints) {
    constexpr float tolerance = 0.3F;
    std::vector<ChartPoint> line;
    for (int i = 0; i <= 600; ++i) {
        const float x = 0.5F * static_cast<float>(i);
        // Even at first, then restless.
        line.push_back({x, i < 300 ? 50 + 40 * std::sin(x / 60) : 50 + (i % 7 == 0 ? 30.0F : -5.0F)});
    }
    const auto fewer = thinned(line, tolerance);
    EXPECT_LT(fewer.size(), 320U);
    EXPECT_EQ(fewer.front().x, line.front().x);
    EXPECT_EQ(fewer.back().x, line.back().x);
    for (const ChartPoint& point : line) EXPECT_NEAR(height_at(fewer, point.x), point.y, tolerance + 1e-3F);
}

TEST(ChartLine, ThinnedKeepsPointsAboveOneAnother) {
    const std::vector<ChartPoint> cliff = {{0, 0}, {1, 0}, {1, 10}, {2, 5}, {3, 0}, {4, -5}};
    const auto kept = thinned(cliff, 0.1F);
    EXPECT_TRUE(std::ranges::any_of(kept, [](const ChartPoint& point) { return point.x == 1 && point.y == 10; }));
}

TEST(ChartLine, IsCutWhereAsked) {
    const std::vector<ChartPoint> line = {{0, 0}, {10, 10}, {20, 0}};
    const auto part = cut_out(line, 5, 15);
    ASSERT_EQ(part.size(), 3U);
    EXPECT_FLOAT_EQ(part.front().x, 5);
    EXPECT_FLOAT_EQ(part.front().y, 5);
    EXPECT_FLOAT_EQ(part.back().x, 15);
    EXPECT_FLOAT_EQ(part.back().y, 5);
    EXPECT_EQ(cut_out(line, -5, 30).size(), 3U);
    EXPECT_TRUE(cut_out(line, 25, 30).empty());
}

/// Two runs of 8 steps: one whose steps see a quarter of the samples, and one that sees all.
TEST(StepCharts, RunOverEpochsAtEqualWork) {
    PathsPart paths;
    paths.longest = 8;
    paths.revision = 1;
    for (const bool in_batches : {true, false}) {
        Path& path = paths.paths.emplace_back();
        path.trajectory.losses = {9, 8, 7, 6, 5, 4, 3, 2, 1};
        path.trajectory.positions.resize(18);
        path.trajectory.gradients.resize(18, 1.0);
        if (in_batches) path.trajectory.batch_losses = path.trajectory.losses;
    }
    const Area area{10, 20, 400, 100};
    StepCharts charts;
    const StepChart by_step = charts.update(paths, {area, area}, false)[0];
    EXPECT_EQ(by_step.along.high, 8);
    for (const auto& line : by_step.lines) EXPECT_FLOAT_EQ(line.back().x, 410);
    const StepChart by_epoch = charts.update(paths, {area, area}, false, {0.25, 1.0})[0];
    EXPECT_EQ(by_epoch.along.high, 8) << "epochs of the run that sees all";
    EXPECT_FLOAT_EQ(by_epoch.lines[0].back().x, 110) << "two epochs";
    EXPECT_FLOAT_EQ(by_epoch.lines[1].back().x, 410);
    EXPECT_FLOAT_EQ(by_epoch.batches[0].back().x, 110);
    EXPECT_TRUE(by_epoch.batches[1].empty());
    EXPECT_NE(by_epoch.title.find("batch"), std::string::npos);
}

}  // namespace
}  // namespace thalweg

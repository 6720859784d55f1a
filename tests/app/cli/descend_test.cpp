#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

std::vector<std::vector<double>> rows(const std::string& csv) {
    std::vector<std::vector<double>> all;
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::vector<double>& row = all.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(std::stod(cell));
    }
    return all;
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

Ended descend(const char* formula, const char* start, const char* optimizer, const char* steps,
              std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"descend",     "--formula", formula,   "--start", start,
                                          "--optimizer", optimizer,   "--steps", steps};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(Descend, PrintsJson) {
    const Ended ended = descend("x^2+y^2", "3,2", "sgd lr=0.25", "1", {"--json"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    for (const char* part : {"\"variables\": [\n    \"x\",\n    \"y\"\n  ]", "\"end\": \"still moving after 1 step\"",
                             "\"position\": [1.5, 1]", "\"gradient\": [3, 2]", "\"loss\": 3.25"})
        EXPECT_NE(ended.out.find(part), std::string::npos) << part << '\n' << ended.out;
    EXPECT_NE(descend("x^2+y^2", "3,2", "sgd", "1", {"--json", "--csv", "-"}).status, 0) << "one or the other";
}

TEST(Descend, FollowsTheLectureNotes) {
    const Ended ended = descend("x^2+y^2", "3,2", "sgd lr=0.1", "2");
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(first_line(ended.out), "step,x,y,loss,gradient_x,gradient_y,learning_rate");
    const auto table = rows(ended.out);
    ASSERT_EQ(table.size(), 3U);
    const std::vector<std::vector<double>> notes = {{0, 3.00, 2.00, 13.00, 6.00, 4.00, 0.1},
                                                    {1, 2.40, 1.60, 8.32, 4.80, 3.20, 0.1},
                                                    {2, 1.92, 1.28, 5.3248, 3.84, 2.56, 0.1}};
    for (std::size_t row = 0; row < notes.size(); ++row)
        for (std::size_t column = 0; column < notes[row].size(); ++column)
            EXPECT_NEAR(table[row][column], notes[row][column], 1e-14) << "row " << row << " column " << column;
    EXPECT_NE(ended.err, "") << "the stop reason";
}

TEST(Descend, NumbersReadBackAsTheSameDoubles) {
    const Ended ended = descend("x^2+y^2", "0.1,0.3", "sgd lr=0.1", "0");
    ASSERT_EQ(rows(ended.out).size(), 1U) << ended.out;
    EXPECT_EQ(rows(ended.out)[0][1], 0.1);
    EXPECT_NE(ended.out.find("0.10000000000000001"), std::string::npos) << "17 significant digits: " << ended.out;
}

TEST(Descend, TakesAllStepsUnlessToldToStop) {
    EXPECT_EQ(rows(descend("x^2+y^2", "0,0", "sgd lr=0.1", "50").out).size(), 51U);
    const Ended stopped = descend("x^2+y^2", "0,0", "sgd lr=0.1", "50", {"--stop"});
    EXPECT_LT(rows(stopped.out).size(), 5U);
    EXPECT_NE(stopped.err.find("converged"), std::string::npos) << stopped.err;
}

TEST(Descend, ACurveHasNoSecondCoordinate) {
    const Ended ended = descend("x^2 sin(x)", "3.6", "sgd lr=0.01", "200");
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(first_line(ended.out), "step,x,loss,gradient_x,learning_rate");
    const auto table = rows(ended.out);
    EXPECT_NEAR(table.front()[3], -14.808, 5e-4) << "the slope at 3.6";
    EXPECT_NEAR(table.back()[1], 5.0870, 5e-5) << "descent goes right";
}

/// torch.optim on x² + 2y² + 3z² + xyz from (2, 1, −1), 50 steps.
TEST(Descend, GoesDownInAsManyCoordinatesAsThereAre) {
    struct Reference {
        const char* optimizer;
        std::vector<double> end;
        double loss;
    };
    for (const Reference& torch :
         {Reference{
              "adam lr=0.1", {-0.03201178327766295, -0.04507649984171942, 0.05054252096853993}, 0.01282510702577816},
          Reference{"sgd lr=0.05 momentum=0.9",
                    {-0.1276024593386257, -0.038163079144772585, 0.06676886867971286},
                    0.03289461886693719}}) {
        const Ended ended = descend("x² + 2y² + 3z² + xyz", "2,1,-1", torch.optimizer, "50");
        ASSERT_EQ(ended.status, 0) << ended.err;
        EXPECT_EQ(first_line(ended.out), "step,x,y,z,loss,gradient_x,gradient_y,gradient_z,learning_rate");
        const auto table = rows(ended.out);
        ASSERT_EQ(table.size(), 51U);
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_NEAR(table.back()[1 + i], torch.end[i], 1e-15) << torch.optimizer << " coordinate " << i;
        EXPECT_NEAR(table.back()[4], torch.loss, 1e-15) << torch.optimizer;
    }
}

TEST(Descend, DivergenceAndUndefinedStartsAreResults) {
    const Ended diverged = descend("x^4+y^4", "10,10", "sgd lr=1", "100");
    EXPECT_EQ(diverged.status, 0);
    for (const auto& row : rows(diverged.out))
        for (const double number : row) EXPECT_TRUE(std::isfinite(number));
    EXPECT_LT(rows(diverged.out).size(), 101U);
    const Ended undefined = descend("sqrt(x)+y", "-1,0", "sgd lr=1", "100");
    EXPECT_EQ(undefined.status, 0);
    EXPECT_EQ(std::count(undefined.out.begin(), undefined.out.end(), '\n'), 2) << undefined.out;
    for (const Ended& ended : {diverged, undefined})
        EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
}

TEST(Descend, SchedulesAndClippingBelongToTheOptimizerBeforeThem) {
    const Ended ended = descend("x^2+y^2", "3,2", "sgd lr=0.1", "4",
                                {"--schedule", "step step_size=2 gamma=0.5", "--clip", "norm max_norm=0.5"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    const auto table = rows(ended.out);
    ASSERT_EQ(table.size(), 5U);
    EXPECT_DOUBLE_EQ(table[1][6], 0.1);
    EXPECT_DOUBLE_EQ(table[2][6], 0.05);
    EXPECT_NEAR(std::hypot(table[1][1] - 3, table[1][2] - 2), 0.1 * 0.5, 1e-6);
}

TEST(Descend, WritesAFileWhenAsked) {
    const TemporaryFolder folder;
    const std::string file = folder / "steps.csv";
    const Ended ended = descend("x^2+y^2", "3,2", "sgd lr=0.1", "5", {"--csv", file});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(text_of(file), descend("x^2+y^2", "3,2", "sgd lr=0.1", "5").out);
}

TEST(Descend, AStartOutsideTheDomainIsOnlyNoted) {
    const Ended ended = descend("x^2+y^2", "30,2", "sgd lr=0.1", "5");
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(rows(ended.out).size(), 6U);
    EXPECT_NE(ended.err.find("outside"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>

#include <regex>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; ++at) ++found;
    return found;
}

TEST(Check, PrintsATableAndASentenceForEachCoordinate) {
    const Ended ended = run_program({"check", "--formula", "x^3 + x y^2", "--at", "1,2"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("∂f/∂x\n"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("∂f/∂y\n"), std::string::npos) << ended.out;
    EXPECT_EQ(count(ended.out, "central difference  "), 2U) << ended.out;
    EXPECT_NE(ended.out.find("Exact derivative 7; the best central difference, h = "), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("Exact derivative 4; the best central difference, h = "), std::string::npos) << ended.out;
    // h = 1: ((2³ + 2·4) - 0)/2 = 8, and (16 - 5)/1 = 11.
    EXPECT_TRUE(std::regex_search(ended.out, std::regex("\n 1\\.000e\\+00 +8 +1\\.00e\\+00 +11 +4\\.00e\\+00\n")))
        << ended.out;
}

TEST(Check, LooksAlongADirection) {
    const Ended ended = run_program({"check", "--formula", "2x + 5y", "--at", "0,0", "--direction", "90"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_TRUE(ended.out.starts_with("along 90°\n")) << ended.out;
    EXPECT_NE(ended.out.find("Exact derivative 5; "), std::string::npos) << ended.out;
}

TEST(Check, WritesJson) {
    const Ended ended = run_program({"check", "--landscape", "himmelblau", "--at", "1,2", "--json"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("\"exact\": -36,"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\"exact\": -32,"), std::string::npos) << ended.out;
    EXPECT_EQ(count(ended.out, "\"h\": "), 66U);
    EXPECT_EQ(count(ended.out, "\"sentence\": \"Exact derivative"), 2U);
}

TEST(Check, WorksForCurvesAndWhereNothingIsDefined) {
    const Ended curve = run_program({"check", "--formula", "x^2", "--at", "3"});
    EXPECT_EQ(curve.status, 0) << curve.err;
    EXPECT_NE(curve.out.find("Exact derivative 6; "), std::string::npos) << curve.out;
    const Ended undefined = run_program({"check", "--formula", "ln(x)", "--at", "-1", "--json"});
    EXPECT_EQ(undefined.status, 0) << undefined.err;
    EXPECT_NE(undefined.out.find("\"exact\": null"), std::string::npos) << undefined.out;
}

TEST(Check, RefusesDirectionsThatAreNone) {
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--at", "1,2", "--direction", "north"},
                                               {"--at", "1,2", "--direction", "1,0"},
                                               {"--at", "1", "--direction", "45"}}) {
        std::vector<std::string> arguments{"check", "--formula", "x^2"};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 2);
        EXPECT_NE(ended.err.find("--direction"), std::string::npos) << ended.err;
    }
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>

#include <algorithm>

#include "app/export/png.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

Ended sweep(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"sweep", "--formula", "x^2 + y^2", "--start", "3,2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(SweepCommand, TellsOfTheRegionsAndTheBound) {
    const Ended words = sweep({"--from", "0.001", "--to", "2", "--count", "12"});
    EXPECT_EQ(words.status, 0) << words.err;
    for (const char* word : {"too slow", "good", "bounces", "diverges", "settle below 1"})
        EXPECT_NE(words.out.find(word), std::string::npos) << word << '\n' << words.out;
    const Ended json = sweep({"--json"});
    EXPECT_EQ(json.status, 0) << json.err;
    for (const char* key :
         {"\"limit\"", "\"largest_eigenvalue\": 2", "\"right\"", "\"verdict\": \"good\"", "\"arrival\""})
        EXPECT_NE(json.out.find(key), std::string::npos) << key << '\n' << json.out;
}

TEST(SweepCommand, WritesARowForEachRateOrEachStepOfTheRangeTest) {
    const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n'); };
    const Ended table = sweep({"--from", "0.01", "--to", "0.1", "--count", "5", "--csv", "-"});
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_EQ(lines(table.out), 6);
    EXPECT_TRUE(table.out.starts_with("rate,verdict,final_loss,steps,arrival,reason\n0.01,"));
    const Ended test = sweep({"--from", "0.01", "--to", "0.1", "--steps", "20", "--range-test"});
    EXPECT_EQ(test.status, 0) << test.err;
    EXPECT_EQ(lines(test.out), 22);
    EXPECT_EQ(run_program({"sweep", "--formula", "x^2", "--start", "3", "--count", "4"}).status, 0);
}

TEST(SweepCommand, DrawsItsPicture) {
    const TemporaryFolder folder;
    const Ended ended = sweep({"-o", folder / "sweep.png"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_TRUE(read_png(folder / "sweep.png").has_value());
    EXPECT_NE(sweep({"--count", "300", "-o", folder / "sweep.png"}).err.find("200"), std::string::npos);
}

TEST(SweepCommand, SaysWhatIsWrong) {
    for (const auto& [arguments, word] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--from", "0"}, "--from"},
             {{"--from", "1", "--to", "0.5"}, "below"},
             {{"--count", "1"}, "--count"},
             {{"--count", "2000", "--steps", "100000"}, "memory"},
             {{"--optimizer", "adam | schedule one_cycle"}, "one_cycle"}}) {
        const Ended ended = sweep(arguments);
        EXPECT_EQ(ended.status, 2);
        EXPECT_NE(ended.err.find(word), std::string::npos) << ended.err;
    }
}

}  // namespace
}  // namespace thalweg

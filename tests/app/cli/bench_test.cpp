#include <gtest/gtest.h>

#include <cmath>
#include <regex>

#include "app/cli/frame_bench.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

/// The number behind a key of JSON text.
double number(const std::string& json, const std::string& key) {
    std::smatch found;
    EXPECT_TRUE(std::regex_search(json, found, std::regex('"' + key + "\": ([-+.e0-9]+)"))) << key << " in " << json;
    return found.empty() ? NAN : std::stod(found[1]);
}

TEST(Bench, SaysWhatFramesAndTheirPartsTook) {
    for (const char* script : {"frames", "drag"}) {
        SCOPED_TRACE(script);
        const Ended json = run_program({"bench", script, "--size", "320x200", "--frames", "4", "--json"});
        ASSERT_EQ(json.status, 0) << json.err;
        EXPECT_NE(json.out.find("\"renderer\": \""), std::string::npos);
        EXPECT_NE(json.out.find("\"size\": \"320x200\""), std::string::npos);
        EXPECT_EQ(number(json.out, "frames"), 4);
        const double median = number(json.out, "median_ms"), p95 = number(json.out, "p95_ms");
        EXPECT_GT(median, 0);
        EXPECT_LE(median, p95);
        EXPECT_LE(p95, number(json.out, "p99_ms"));
        const std::size_t parts = json.out.find("\"parts\": {");
        ASSERT_NE(parts, std::string::npos);
        for (const std::string_view part : stage_part_names) {
            const double time = number(json.out.substr(parts), std::string(part));
            EXPECT_GE(time, 0);
            EXPECT_LE(time, number(json.out, "p99_ms")) << part;
        }
    }
}

TEST(Bench, SaysWhatDraggingAddsToTurningTheSamePicture) {
    const Ended json = run_program({"bench", "drag", "--size", "320x200", "--frames", "4", "--json"});
    ASSERT_EQ(json.status, 0) << json.err;
    const double turning = number(json.out, "turning_median_ms");
    EXPECT_GT(turning, 0);
    EXPECT_NEAR(number(json.out, "added_percent"), 100 * (number(json.out, "median_ms") / turning - 1), 1e-6);
    const Ended text = run_program({"bench", "drag", "--size", "320x200", "--frames", "4"});
    EXPECT_NE(text.out.find("dragging adds"), std::string::npos) << text.out;
    const Ended frames = run_program({"bench", "frames", "--size", "320x200", "--frames", "4"});
    EXPECT_EQ(frames.out.find("dragging adds"), std::string::npos) << frames.out;
}

TEST(Bench, TakesEveryLandscapeAndTalksToPeopleToo) {
    const Ended text = run_program({"bench", "frames", "--scene", "ravine", "--size", "200x150", "--frames", "2"});
    EXPECT_EQ(text.status, 0) << text.err;
    for (const char* word : {"200 × 150", "median", "95 %", "99 %", "surface", "interface"})
        EXPECT_NE(text.out.find(word), std::string::npos) << text.out;
}

TEST(Bench, AWindowOfOnePixelIsTimedToo) {
    EXPECT_EQ(run_program({"bench", "drag", "--size", "1x1", "--frames", "2"}).status, 0);
}

TEST(Bench, AStartNeedsADisplayAndSaysSo) {
    const Ended ended = run_program({"bench", "start", "--runs", "1"});
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find("window"), std::string::npos) << ended.err;
    EXPECT_TRUE(ended.out.empty());
}

TEST(Bench, AStartIsRunSomeTimes) {
    EXPECT_EQ(run_program({"bench", "start", "--runs", "0"}).status, 2);
    const Ended unknown = run_program({"bench", "stop"});
    EXPECT_NE(unknown.err.find("frames, drag, start"), std::string::npos) << unknown.err;
}

TEST(Quantile, IsTheValueThatAShareDoesNotExceed) {
    EXPECT_EQ(quantile({3, 1, 2}, 0.5), 2);
    EXPECT_EQ(quantile({4, 1, 3, 2}, 0.5), 2);
    EXPECT_EQ(quantile({7}, 0.99), 7);
    std::vector<double> hundred(100);
    for (int i = 0; i < 100; ++i) hundred[static_cast<std::size_t>(i)] = 100 - i;
    EXPECT_EQ(quantile(hundred, 0.95), 95);
    EXPECT_EQ(quantile(hundred, 0.99), 99);
    EXPECT_EQ(quantile(hundred, 1.0), 100);
}

}  // namespace
}  // namespace thalweg

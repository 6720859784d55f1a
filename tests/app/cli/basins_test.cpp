#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "app/export/png.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

const std::vector<std::string> usual = {"basins",      "--landscape", "himmelblau", "--optimizer",
                                        "sgd lr=0.01", "--size",      "32"};

Ended basins(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = usual;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

TEST(BasinsCommand, TellsOfFourMinimaInWordsAndInJson) {
    const Ended words = basins({});
    EXPECT_EQ(words.status, 0) << words.err;
    EXPECT_NE(words.out.find("minimum     (3, 2)"), std::string::npos) << words.out;
    const Ended json = basins({"--json"});
    EXPECT_EQ(json.status, 0) << json.err;
    for (const char* key :
         {"\"seconds\"", "\"destinations\"", "\"kind\": \"minimum\"", "\"median_steps\"", "\"count\""})
        EXPECT_NE(json.out.find(key), std::string::npos) << json.out;
}

TEST(BasinsCommand, WritesARowForEachStart) {
    const Ended table = basins({"--csv", "-"});
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_EQ(lines(table.out), 1U + 32 * 32);
    EXPECT_TRUE(table.out.starts_with("x,y,kind,destination_x,destination_y,steps\n"));
}

TEST(BasinsCommand, DrawsAPixelForEachStart) {
    const TemporaryFolder folder;
    const std::string file = folder / "basins.png";
    const Ended ended = basins({"-o", file});
    EXPECT_EQ(ended.status, 0) << ended.err;
    const auto picture = read_png(file);
    ASSERT_TRUE(picture.has_value());
    EXPECT_EQ(picture->width, 32);
    EXPECT_EQ(picture->height, 32);
    // Near two different minima: (3, 2) at the upper right, (−3.78, −3.28) at the lower left.
    const auto pixel = [&](int column, int row) {
        const auto i = 3 * static_cast<std::size_t>(row * 32 + column);
        return std::array{picture->rgb[i], picture->rgb[i + 1], picture->rgb[i + 2]};
    };
    EXPECT_NE(pixel(25, 9), pixel(4, 26));
}

TEST(BasinsCommand, TakesAFormulaOfXAlone) {
    const TemporaryFolder folder;
    const std::string file = folder / "strip.png";
    const std::vector<std::string> curve = {"basins",      "--formula",   "x^2 sin x", "--box", "-7,7,-1,1",
                                            "--optimizer", "sgd lr=0.02", "--size",    "500"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), curve.begin(), curve.end());
        return run_program(more);
    };
    const Ended json = with({"--json", "-o", file});
    EXPECT_EQ(json.status, 0) << json.err;
    EXPECT_NE(json.out.find("5.0869850941"), std::string::npos) << json.out;
    EXPECT_EQ(json.out.find("\"y\""), std::string::npos) << "there is none";
    int sum = 0;
    for (std::size_t at = json.out.find("\"count\": "); at != std::string::npos;
         at = json.out.find("\"count\": ", at + 1))
        sum += std::stoi(json.out.substr(at + 9));
    EXPECT_EQ(sum, 500);
    const auto picture = read_png(file);
    ASSERT_TRUE(picture.has_value());
    EXPECT_EQ(picture->width, 500);
    const Ended table = with({"--csv", "-"});
    EXPECT_EQ(lines(table.out), 501U);
    EXPECT_TRUE(table.out.starts_with("x,kind,destination_x,steps\n"));
}

TEST(BasinsCommand, SaysWhatIsWrong) {
    for (const auto& [arguments, word] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--steps", "-1"}, "--steps"},
             {{"--optimizer", "adam"}, "one --optimizer"},
             {{"--csv", "/nowhere/basins.csv"}, "/nowhere"}}) {
        const Ended ended = basins(arguments);
        EXPECT_EQ(ended.status, 2);
        EXPECT_NE(ended.err.find(word), std::string::npos) << ended.err;
    }
    EXPECT_EQ(run_program({"basins", "--formula", "x^2+y^2", "--size", "5000"}).status, 2);
}

}  // namespace
}  // namespace thalweg

// The options of lenses that show many starts or many rates.

#include <gtest/gtest.h>

#include "app/export/png.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

class EnsembleOptions : public ::testing::Test {
  protected:
    Ended render(std::vector<std::string> more) {
        std::vector<std::string> all = {
            "render",      "--formula",   "(x^2 - 1)^2 + y^2", "--size", "400x300", "--steps", "30",
            "--optimizer", "sgd lr=0.05", "--optimizer",       "newton", "-o",      file};
        all.insert(all.end(), more.begin(), more.end());
        return run_program(all);
    }
    std::vector<std::uint8_t> picture(const std::vector<std::string>& more) {
        const Ended ended = render(more);
        EXPECT_EQ(ended.status, 0) << ended.err;
        return read_png(file).value().rgb;
    }
    TemporaryFolder folder;
    std::string file = folder / "picture.png";
};

TEST_F(EnsembleOptions, BasinsAreOfOneOptimizerOrOfTwo) {
    const auto plain = picture({});
    const auto first = picture({"--basins", "1"});
    EXPECT_NE(first, plain);
    EXPECT_EQ(picture({"--lens", "basins"}), first);
    EXPECT_NE(picture({"--basins", "1,2"}), first);
    EXPECT_NE(picture({"--basins", "2"}), first);
}

TEST_F(EnsembleOptions, CloudsAndSweepsHaveTheirSettings) {
    const auto cloud = picture({"--lens", "cloud", "--count", "50", "--at", "3"});
    EXPECT_EQ(picture({"--lens", "cloud", "--count", "50", "--at", "3"}), cloud);
    EXPECT_NE(picture({"--lens", "cloud", "--count", "50", "--at", "3", "--cloud-seed", "2"}), cloud);
    EXPECT_NE(picture({"--lens", "cloud", "--count", "50", "--at", "3", "--of", "2"}), cloud);
    const auto sweep = picture({"--lens", "sweep", "--start", "1.5,1", "--rates", "5"});
    EXPECT_NE(picture({"--lens", "sweep", "--start", "1.5,1", "--rates", "5", "--from", "0.01", "--to", "0.02"}),
              sweep);
}

TEST_F(EnsembleOptions, WhatIsWrongIsSaid) {
    for (const auto& [arguments, word] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--basins", "3"}, "there are 2 optimizers"},
             {{"--basins", "0"}, "counted from 1"},
             {{"--basins", "1,2,1"}, "two to compare"},
             {{"--lens", "cloud", "--of", "1.5"}, "--of 1.5"},
             {{"--lens", "cloud", "--scatter", "gaussian"}, "--start"},
             {{"--lens", "cloud", "--count", "0"}, "count"},
             {{"--lens", "sweep"}, "--start"},
             {{"--lens", "sweep", "--start", "1,1", "--from", "0.1"}, "both"},
             {{"--lens", "sweep", "--start", "1,1", "--from", "1", "--to", "0.1"}, "below"}}) {
        const Ended ended = render(arguments);
        EXPECT_EQ(ended.status, 2) << ended.err;
        EXPECT_NE(ended.err.find(word), std::string::npos) << ended.err;
    }
}

}  // namespace
}  // namespace thalweg

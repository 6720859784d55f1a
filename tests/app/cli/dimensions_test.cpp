// What becomes of stationary points in many dimensions, on the command line: thalweg dimensions and thalweg training.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

TEST(Dimensions, TellsHowSeldomAPointIsNoSaddle) {
    const Ended ended = run_program({"dimensions", "--samples", "100000", "--matrices", "2", "--n", "20"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    for (const char* words : {"0.2929", "none of 100000", "below 3e-05", "10^-4771.2", "leading order", "n = 20"})
        EXPECT_NE(ended.out.find(words), std::string::npos) << words << " in\n" << ended.out;
}

TEST(Dimensions, ItsTableHasNoFractionWhereNoneWasFound) {
    const Ended ended = run_program({"dimensions", "--samples", "1000", "--matrices", "1", "--csv", "-"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(std::ranges::count(ended.out, '\n'), 201);
    EXPECT_NE(ended.out.find("\n200,0,1000,,0,0.0030000000000000001,-4771.2"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\n1,1000,1000,1,"), std::string::npos);
}

TEST(Dimensions, TheSameSeedTwiceIsTheSame) {
    const auto out = [](const char* seed) {
        return run_program({"dimensions", "--samples", "20000", "--n", "3", "--seed", seed, "--json"}).out;
    };
    EXPECT_EQ(out("5"), out("5"));
    EXPECT_NE(out("5"), out("6"));
}

TEST(Dimensions, RefusesWhatItCannotDo) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"dimensions", "--n", "201"},
                                                                       {"dimensions", "--samples", "0"},
                                                                       {"training", "--hidden", "16"},
                                                                       {"training", "--data", "line"},
                                                                       {"training", "--data", "nothing"},
                                                                       {"training", "--spread", "-1"}}) {
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 2) << arguments[1] << " " << arguments[2];
        EXPECT_NE(ended.err.find(arguments[1]), std::string::npos) << ended.err;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    }
}

const std::vector<std::string> short_training = {"training",    "--hidden", "2",          "--steps", "100",
                                                 "--trainings", "2",        "--searches", "2"};

TEST(Training, TellsLossAndNegativeShare) {
    const Ended ended = run_program(short_training);
    ASSERT_EQ(ended.status, 0) << ended.err;
    for (const char* words : {"9 eigenvalues", "negative", "Stationary points"})
        EXPECT_NE(ended.out.find(words), std::string::npos) << words << " in\n" << ended.out;
}

TEST(Training, ItsTableHasLooksAndStationaryPoints) {
    auto arguments = short_training;
    arguments.insert(arguments.end(), {"--csv", "-", "--optimizer", "adam lr=0.05"});
    const Ended ended = run_program(arguments);
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_TRUE(ended.out.starts_with("what,training,step,loss,")) << ended.out;
    EXPECT_NE(ended.out.find("\niterate,1,100,"), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace thalweg

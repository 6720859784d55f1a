#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

TEST(List, NamesWhatTheOtherCommandsUnderstand) {
    for (const auto& [what, id] : std::vector<std::pair<std::string, std::string>>{
             {"landscapes", "six_hump_camel"}, {"optimizers", "adam"}, {"colormaps", "viridis"}}) {
        SCOPED_TRACE(what);
        const Ended text = run_program({"list", what});
        EXPECT_EQ(text.status, 0) << text.err;
        EXPECT_NE(text.out.find(id), std::string::npos) << text.out;
        const Ended json = run_program({"list", what, "--json"});
        EXPECT_EQ(json.status, 0) << json.err;
        EXPECT_NE(json.out.find("\"id\": \"" + id + '"'), std::string::npos) << json.out;
        EXPECT_EQ(json.out.front(), '[');
    }
}

TEST(List, OptimizersCanBeUsedAsTheyArePrinted) {
    std::istringstream lines(run_program({"list", "optimizers"}).out);
    int tried = 0;
    for (std::string line; std::getline(lines, line); ++tried) {
        const Ended ended =
            run_program({"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "3", "--optimizer", line});
        EXPECT_EQ(ended.status, 0) << line << ": " << ended.err;
    }
    EXPECT_GE(tried, 6);
}

TEST(Stationary, FindsThePointsOfHimmelblau) {
    const Ended json = run_program({"stationary", "--landscape", "himmelblau", "--json"});
    EXPECT_EQ(json.status, 0) << json.err;
    EXPECT_NE(json.out.find("\"complete\": true"), std::string::npos) << json.out;
    std::size_t minima = 0;
    for (std::size_t at = 0; (at = json.out.find("\"class\": \"minimum\"", at)) != std::string::npos; ++at) ++minima;
    EXPECT_EQ(minima, 4U);
    EXPECT_NE(json.out.find("\"assumption\": \"Proofs are by outward-rounded intervals"), std::string::npos);
    const Ended text = run_program({"stationary", "--landscape", "himmelblau"});
    EXPECT_NE(text.out.find("9 stationary points"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("\nProofs are by outward-rounded intervals and assume that"), std::string::npos)
        << text.out;
}

}  // namespace
}  // namespace thalweg

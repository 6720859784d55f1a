// Formulas of more than two variables, shown over a plane.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

Ended render(const TemporaryFolder& folder, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"render", "--formula",           "x²+y²+z²", "--size", "200x120",
                                          "-o",     folder / "picture.png"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(Slice, IsDrawnInTheChosenPlane) {
    const TemporaryFolder folder;
    const Ended plain = render(folder, {"--start", "2,1,-1"});
    ASSERT_EQ(plain.status, 0) << plain.err;
    const std::string first = text_of(folder / "picture.png");
    const Ended other = render(folder, {"--start", "2,1,-1", "--axes", "x,z", "--through", "starts"});
    ASSERT_EQ(other.status, 0) << other.err;
    EXPECT_NE(text_of(folder / "picture.png"), first);
}

TEST(Slice, IsSaidAgainByTheCommandThatMadeIt) {
    const TemporaryFolder folder;
    ASSERT_EQ(render(folder, {"--start", "2,1,-1", "--axes", "z,x", "--through", "starts"}).status, 0);
    const Ended said = run_program({"export", "command", "--session", folder / "picture.png", "-o", "-"});
    ASSERT_EQ(said.status, 0) << said.err;
    for (const char* words : {"--axes z,x", "--through starts", "--start 2,1,-1"})
        EXPECT_NE(said.out.find(words), std::string::npos) << words << " in " << said.out;
}

TEST(Slice, MistakesAreNamed) {
    const TemporaryFolder folder;
    struct Mistake {
        std::vector<std::string> arguments;
        const char* words;
    };
    for (const auto& [arguments, words] :
         std::vector<Mistake>{{{"--start", "2,1"}, "has 2 numbers, but the formula has 3 variables: x, y, z"},
                              {{"--start", "2,1,-1", "--start", "0,0,0"}, "z must be -1"},
                              {{"--axes", "x,q"}, "\"q\" that is no variable"},
                              {{"--axes", "x,x"}, "one axis twice"},
                              {{"--through", "nothing"}, "--through"}}) {
        const Ended ended = render(folder, arguments);
        EXPECT_EQ(ended.status, 2) << words;
        EXPECT_NE(ended.err.find(words), std::string::npos) << ended.err;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    }
    const Ended flat = run_program({"render", "--formula", "x²+y²", "--axes", "x,y", "-o", folder / "picture.png"});
    EXPECT_EQ(flat.status, 2);
    EXPECT_NE(flat.err.find("more than two variables"), std::string::npos) << flat.err;
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

/// Arguments that are a mistake, and a word that the sentence about it must have.
struct Mistake {
    std::vector<std::string> arguments;
    const char* word;
};

void expect_one_sentence(const Mistake& mistake, const std::vector<std::string>& environment = {}) {
    std::string trace;
    for (const std::string& argument : mistake.arguments) trace += argument.substr(0, 60) + ' ';
    SCOPED_TRACE(trace);
    const Ended ended = run_program(mistake.arguments, environment);
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    EXPECT_NE(ended.err.find(mistake.word), std::string::npos) << ended.err;
}

TEST(Mistakes, OfTheCommandLine) {
    const std::vector<Mistake> mistakes = {
        {{"inspect"}, "--at"},
        {{"inspect", "--at", "1,2"}, "--landscape"},
        {{"inspect", "--at", "1,2", "--formula", "x", "--landscape", "bowl"}, "both"},
        {{"inspect", "--at", "1,2", "--formula", "x", "--colour", "red"}, "--colour"},
        {{"inspect", "--formula", "x^2+y^2", "--at", "1;2"}, "1;2"},
        {{"inspect", "--formula", "x^2+y^2", "--at", ""}, "--at"},
        {{"inspect", "--formula", "x^2+y^2", "--at", "1,2,3"}, "3 coordinates"},
        {{"inspect", "--formula", "x^2+y^2", "--at", "1"}, "2 variables"},
        {{"inspect", "--formula", "x^2+y^2", "--at", "nan,1"}, "finite"},
        {{"inspect", "--formula", "x^2+y^2", "--at", "1e999,1"}, "finite"},
        {{"inspect", "--landscape", "himelblau", "--at", "1,2"}, "did you mean himmelblau?"},
        {{"inspect", "--landscape", "zzzzzzzz", "--at", "1,2"}, "list landscapes"},
        {{"inspect", "--formula", "a x", "--set", "b=2", "--at", "1,2"}, "\"b\""},
        {{"inspect", "--formula", "a x", "--set", "a", "--at", "1,2"}, "NAME=NUMBER"},
        {{"inspect", "--formula", "a x", "--set", "a=two", "--at", "1,2"}, "two"},
        {{"list", "planets"}, "landscapes"},
        {{"list"}, "what"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "-1"}, "--steps"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "1e99"}, "--steps"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "5", "--optimizer", "adamm"}, "adam"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "5", "--optimizer", "sgd rate=1"}, "rate"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "5", "--optimizer", ""}, "--optimizer"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "5", "--schedule", "stepp"}, "stepp"},
        {{"descend", "--formula", "x y", "--start", "1,2", "--steps", "5", "--optimizer", "sgd", "--optimizer", "adam"},
         "one --optimizer"},
        {{"descend", "--formula", "x^2+y^2", "--start", "1,2", "--steps", "5", "--csv", "/nowhere/steps.csv"},
         "/nowhere"},
        {{"stationary", "--formula", "x^2+y^2", "--box", "1,0,0,1"}, "--box"},
        {{"stationary", "--formula", "x^2+y^2", "--box", "0,0,0,1"}, "--box"},
        {{"stationary", "--formula", "x^2+y^2", "--box", "0,1,0"}, "four"},
        {{"stationary", "--formula", "x^2+y^2", "--box", "-1e308,1e308,0,1"}, "--box"},
        {{"bench"}, "what"},
        {{"bench", "speed"}, "frames, drag"},
        {{"bench", "frames", "--size", "0x9"}, "--size"},
        {{"bench", "frames", "--frames", "0"}, "--frames"},
        {{"bench", "drag", "--frames", "many"}, "--frames"},
        {{"bench", "drag", "--scene", "himelblau"}, "did you mean himmelblau?"},
        {{"tour"}, "--output"},
        {{"tour", "-o", "/proc/nothing"}, "/proc/nothing"},
        {{"/nowhere/session.toml"}, "/nowhere/session.toml"},
        {{"rendr"}, "render"},
    };
    for (const Mistake& mistake : mistakes) expect_one_sentence(mistake);
}

TEST(Mistakes, OfFormulas) {
    for (const Mistake& mistake : std::vector<Mistake>{{{"x^^2"}, "column 3"},
                                                       {{""}, "formula"},
                                                       {{"sine(x)"}, "did you mean sin?"},
                                                       {{"(x"}, "column"},
                                                       {{std::string(10'000, '(')}, "column"},
                                                       {{"x +\n* y"}, "column"},
                                                       {{"\xff\xfe"}, "column"}})
        expect_one_sentence({{"inspect", "--formula", mistake.arguments[0], "--at", "1,2"}, mistake.word});
}

TEST(Mistakes, OfPictures) {
    const TemporaryFolder folder;
    const std::string file = folder / "picture.png";
    const auto render = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {"render", "--formula", "x^2+y^2", "-o", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    };
    for (const char* size : {"0x0", "-5x3", "99999x99999", "abc", "100", "100x", "x100", "100x100x100", "1e2x100", ""})
        expect_one_sentence({render({"--size", size}), "--size"});
    expect_one_sentence({render({"--view", "side"}), "surface"});
    expect_one_sentence({render({"--view", "curve"}), "one variable"});
    expect_one_sentence({render({"--theme", "pink"}), "dark"});
    expect_one_sentence({render({"--colormap", "jet"}), "viridis"});
    expect_one_sentence({render({"--scale", "0"}), "--scale"});
    expect_one_sentence({render({"--start", "1,2,3"}), "--start"});
    expect_one_sentence({render({"--at", "-3"}), "--at"});
    expect_one_sentence({{"render", "--formula", "x+y+z", "--axes", "x,q", "-o", file}, "\"q\""});
    expect_one_sentence({{"render", "--formula", "x", "--size", "64x64", "-o", "/nowhere/picture.png"}, "/nowhere"});
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Mistakes, OfTheMachine) {
    const TemporaryFolder folder;
    // No graphics driver anywhere to be found.
    expect_one_sentence({{"render", "--formula", "x", "-o", folder / "picture.png"}, "EGL"},
                        {"__EGL_VENDOR_LIBRARY_FILENAMES=/nowhere.json"});
    expect_one_sentence({{"bench", "frames"}, "EGL"}, {"__EGL_VENDOR_LIBRARY_FILENAMES=/nowhere.json"});
    expect_one_sentence({{}, "thalweg tour -o"});
    expect_one_sentence({{"list", "landscapes"}, "landscapes.toml"}, {"THALWEG_RESOURCES=/nowhere"});
}

TEST(Help, IsNoMistake) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"--help"},
                                               {"--version"},
                                               {"render", "--help"},
                                               {"inspect", "--help"},
                                               {"descend", "--help"},
                                               {"bench", "drag", "--help"}}) {
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 0);
        EXPECT_EQ(ended.err, "");
        EXPECT_NE(ended.out, "");
    }
}

}  // namespace
}  // namespace thalweg

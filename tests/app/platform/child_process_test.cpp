#include "app/platform/child_process.h"

#include <gtest/gtest.h>
#include <poll.h>

namespace thalweg {
namespace {

ChildProcess shell(const std::string& script, std::string_view input = {}) {
    return ChildProcess::start("/bin/sh", {"-c", script}, input).value();
}

/// Waits until it has ended, and gathers its lines.
ChildProcess::End end_of(ChildProcess& child, std::vector<std::string>& lines) {
    while (true) {
        const auto end = child.ended();
        for (std::string& line : child.lines()) lines.push_back(std::move(line));
        if (end) return *end;
        poll(nullptr, 0, 5);
    }
}

TEST(ChildProcess, ReadsItsInputAndTellsInLines) {
    std::vector<std::string> lines;
    ChildProcess child = shell("cat; printf 'cut'; printf ' off\\nunfinished'", "one\ntwo\n");
    const auto end = end_of(child, lines);
    EXPECT_TRUE(end.well);
    EXPECT_EQ(end.complaint, "");
    EXPECT_EQ(lines, (std::vector<std::string>{"one", "two", "cut off"}));
    EXPECT_FALSE(child.ended().has_value()) << "it ends once";
}

TEST(ChildProcess, LargeInputsAndOutputsStopNobody) {
    std::string large;
    for (int i = 0; i < 100'000; ++i) large += std::to_string(i) + '\n';
    std::vector<std::string> lines;
    ChildProcess child = shell("cat", large);
    EXPECT_TRUE(end_of(child, lines).well);
    ASSERT_EQ(lines.size(), 100'000U);
    EXPECT_EQ(lines.back(), "99999");
}

TEST(ChildProcess, AFailureComesWithItsComplaint) {
    std::vector<std::string> lines;
    ChildProcess child = shell("echo 'no luck' >&2; exit 3");
    const auto end = end_of(child, lines);
    EXPECT_FALSE(end.well);
    EXPECT_EQ(end.complaint, "no luck\n");
}

TEST(ChildProcess, IsStoppedWhenAskedAndWhenItsOwnerGoes) {
    std::vector<std::string> lines;
    ChildProcess child = shell("exec sleep 1000");
    EXPECT_FALSE(child.ended().has_value());
    child.stop();
    EXPECT_FALSE(end_of(child, lines).well);
    shell("exec sleep 1000");  // the destructor would wait for it
    shell("trap '' TERM; while true; do sleep 1; done");
}

TEST(ChildProcess, WhatIsNoProgramIsASentence) {
    const auto child = ChildProcess::start("/nowhere/program", {}, {});
    ASSERT_FALSE(child.has_value());
    EXPECT_EQ(child.error(), "the work cannot be begun: No such file or directory");
}

}  // namespace
}  // namespace thalweg

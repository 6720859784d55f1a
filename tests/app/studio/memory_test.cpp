#include "app/studio/memory.h"

#include <gtest/gtest.h>

#include <fstream>

#include "app/document/write_file.h"
#include "app/studio/recent_files.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

KeptSession with_steps(int steps) {
    KeptSession kept;
    kept.session.landscape.formula = "x^2 - θ y^2";
    kept.session.steps = steps;
    return kept;
}

/// A state folder of the test's own. A window that is destroyed without end_well() is one that crashed.
class Remembering : public testing::Test {
  protected:
    ~Remembering() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    std::unique_ptr<Memory> window(const KeptSession& opened = with_steps(1)) {
        auto memory = std::make_unique<Memory>(folder_, opened, [] {});
        list_ = {};
        memory->show(list_, catalogue_);
        return memory;
    }
    std::size_t files_in(const fs::path& folder) const {
        std::error_code none;
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder, none), fs::directory_iterator()));
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-memory-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    const Catalogue catalogue_;
    OpenList list_;
};

TEST_F(Remembering, AWindowThatWasNeverEditedLeavesNothing) {
    const auto memory = window();
    memory->follow(with_steps(1), false, false);
    KeptSession played = with_steps(1);
    played.session.playback.step = 7;
    memory->follow(played, false, true);
    memory->follow(played, false, false);
    memory->end_well();
    EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(Remembering, AfterACrashTheNextWindowGoesOnWithTheLastEdit) {
    auto crashing = window();
    KeptSession edited;
    for (int steps = 2; steps < 40; ++steps) {
        edited = with_steps(steps);
        edited.home = "/home/of/a session.toml";
        crashing->follow(edited, false, false);
    }
    edited.session.playback.step = 17;  // a step that is looked at, once there was an edit
    crashing->follow(edited, false, false);
    crashing.reset();

    const auto next = window();
    EXPECT_TRUE(list_.left_behind.starts_with("Your formula, ")) << list_.left_behind;
    const auto kept = next->go_on(list_);
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(*kept, edited);
    EXPECT_EQ(list_.left_behind, "");
    next->end_well();
    EXPECT_EQ(files_in(folder_ / "open"), 0U);

    const auto after = window();
    EXPECT_EQ(list_.left_behind, "") << "it ended well this time";
    ASSERT_EQ(list_.recent.size(), 1U);
    const auto last = load_kept_session(list_.recent.front().file);
    ASSERT_TRUE(last.has_value()) << last.error();
    EXPECT_EQ(last->reading.session, edited.session);
    EXPECT_EQ(last->home, edited.home);
}

TEST_F(Remembering, AGestureIsKeptWhenItIsOver) {
    auto memory = window();
    memory->follow(with_steps(5), true, false);
    memory.reset();
    EXPECT_FALSE(fs::exists(folder_));
    memory = window();
    memory->follow(with_steps(5), true, false);
    memory->follow(with_steps(6), false, false);
    memory.reset();
    const auto next = window();
    EXPECT_EQ(next->go_on(list_)->session.steps, 6);
}

TEST_F(Remembering, WindowsThatLiveKeepTheirOwn) {
    auto first = window();
    first->follow(with_steps(2), false, false);
    auto second = window();
    EXPECT_EQ(list_.left_behind, "") << "the first window lives";
    second->follow(with_steps(3), false, false);
    second.reset();
    first.reset();
    const auto third = window(), fourth = window();
    std::vector<int> found;
    OpenList list;
    for (const auto* memory : {&third, &fourth}) found.push_back((*memory)->go_on(list)->session.steps);
    std::ranges::sort(found);
    EXPECT_EQ(found, (std::vector{2, 3})) << "each goes on with another";
}

TEST_F(Remembering, WhatNobodyAnsweredIsAskedAgainAndWhatWasPutAsideCanBeOpened) {
    auto crashing = window();
    crashing->follow(with_steps(9), false, false);
    crashing.reset();
    window()->end_well();
    const auto memory = window();
    EXPECT_NE(list_.left_behind, "");
    memory->start_afresh(list_);
    EXPECT_EQ(list_.left_behind, "");
    ASSERT_EQ(list_.recent.size(), 1U);
    EXPECT_EQ(load_kept_session(list_.recent.front().file)->reading.session.steps, 9);
    window();
    EXPECT_EQ(list_.left_behind, "");
}

TEST_F(Remembering, EditsBeforeTheAnswerAreNotLost) {
    auto crashing = window();
    crashing->follow(with_steps(9), false, false);
    crashing.reset();
    auto memory = window();
    memory->follow(with_steps(10), false, false);
    EXPECT_EQ(memory->go_on(list_)->session.steps, 9);
    memory.reset();
    memory = window();
    EXPECT_EQ(memory->go_on(list_)->session.steps, 9);
    memory->end_well();
    EXPECT_EQ(files_in(folder_ / "open"), 0U);
}

TEST_F(Remembering, AnUnwritableFolderIsOneSentenceOnce) {
    fs::create_directories(folder_);
    EXPECT_EQ(write_file(folder_ / "open", "a file in the way"), "");
    int woken = 0;
    Autosave autosave(folder_ / "open", with_steps(1), [&] { ++woken; });
    for (int steps = 2; steps < 5; ++steps) autosave.follow(with_steps(steps), false, false);
    autosave.end_well(folder_ / "last.toml");
    const auto complaint = autosave.complaint();
    ASSERT_TRUE(complaint.has_value());
    EXPECT_TRUE(complaint->starts_with("Edits are not kept")) << *complaint;
    EXPECT_EQ(complaint->find('\n'), std::string::npos);
    EXPECT_FALSE(autosave.complaint().has_value());
    EXPECT_EQ(woken, 1);
}

TEST_F(Remembering, RubbishInTheFolderDoesNoHarm) {
    fs::create_directories(folder_ / "open");
    for (const char* name : {"recent.toml", "last.toml", "open/00000000.toml", "open/00000000.lock", "open/x.part"})
        EXPECT_EQ(write_file(folder_ / name, "\xFF\x01 = ["), "");
    const auto memory = window();
    EXPECT_EQ(list_.left_behind, "");
    EXPECT_FALSE(memory->go_on(list_).has_value());
    memory->follow(with_steps(3), false, false);
    memory->end_well();
    EXPECT_EQ(load_kept_session(folder_ / "last.toml")->reading.session.steps, 3);
}

TEST_F(Remembering, RecentFilesStandNewestFirstAndOnce) {
    fs::create_directories(folder_);
    const auto file = [&](const std::string& name) {
        EXPECT_EQ(write_file(folder_ / name, "x"), "");
        return folder_ / name;
    };
    const fs::path a = file("a \"quoted\".toml"), b = file("b.toml");
    for (const fs::path& one : {a, b, a}) EXPECT_EQ(remember_file(folder_, one), "");
    EXPECT_EQ(recent_files(folder_), (std::vector{a, b}));
    fs::remove(a);
    EXPECT_EQ(recent_files(folder_), std::vector{b}) << "what is gone is not offered";
    for (int i = 0; i < 30; ++i) EXPECT_EQ(remember_file(folder_, file(std::to_string(i))), "");
    EXPECT_EQ(recent_files(folder_).size(), 12U);
    EXPECT_EQ(recent_files(folder_).front(), folder_ / "29");
    EXPECT_NE(remember_file("/proc/nowhere", b), "");
}

}  // namespace
}  // namespace thalweg

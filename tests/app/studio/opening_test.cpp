#include "app/studio/opening.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/document/write_file.h"
#include "app/export/picture_session.h"
#include "app/scene/loaded_grid.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own with files to open, and a document to open them in.
class OpeningFiles : public testing::Test {
  protected:
    OpeningFiles() {
        fs::create_directories(folder_);
        open_.landscape.formula = "x^4 + y^4";
        kept_.landscape.formula = "x^2 - θ y^2";
        kept_.starts = {{1.0 / 3.0, -2}};
    }
    ~OpeningFiles() override { fs::remove_all(folder_); }

    fs::path file(const std::string& name, std::string_view contents) const {
        EXPECT_EQ(write_file(folder_ / name, contents), "");
        return folder_ / name;
    }
    fs::path picture(const std::string& name, std::span<const PngText> texts) const {
        const Picture pixels{.width = 2, .height = 2, .rgb = std::vector<std::uint8_t>(12)};
        EXPECT_EQ(write_file(folder_ / name, encode_png(pixels, texts).value()), "");
        return folder_ / name;
    }
    /// What is open stays, and one sentence names the file.
    void expect_refused(const fs::path& refused, std::string_view word) {
        const Session before = open_;
        const fs::path home = home_;
        const Arrival arrival = open_files(std::vector{refused}, {open_, home_, importing_});
        EXPECT_FALSE(arrival.changed) << refused;
        EXPECT_TRUE(open_ == before && home_ == home) << refused;
        EXPECT_NE(arrival.message.find(refused.string()), std::string::npos) << arrival.message;
        EXPECT_NE(arrival.message.find(word), std::string::npos) << arrival.message;
        EXPECT_EQ(arrival.message.find('\n'), std::string::npos) << arrival.message;
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-opening-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    Session open_, kept_;
    ImportDialog importing_;
    fs::path home_ = "/home/of/the/open.toml";
};

TEST_F(OpeningFiles, ASessionIsKnownByWhatItHolds) {
    const fs::path named_oddly = file("holiday.jpg", to_toml(kept_));
    const Arrival arrival = open_files(std::vector{named_oddly}, {open_, home_, importing_});
    EXPECT_TRUE(arrival.changed);
    EXPECT_EQ(open_, kept_);
    EXPECT_EQ(home_, named_oddly) << "it is saved to where it came from";
    EXPECT_EQ(arrival.message, "Opened " + named_oddly.string());
}

TEST_F(OpeningFiles, APictureBringsItsSceneBackAndStaysAsItIs) {
    const fs::path named_oddly = picture("session.toml", picture_texts(kept_));
    const Arrival arrival = open_files(std::vector{named_oddly}, {open_, home_, importing_});
    EXPECT_TRUE(arrival.changed);
    EXPECT_EQ(open_, kept_);
    EXPECT_TRUE(home_.empty()) << "saving must not replace the picture";
}

TEST_F(OpeningFiles, WarningsAreSaidWithTheirPlace) {
    const Arrival arrival =
        open_files(std::vector{file("a.toml", "version = 1\nstep = 3\n")}, {open_, home_, importing_});
    EXPECT_TRUE(arrival.changed);
    EXPECT_NE(arrival.message.find("a.toml, line 2, column 1: unknown key"), std::string::npos) << arrival.message;
}

TEST_F(OpeningFiles, ManyWarningsAreCounted) {
    std::string text = "version = 1\n";
    for (int i = 0; i < 1000; ++i) text += fmt::format("key{} = 1\n", i);
    const Arrival arrival = open_files(std::vector{file("a.toml", text)}, {open_, home_, importing_});
    EXPECT_TRUE(arrival.changed);
    EXPECT_EQ(std::ranges::count(arrival.message, '\n'), 6);
    EXPECT_TRUE(arrival.message.ends_with("\nand 994 more")) << arrival.message;
}

TEST_F(OpeningFiles, WhatCannotBeReadChangesNothing) {
    expect_refused(folder_ / "missing.toml", "No such file");
    expect_refused(folder_, "folder");
    expect_refused("/dev/zero", "device");
    expect_refused(file("empty", ""), "version");
    expect_refused(file("text", "Dear reader,"), "line 1");
    expect_refused(file("header.csv", "hours,mark\n"), "holds no numbers below its first line");
    expect_refused(file("words.csv", "size,kind\n3,blue\n"),
                   "has \"blue\" where a number belongs, in line 2, column 2");
    expect_refused(file("column.csv", "mark\n3\n4\n"), "");
    expect_refused(file("broken.toml", "version = 1\nsteps = \n"), "line 2");
    expect_refused(file("newer.toml", "version = 99\n"), "version");
    expect_refused(file("rubbish", std::string("\x7F"
                                               "ELF\x02\0\0\x01",
                                               8)),
                   "neither");
    expect_refused(picture("photo.png", {}), "no session");
    const PngText broken[] = {{"Session", "version = 1\nsteps = \n"}};
    expect_refused(picture("broken.png", broken), "line 2");
}

TEST_F(OpeningFiles, OfSeveralSessionsTheFirstGoodOneIsOpened) {
    const fs::path broken = file("broken.toml", "?"), good = file("good.toml", to_toml(kept_)),
                   other = file("other.toml", to_toml(Session{}));
    const Arrival arrival = open_files(std::vector{broken, good, other}, {open_, home_, importing_});
    EXPECT_TRUE(arrival.changed);
    EXPECT_EQ(open_, kept_);
    EXPECT_EQ(home_, good);
    EXPECT_EQ(std::ranges::count(arrival.message, '\n'), 2) << arrival.message;
    EXPECT_NE(arrival.message.find(other.string() + " is not opened"), std::string::npos) << arrival.message;
}

TEST_F(OpeningFiles, AGridIsAskedAbout) {
    const fs::path grid = file("loss.dat", "1 2 3\n4 5 6\n7 8 9\n1 0 1\n");
    const Session before = open_;
    const Arrival arrival = open_files(std::vector{grid, grid}, {open_, home_, importing_});
    EXPECT_EQ(open_, before) << "not before it was asked about";
    EXPECT_TRUE(importing_.open);
    EXPECT_EQ(importing_.file, grid.string());
    EXPECT_EQ(importing_.grids.size(), 1U);
    EXPECT_EQ(importing_.way, ImportWay::surface) << "although it may be samples, too";
    EXPECT_TRUE(importing_.may_be_samples);
    EXPECT_NE(arrival.message.find("one grid"), std::string::npos) << arrival.message;
}

TEST_F(OpeningFiles, SamplesAreAskedAboutToo) {
    const fs::path marks = file("marks.csv", "hours,sleep,mark\n1,8,2\n2,7,3\n");
    open_files(std::vector{marks}, {open_, home_, importing_});
    EXPECT_TRUE(importing_.open);
    EXPECT_TRUE(importing_.grids.empty());
    EXPECT_EQ(importing_.way, ImportWay::samples);
}

TEST_F(OpeningFiles, WhatCanOnlyBeAPathIsLaidOverTheLandscape) {
    const fs::path path = file("run.csv", "x,y,loss\n1,2,3\n0.5,1,2\n");
    const Arrival arrival = open_files(std::vector{path}, {open_, home_, importing_});
    EXPECT_FALSE(importing_.open);
    ASSERT_EQ(open_.trajectories.size(), 1U);
    EXPECT_EQ(open_.trajectories[0].file, path.string());
    EXPECT_EQ(open_.trajectories[0].sha256.size(), 64U);
    EXPECT_NE(arrival.message.find("2 points"), std::string::npos) << arrival.message;
}

TEST_F(OpeningFiles, AFileThatTheSessionMissesIsFoundAgain) {
    open_files(std::vector{file("run.csv", "x,y,loss\n1,2,3\n0.5,1,2\n")}, {open_, home_, importing_});
    fs::rename(folder_ / "run.csv", folder_ / "moved.csv");
    const Arrival arrival = open_files(std::vector{folder_ / "moved.csv"}, {open_, home_, importing_});
    ASSERT_EQ(open_.trajectories.size(), 1U) << "it is the same path, not another";
    EXPECT_EQ(open_.trajectories[0].file, (folder_ / "moved.csv").string());
    EXPECT_NE(arrival.message.find("Found again"), std::string::npos) << arrival.message;
}

TEST_F(OpeningFiles, GoodFilesCutAnywhereChangeNothingOrArePaths) {
    for (const char* name : {"deflated.npz", "loss_landscape.h5", "f4_big.npy"}) {
        std::ifstream stream(std::string(THALWEG_TEST_DATA "/grids/") + name, std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(stream), {}};
        const std::size_t step = std::max<std::size_t>(1, whole.size() / 97);
        for (std::size_t length = 0; length < whole.size(); length += step) {
            const fs::path cut = file("cut", std::string_view(whole).substr(0, length));
            const Session before = open_;
            const Arrival arrival = open_files(std::vector{cut}, {open_, home_, importing_});
            EXPECT_TRUE(open_ == before) << name << " cut after " << length;
            if (importing_.open) {
                // Cut where the directory still says what there is: the reader finds out.
                EXPECT_FALSE(load_grid({.file = cut.string()}).has_value()) << name << " cut after " << length;
                importing_ = {};
                continue;
            }
            EXPECT_FALSE(arrival.message.empty());
            EXPECT_EQ(arrival.message.find('\n'), std::string::npos) << arrival.message;
        }
    }
}

TEST_F(OpeningFiles, ASessionAloneIsReadFromEither) {
    EXPECT_EQ(open_session(file("a", to_toml(kept_)))->session, kept_);
    EXPECT_EQ(open_session(picture("b", picture_texts(kept_)))->session, kept_);
    EXPECT_FALSE(open_session(folder_ / "missing").has_value());
}

}  // namespace
}  // namespace thalweg

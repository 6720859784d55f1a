#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/export/png.h"
#include "run_program.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// Six frames of a short run.
Ended animate(const std::string& output, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"animate", "--formula", "x^2 + y^2", "--start",   "1,0.5", "--steps",
                                          "5",       "--size",    "128x97",    "--seconds", "0.4",   "--hold",
                                          "0.2",     "--fps",     "10",        "-o",        output};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

std::string beginning(const std::string& file, std::size_t count) {
    std::ifstream written(file, std::ios::binary);
    std::string start(count, ' ');
    written.read(start.data(), static_cast<std::streamsize>(count));
    return start;
}

TEST(Animate, AFolderHoldsEveryFrame) {
    const TemporaryFolder folder;
    const std::string film = folder / "film";
    const Ended ended = animate(film);
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(std::distance(fs::directory_iterator(film), {}), 6);
    const auto first = read_png(film + "/frame-00001.png"), end = read_png(film + "/frame-00004.png");
    const auto held = read_png(film + "/frame-00006.png");
    ASSERT_TRUE(first && end && held);
    EXPECT_EQ(first->width, 128);
    EXPECT_NE(*first, *end) << "the run moves";
    EXPECT_EQ(*end, *held) << "its end stays";
    EXPECT_NE(animate(film).err.find("is there already"), std::string::npos);
}

TEST(Animate, FilmsOfEveryKindAndNothingBesides) {
    const TemporaryFolder folder;
    const std::string mp4 = folder / "film.mp4", gif = folder / "film.gif", webp = folder / "film.webp";
    for (const std::string& file : {mp4, gif, webp}) {
        const Ended ended = animate(file);
        ASSERT_EQ(ended.status, 0) << ended.err;
    }
    EXPECT_EQ(beginning(mp4, 8).substr(4), "ftyp");
    EXPECT_EQ(beginning(gif, 6), "GIF89a");
    EXPECT_EQ(beginning(webp, 12).substr(8), "WEBP");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 3) << "nothing half-written stays behind";
}

TEST(Animate, MistakesAreSaidInOneSentenceAndLeaveNothing) {
    const TemporaryFolder folder;
    EXPECT_NE(animate(folder / "no/such/folder/film.mp4").err.find("cannot write"), std::string::npos);
    EXPECT_NE(animate(folder / "no/such/film").err.find("cannot write"), std::string::npos);
    EXPECT_NE(run_program({"animate", "--formula", "x y", "-o", folder / "film.gif"}).err.find("no run to film"),
              std::string::npos);
    EXPECT_NE(animate(folder / "film.gif", {"--scale", "99"}).err.find("at most 8"), std::string::npos);
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace thalweg

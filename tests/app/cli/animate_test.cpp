#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
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

/// What ffprobe says of a film: width, height, frames a second, frames.
std::string probe(const std::string& film) {
    const std::string command =
        "ffprobe -v error -count_frames -select_streams v -of csv=p=0 "
        "-show_entries stream=width,height,avg_frame_rate,nb_read_frames '" +
        film + "' 2>&1";
    std::array<char, 256> line{};
    FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): our own words
    if (pipe == nullptr) return "ffprobe cannot be started";
    const std::size_t count = std::fread(line.data(), 1, line.size(), pipe);
    pclose(pipe);
    return {line.data(), count};
}

TEST(Animate, FilmsHaveTheirSizeSpeedAndFrames) {
    const TemporaryFolder folder;
    for (const auto& [name, expected] : {std::pair{"film.mp4", "128,98,10/1,6\n"}, {"film.gif", "128,97,10/1,6\n"}}) {
        ASSERT_EQ(animate(folder / name).status, 0);
        EXPECT_EQ(probe(folder / name), expected) << name;
    }
    // ffprobe reads no moving WebP: its frames are chunks, of 100 ms each (WebP container, "ANMF").
    ASSERT_EQ(animate(folder / "film.webp").status, 0);
    const std::string webp = text_of(folder / "film.webp");
    int frames = 0, milliseconds = 0;
    for (std::size_t at = webp.find("ANMF"); at != std::string::npos; at = webp.find("ANMF", at + 1)) {
        constexpr std::size_t duration = 8 + 12;
        ++frames;
        for (std::size_t byte = 0; byte < 3; ++byte)
            milliseconds += static_cast<unsigned char>(webp.at(at + duration + byte)) << (8 * byte);
    }
    EXPECT_EQ(milliseconds, 600);
    EXPECT_GE(frames, 4) << "frames that are alike may be one that stays longer";
}

/// Asked to end or killed outright while it works, the program leaves nothing.
TEST(Animate, NothingStaysOfAFilmThatIsGivenUp) {
    const TemporaryFolder folder;
    for (const char* signal : {"INT", "TERM", "KILL"}) {
        const std::string command = std::string("timeout -s ") + signal +
                                    " 1.5 '" THALWEG_PROGRAM
                                    "' animate --formula 'x^2 + y^2' --start 1,1 --seconds 600 --size 64x64 -o '" +
                                    (folder / "film.mp4").string() + "' > /dev/null 2>&1";
        EXPECT_NE(std::system(command.c_str()), 0);  // NOLINT: our own words
        EXPECT_TRUE(fs::is_empty(folder.path())) << signal;
    }
}

TEST(Animate, TellsHowFarItIs) {
    const TemporaryFolder folder;
    const Ended ended = animate(folder / "film", {"--progress"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.out, "0.17\n0.33\n0.50\n0.67\n0.83\n1.00\n");
    EXPECT_EQ(ended.err, "");
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

#include "app/studio/exporter.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/document/read_file.h"
#include "app/document/write_file.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// An exporter whose program is a script of the test's own.
class ExporterTest : public testing::Test {
  protected:
    ExporterTest() : folder_(fs::temp_directory_path() / ("thalweg_exporter_" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        dialog_.open = true;
        dialog_.file = folder_ / "picture.png";
        dialog_.file_is_own = true;
        session_.landscape.formula = "x^2 + y^2";
    }
    ~ExporterTest() override { fs::remove_all(folder_); }

    Exporter exporter(const std::string& script) const {
        const fs::path program = folder_ / "program";
        EXPECT_EQ(write_file(program, "#!/bin/sh\nfor last; do :; done\n" + script), "");
        chmod(program.c_str(), 0755);
        return Exporter(program);
    }

    Written end_of(Exporter& exporter) {
        while (true) {
            if (exporter.news())
                if (auto written = exporter.go_on(dialog_)) return *written;
            poll(nullptr, 0, 5);
        }
    }

    fs::path folder_;
    ExportDialog dialog_;
    Session session_;
};

TEST_F(ExporterTest, GivesTheProgramItsArgumentsAndTheSession) {
    Exporter work = exporter("echo \"$@\" > \"$last.words\"; cat > \"$last\"\n");
    dialog_.order.picture.measure = {.width = 320, .height = 200, .scale = 1};
    dialog_.order.picture.theme = ExportTheme::light;
    work.begin(dialog_, session_, false);
    EXPECT_EQ(dialog_.progress, 0.0);
    const Written written = end_of(work);
    ASSERT_TRUE(written.has_value()) << written.error();
    EXPECT_EQ(*written, folder_ / "picture.png");
    EXPECT_FALSE(dialog_.progress.has_value());
    EXPECT_EQ(read_file(folder_ / "picture.png.words").value(),
              "render --size 320x200 --progress --session - -o " + (folder_ / "picture.png").string() + '\n');
    EXPECT_NE(read_file(*written)->find("theme = \"light\""), std::string::npos);
}

TEST_F(ExporterTest, ShowsHowFarItIsAndStopsWhenAsked) {
    Exporter work = exporter("echo 0.25; exec sleep 1000\n");
    work.begin(dialog_, session_, false);
    while (dialog_.progress != 0.25) {
        if (work.news()) {
            EXPECT_FALSE(work.go_on(dialog_).has_value());
        }
        poll(nullptr, 0, 5);
    }
    EXPECT_TRUE(work.busy());
    work.stop();
    EXPECT_FALSE(end_of(work).has_value());
    EXPECT_FALSE(work.busy());
    EXPECT_FALSE(dialog_.progress.has_value());
}

TEST_F(ExporterTest, TellsWhatWentWrongAsTheProgramSaysIt) {
    Exporter work = exporter("echo 'thalweg: films need the program ffmpeg' >&2; exit 2\n");
    dialog_.order.kind = ExportKind::film;
    work.begin(dialog_, session_, false);
    EXPECT_EQ(end_of(work).error(), "films need the program ffmpeg");
}

TEST_F(ExporterTest, NoFileIsReplacedAndEndingsAreRight) {
    Exporter work = exporter("cat > \"$last\"\n");
    ASSERT_EQ(write_file(folder_ / "picture.png", "mine"), "");
    work.begin(dialog_, session_, false);
    EXPECT_EQ(end_of(work).value(), folder_ / "picture-2.png");
    EXPECT_EQ(read_file(folder_ / "picture.png").value(), "mine");
    dialog_.file = folder_ / "map";
    dialog_.order.kind = ExportKind::figure;
    dialog_.order.figure.format = FigureFormat::svg;
    work.begin(dialog_, session_, false);
    EXPECT_EQ(end_of(work).value(), folder_ / "map.svg");
}

TEST_F(ExporterTest, ProposesANameThatFitsTheKind) {
    Exporter work = exporter("");
    dialog_.file.clear();
    dialog_.file_is_own = false;
    EXPECT_FALSE(work.go_on(dialog_).has_value());
    EXPECT_TRUE(dialog_.file.ends_with(".png")) << dialog_.file;
    dialog_.order.kind = ExportKind::film;
    dialog_.order.film.format = FilmFormat::webp;
    EXPECT_FALSE(work.go_on(dialog_).has_value());
    EXPECT_TRUE(dialog_.file.ends_with(".webp")) << dialog_.file;
    dialog_.order.film.format = FilmFormat::frames;
    EXPECT_FALSE(work.go_on(dialog_).has_value());
    EXPECT_EQ(fs::path(dialog_.file).extension(), "") << dialog_.file;
}

}  // namespace
}  // namespace thalweg

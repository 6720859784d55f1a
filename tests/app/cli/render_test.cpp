#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "app/document/session_file.h"
#include "app/export/png.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

/// Small, so that drawing without a graphics card stays quick.
Picture render(std::vector<std::string> more) {
    const TemporaryFolder folder;
    const std::string file = folder / "picture.png";
    std::vector<std::string> arguments = {"render", "-o", file};
    if (std::ranges::find(more, "--size") == more.end()) arguments.insert(arguments.end(), {"--size", "320x200"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ended ended = run_program(arguments);
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.err, "");
    const auto picture = read_png(file);
    EXPECT_TRUE(picture.has_value()) << (picture ? "" : picture.error());
    return picture.value_or(Picture{});
}

std::size_t colors(const Picture& picture) {
    std::set<std::array<std::uint8_t, 3>> all;
    for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3)
        all.insert({picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]});
    return all.size();
}

TEST(Render, EveryViewIsAPictureOfTheRightSize) {
    for (const char* view : {"surface", "contour", "both", "window"}) {
        SCOPED_TRACE(view);
        const Picture picture = render({"--landscape", "himmelblau", "--view", view});
        EXPECT_EQ(picture.width, 320);
        EXPECT_EQ(picture.height, 200);
        EXPECT_GT(colors(picture), 200U) << "not blank";
    }
}

TEST(Render, AFormulaOfOneVariableIsShownAsItsCurve) {
    const std::vector<std::string> usual = {"--formula", "x^2 sin(x)", "--box", "-1,8,-1,1", "--start", "3.6"};
    const auto seen_as = [&](const char* view) {
        std::vector<std::string> arguments = usual;
        arguments.insert(arguments.end(), {"--view", view});
        return render(arguments);
    };
    EXPECT_EQ(seen_as("both"), seen_as("curve"));
    EXPECT_NE(seen_as("surface"), seen_as("curve"));
    EXPECT_NE(seen_as("contour"), seen_as("curve"));
}

TEST(Render, ALensOnACurveTakesOneNumber) {
    const std::vector<std::string> usual = {"--formula", "x^2", "--lens", "secant", "--point", "1", "--arm"};
    const auto with_arm = [&](const char* arm) {
        std::vector<std::string> arguments = usual;
        arguments.emplace_back(arm);
        return render(arguments);
    };
    EXPECT_EQ(with_arm("2"), with_arm("2,5"));
    EXPECT_NE(with_arm("2"), with_arm("0.5"));
}

TEST(Render, EveryOptionChangesThePicture) {
    const std::vector<std::string> usual = {"--formula", "a x^2 + y^2", "--view",  "contour",
                                            "--start",   "3,2",         "--steps", "20"};
    const Picture before = render(usual);
    EXPECT_EQ(before, render(usual)) << "the same arguments, the same picture";
    for (const std::vector<std::string>& option : std::vector<std::vector<std::string>>{{"--set", "a=4"},
                                                                                        {"--box", "-2,6,-3,5"},
                                                                                        {"--theme", "light"},
                                                                                        {"--colormap", "turbo"},
                                                                                        {"--scale", "2"},
                                                                                        {"--start", "-4,1"},
                                                                                        {"--optimizer", "sgd lr=0.9"},
                                                                                        {"--at", "3"}}) {
        SCOPED_TRACE(option[0]);
        std::vector<std::string> arguments = usual;
        arguments.insert(arguments.end(), option.begin(), option.end());
        EXPECT_NE(render(arguments), before);
    }
}

TEST(Render, ASessionFileIsShownAndOptionsReplaceItsParts) {
    const TemporaryFolder folder;
    const std::string file = folder / "session.toml";
    Session session;
    session.landscape.formula = "x^2 - y^2";
    session.starts = {{3, 0.1}};
    add_optimizer(session, *parse_optimizer("sgd lr=0.2"));
    session.steps = 10;
    session.playback.step = 10;
    ASSERT_EQ(save_session(session, file), "");
    const std::vector<std::string> said = {"--formula",   "x^2 - y^2",  "--start", "3,0.1",
                                           "--optimizer", "sgd lr=0.2", "--steps", "10"};
    const Picture from_session = render({"--session", file});
    EXPECT_EQ(from_session, render(said));
    for (const std::vector<std::string>& option : std::vector<std::vector<std::string>>{
             {"--formula", "x^2 - 2y^2"}, {"--start", "1,1"}, {"--optimizer", "adam lr=1"}, {"--steps", "3"}}) {
        SCOPED_TRACE(option[0]);
        EXPECT_NE(render({"--session", file, option[0], option[1]}), from_session);
    }
}

TEST(Render, OddFormulasHaveOddPicturesButNoCrash) {
    for (const char* formula : {"1/0", "sqrt(-1)", "1/(x^2+y^2)", "ln(x)", "x^2", "7", "floor(x) + sign(y)"}) {
        SCOPED_TRACE(formula);
        EXPECT_EQ(render({"--formula", formula, "--start", "1,1"}).width, 320);
    }
}

TEST(Render, AStartOutsideTheDomainIsNoMistake) {
    EXPECT_EQ(render({"--formula", "x^2+y^2", "--start", "50,50"}).width, 320);
}

TEST(Render, LongPicturesAreDrawnInPieces) {
    EXPECT_EQ(render({"--formula", "x y", "--size", "16384x40", "--view", "contour"}).width, 16384);
    EXPECT_NE(run_program({"render", "--formula", "x y", "--size", "16385x40", "-o", "/tmp/never.png"})
                  .err.find("a side has at most 16384 pixels"),
              std::string::npos);
}

TEST(Render, TheGroundMayBeLeftOut) {
    const TemporaryFolder folder;
    const std::string file = folder / "picture.png";
    const std::vector<std::string> arguments = {"render", "--formula", "x y", "--size", "64x48", "-o", file};
    const auto color_type = [&](const char* background) {
        std::vector<std::string> all = arguments;
        all.insert(all.end(), {"--background", background});
        EXPECT_EQ(run_program(all).status, 0);
        constexpr std::size_t place = 25;  // in the header, ISO/IEC 15948, 11.2.2
        return static_cast<int>(text_of(file).at(place));
    };
    EXPECT_EQ(color_type("transparent"), 6) << "red, green, blue and alpha";
    EXPECT_EQ(color_type("plain"), 2) << "no alpha";
}

TEST(Render, ReplacesTheFileThatIsThere) {
    const TemporaryFolder folder;
    const std::string file = folder / "picture.png";
    for (const char* size : {"64x48", "48x64"}) {
        const Ended ended = run_program({"render", "--formula", "x y", "--size", size, "-o", file});
        ASSERT_EQ(ended.status, 0) << ended.err;
    }
    EXPECT_EQ(read_png(file)->width, 48);
    const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    EXPECT_EQ(files, 1) << "nothing half-written stays behind";
}

TEST(Render, MillimetresAndDotsAnInchSayHowLargeAPictureIs) {
    const TemporaryFolder folder;
    const std::string file = folder / "picture.png";
    const Ended ended =
        run_program({"render", "--formula", "x y", "--mm", "50.8x25.4", "--dpi", "150", "--type", "6", "-o", file});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(read_png(file)->width, 300);
    EXPECT_EQ(read_png(file)->height, 150);
}

TEST(Render, TheEndingDecidesWhatKindOfFileItIs) {
    const TemporaryFolder folder;
    for (const auto& [name, beginning] : {std::pair{"map.svg", "<?xml"}, std::pair{"map.pdf", "%PDF-"}}) {
        const std::string file = folder / name;
        const Ended ended = run_program({"render", "--formula", "x^2 + y^2", "--mm", "60x50", "-o", file});
        ASSERT_EQ(ended.status, 0) << ended.err;
        std::ifstream written(file, std::ios::binary);
        std::string start(5, ' ');
        written.read(start.data(), 5);
        EXPECT_EQ(start, beginning);
    }
}

TEST(Render, VectorsAreOfMapsAndCurves) {
    const auto refused = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "render");
        arguments.insert(arguments.end(), {"-o", "/tmp/never.svg"});
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.status, 2);
        return ended.err;
    };
    EXPECT_NE(refused({"--formula", "x y", "--view", "surface"}).find("hold the contour map or a curve"),
              std::string::npos);
    EXPECT_NE(refused({"--formula", "x y", "--size", "300x200"}).find("--mm"), std::string::npos);
    EXPECT_NE(refused({"--formula", "x y", "--mm", "3x200"}).find("from 10 to 1500"), std::string::npos);
    EXPECT_NE(refused({"--formula", "x y", "--type", "99"}).find("at most 40"), std::string::npos);
}

}  // namespace
}  // namespace thalweg

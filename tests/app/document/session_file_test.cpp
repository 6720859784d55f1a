#include "app/document/session_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <numbers>
#include <random>

#include "app/document/describe.h"
#include "app/document/session_upgrade.h"
#include "tests/app/document/random_session.h"

namespace thalweg {
namespace {

Optimizer optimizer(std::string_view text) {
    return parse_optimizer(text).value();
}

struct Case {
    const char* text;
    const char* warning;  ///< a part of the only warning, or of the error
};

void expect_warning(const Case& c) {
    const auto reading = parse_session(c.text, "file");
    ASSERT_TRUE(reading.has_value()) << c.text << "\n" << reading.error();
    ASSERT_EQ(reading->warnings.size(), 1U) << c.text;
    EXPECT_NE(reading->warnings.front().find(c.warning), std::string::npos) << c.text << "\n"
                                                                            << reading->warnings.front();
}

/// What the kept files of every version hold, and more since then. Nothing in it is at its default, and its numbers
/// have all their bits in use.
Session unusual_session() {
    Session session;
    session.landscape = {.id = "ravine",
                         .formula = "a x^2 + θ1 y^2 - \"quoted\" \\ \t",
                         .domain = {-1.0 / 3.0, 1e300, -0.1, 1.0},
                         .parameters = {{"a", 0.1 + 0.2}, {"θ1", -std::numbers::pi}, {"odd key\"", 1e-300}},
                         .height_scale = HeightScaleKind::clipped};
    session.starts = {{1.0 / 3.0, -2.0 / 7.0}, {0.0, -0.0}, {3, 2}};
    session.optimizers = {
        {.optimizer =
             optimizer("sgd lr=0.01 momentum=0.9 | schedule step gamma=0.5 | clip norm | noise gaussian sigma=0.1"),
         .enabled = false,
         .color = 3},
        {.optimizer = optimizer("adam lr=0.12345678901234567 beta1=0.5"), .enabled = true, .color = 7}};
    session.steps = 12'345;
    session.playback = {.step = 17.25, .speed = 33.3};
    session.study = {.lens = LensKind::slopes, .pinned = true, .x = 0.1, .y = -7.5, .dx = 0.25, .dy = -1e-5};
    session.display = {.theme = Theme::light,
                       .colormap = Colormap::blue_to_red,
                       .layout = ViewLayout::contour,
                       .divider = 0.35,
                       .level_lines = false,
                       .gradient_field = false,
                       .arrow_direction = ArrowDirection::ascent,
                       .live_arrows = false,
                       .stationary_points = false,
                       .step_dots = false,
                       .chart_scale = ChartScale::linear,
                       .animations = false,
                       .projector = true,
                       .interface_scale = 1.7,
                       .camera = {.azimuth = 0.123, .elevation = 1.1, .distance = 9.87, .target = {0.1, -0.2, 0.3}},
                       .data = {.residuals = false, .batch_surface = true, .gradient_noise = false, .by_epoch = true},
                       .map = {0.1, 0.7, -0.7, -0.1}};
    session.kept = {
        {.name = "mine", .landscape = {.id = "", .formula = "x y", .domain = {0, 1, 0, 2}}},
        {.name = "鞍点",
         .landscape = {
             .formula = "x^2 - y^2", .parameters = {{"b", 2}}, .height_scale = HeightScaleKind::logarithmic}}};
    return session;
}

TEST(SessionFile, EveryFieldGoesRoundUnchanged) {
    std::mt19937_64 random(20);
    std::vector<Session> sessions = {Session{}, unusual_session()};
    for (int i = 0; i < 200; ++i) sessions.push_back(random_session(random));
    for (const Session& session : sessions) {
        const std::string text = to_toml(session);
        const auto reading = parse_session(text, "test");
        ASSERT_TRUE(reading.has_value()) << reading.error();
        ASSERT_TRUE(reading->warnings.empty()) << reading->warnings.front();
        ASSERT_EQ(reading->session, session) << text;
        ASSERT_EQ(to_toml(reading->session), text);
    }
}

// tests/data/sessions holds one file of every version, written by the program of its day.
TEST(SessionFile, FilesOfEveryVersionAreReadForEver) {
    // What there was not in their day has its defaults.
    Session expected = unusual_session();
    expected.display.data = {};
    expected.display.chart_scale = ChartScale::logarithmic;
    for (int version = 1; version <= session_version(); ++version) {
        const auto reading =
            load_session(std::string(THALWEG_TEST_DATA "/sessions/version-") + std::to_string(version) + ".toml");
        ASSERT_TRUE(reading.has_value()) << reading.error();
        EXPECT_TRUE(reading->warnings.empty()) << reading->warnings.front();
        EXPECT_EQ(reading->session, expected) << "version " << version;
    }
}

TEST(SessionFile, WhatMovesInAnUpgradeKeepsItsPlace) {
    constexpr Case cases[] = {
        {"version = 1\n[study]\n  lens = \"slops\"",
         "file, line 3, column 10: lens.kind must be one of none, data, slopes"},
        {"version = 1\n[study]\ndx = true", "file, line 3, column 6: lens.arm_x must be a number"},
        {"version = 1\n[study]\n dz = 1.0", "file, line 3, column 2: unknown key \"dz\" in [lens]"},
        {"version = 1\nstudy = 3", "file, line 2, column 9: lens must be a table"},
        {"version = 2\n[study]", "file, line 2, column 2: unknown key \"study\" is left out"},
    };
    for (const Case& c : cases) expect_warning(c);
}

TEST(SessionFile, BytesThatAreNotTextDoNotMakeTheFileUnreadable) {
    Session session;
    session.landscape.formula = "x\xFF + \xC3 y\xE2\x82 \xED\xA0\x80 é";
    const auto reading = parse_session(to_toml(session), "test");
    ASSERT_TRUE(reading.has_value()) << reading.error();
    EXPECT_NE(reading->session.landscape.formula.find("é"), std::string::npos);
}

TEST(SessionFile, CommentsNameUnitsAndChoices) {
    const std::string text = to_toml(Session{});
    for (const char* expected :
         {"version = 2", "theme = \"dark\"  # dark, light", "radians", "in steps per second", "# x0, x1, y0, y1"}) {
        EXPECT_NE(text.find(expected), std::string::npos) << expected << " is missing in\n" << text;
    }
}

TEST(SessionFile, SaysWhatItLeavesOutOrReplaces) {
    constexpr Case cases[] = {
        {"version = 1\ncolour = 3", "file, line 2, column 1: unknown key \"colour\" is left out"},
        {"version = 1\n[display]\n  tehme = \"dark\"", "file, line 3, column 3: unknown key \"tehme\" in [display]"},
        {"version = 1\n[display]\n  tehme = \"dark\"", "did you mean theme?"},
        {"version = 1\n[display]\ntheme = \"blue\"",
         "file, line 3, column 9: display.theme must be one of dark, light; its default is used"},
        {"version = 1\n[display]\ntheme = \"lihgt\"", "its default is used; did you mean light?"},
        {"version = 1\n[display]\ndivider = 7", "display.divider must be a number from 0.2 to 0.8; 0.6 is used"},
        {"version = 1\nsteps = \"many\"", "file, line 2, column 9: steps must be a whole number from 1 to 100000"},
        {"version = 1\nsteps = 0", "steps must be a whole number from 1 to 100000; 200 is used"},
        {"version = 1\nsteps = 99999999999999", "steps must be a whole number"},
        {"version = 1\nsteps = 10.5", "steps must be a whole number"},
        {"version = 1\nstarts = 3", "starts must be an array"},
        {"version = 1\nstarts = [[1, 2, 3]]", "starts[0] must be 2 numbers in brackets"},
        {"version = 1\nstarts = [[1, nan]]", "starts[0] must be 2 numbers in brackets"},
        {"version = 1\nlandscape = 3", "landscape must be a table"},
        {"version = 1\n[landscape]\nformula = 3", "landscape.formula must be a text in quotes"},
        {"version = 1\n[landscape]\ndomain = [1, 0, 0, 1]", "landscape.domain must be x0, x1, y0, y1 with x0 < x1"},
        {"version = 1\n[landscape]\ndomain = [1, 1.0000000000000002, 0, 1]", "landscape.domain must be"},
        {"version = 1\n[landscape]\ndomain = [-1e308, 1e308, 0, 1]", "landscape.domain must be"},
        {"version = 1\n[landscape]\nparameters = { a = \"1\" }", "landscape.parameters.a must be a number"},
        {"version = 1\n[landscape]\nparameters = [1]", "landscape.parameters must be a table of numbers"},
        {"version = 1\n[[optimizers]]\noptimizer = \"adma\"", "file, line 3, column 13: optimizers[0].optimizer: "},
        {"version = 1\n[[optimizers]]\nenabled = 1", "optimizers[0].enabled must be true or false; true is used"},
        {"version = 1\n[[optimizers]]\ncolor = 8", "optimizers[0].color must be a whole number from 0 to 7"},
        {"version = 1\n[display.camera]\ntarget = [1, 2]", "display.camera.target must be 3 numbers"},
    };
    for (const Case& c : cases) expect_warning(c);
}

TEST(SessionFile, WhatIsWrongKeepsItsDefaultAndTheRestIsRead) {
    const auto reading = parse_session("version = 1\nsteps = -4\nstarts = [[1, 2]]\n[display]\ntheme = 3\n", "file");
    ASSERT_TRUE(reading.has_value());
    EXPECT_EQ(reading->session.steps, Session{}.steps);
    EXPECT_EQ(reading->session.display.theme, Theme::dark);
    EXPECT_EQ(reading->session.starts, std::vector<Start>({{1, 2}}));
    EXPECT_EQ(reading->warnings.size(), 2U);
}

TEST(SessionFile, WithoutAMapWindowTheMapShowsTheWholeDomain) {
    const auto reading = parse_session("version = 1\n[landscape]\ndomain = [0, 10, 0, 20]", "file");
    ASSERT_TRUE(reading.has_value());
    EXPECT_EQ(reading->session.display.map, (Box{0, 10, 0, 20}));
}

TEST(SessionFile, BrokenFilesAreErrorsWithAPlace) {
    constexpr Case cases[] = {
        {"", "has no line \"version = 2\""},
        {"steps = 3", "has no line \"version = 2\""},
        {"version = 3", "file, line 1, column 11: this session has version 3, and this Thalweg reads versions up to 2"},
        {"version = 99999999999999999", "this session has version 99999999999999999"},
        {"version = \"1\"", "version must be a whole number from 1 to 2"},
        {"version = 1.0", "version must be a whole number"},
        {"version = 0", "version must be a whole number"},
        {"version = -9223372036854775808", "version must be a whole number"},
        {"version = 1\nsteps = = 3", "file, line 2, column 9: "},
        {"version = 1\nsteps = 3\nsteps = 4", "file, line 3, column "},
        {"\xFF\xFE", "file, line 1, column 1"},
    };
    for (const Case& c : cases) {
        const auto reading = parse_session(c.text, "file");
        ASSERT_FALSE(reading.has_value()) << c.text;
        EXPECT_NE(reading.error().find(c.warning), std::string::npos) << c.text << "\n" << reading.error();
        EXPECT_EQ(reading.error().find('\n'), std::string::npos) << reading.error();
    }
}

TEST(SessionFile, ThereAreBoundsOnHowMany) {
    std::string text = "version = 1\nstarts = [";
    for (int i = 0; i < 1000; ++i) text += "[1, 2], ";
    const auto reading = parse_session(text + "]", "file");
    ASSERT_TRUE(reading.has_value());
    EXPECT_EQ(reading->session.starts.size(), static_cast<std::size_t>(most_starts));
    ASSERT_EQ(reading->warnings.size(), 1U);
    EXPECT_NE(reading->warnings.front().find("at most 64 starts"), std::string::npos) << reading->warnings.front();
}

/// Reading ends in an error of one line, or in a session that goes round.
void expect_read_or_refused(std::string_view text, int& refused) {
    const auto reading = parse_session(text, "file");
    if (!reading) {
        ++refused;
        ASSERT_FALSE(reading.error().empty());
        ASSERT_EQ(reading.error().find('\n'), std::string::npos) << reading.error();
        return;
    }
    ASSERT_TRUE(is_valid_domain(reading->session.landscape.domain));
    const auto again = parse_session(to_toml(reading->session), "file");
    ASSERT_TRUE(again.has_value()) << again.error();
    ASSERT_TRUE(again->warnings.empty()) << again->warnings.front();
    ASSERT_EQ(again->session, reading->session);
}

TEST(SessionFile, CutAtEveryByteItIsReadOrRefused) {
    const std::string text = to_toml(unusual_session());
    int refused = 0;
    for (std::size_t length = 0; length < text.size(); ++length)
        expect_read_or_refused(std::string_view(text).substr(0, length), refused);
    EXPECT_GT(refused, 10);
}

TEST(SessionFile, WithBytesFlippedItIsReadOrRefused) {
    std::mt19937_64 random(21);
    int refused = 0;
    for (int i = 0; i < 1500; ++i) {
        std::string text = to_toml(i % 2 == 0 ? unusual_session() : random_session(random));
        for (std::uint64_t flips = 1 + random() % 3; flips > 0; --flips)
            text[random() % text.size()] = static_cast<char>(random());
        expect_read_or_refused(text, refused);
    }
    EXPECT_GT(refused, 100);
    EXPECT_LT(refused, 1400);
}

TEST(SessionFile, KeysInKeysInKeysDoNotUseUpTheStack) {
    const auto chain = [](int length) {
        std::string path = "a";
        for (int i = 1; i < length; ++i) path += ".a";
        return path;
    };
    const std::string deep = chain(300'000);
    for (const std::string& text : {deep + " = 1", "[" + deep + "]", "[[" + deep + "]]", "b = { " + deep + " = 1 }",
                                    "b = { c = \"\"\"\n ' \"\"\"\", " + deep + " = 1 }"}) {
        const auto reading = parse_session("version = 1\n" + text, "file");
        ASSERT_FALSE(reading.has_value());
        EXPECT_NE(reading.error().find("longer than"), std::string::npos) << reading.error().substr(0, 200);
    }
    EXPECT_TRUE(parse_session("version = 1 # " + deep + "\nlandscape.formula = \"" + deep + "\"", "file").has_value());
    EXPECT_TRUE(parse_session("version = 1\n" + chain(100) + " = 1", "file").has_value());
}

TEST(SessionFile, SavesAndLoads) {
    const auto folder = std::filesystem::temp_directory_path() / "thalweg_session_file_test";
    std::filesystem::create_directories(folder);
    const auto file = folder / "a session.toml";
    EXPECT_EQ(save_session(unusual_session(), file), "");
    const auto reading = load_session(file);
    ASSERT_TRUE(reading.has_value()) << reading.error();
    EXPECT_EQ(reading->session, unusual_session());

    EXPECT_NE(save_session(unusual_session(), folder / "none" / "file.toml").find("none/file.toml: "),
              std::string::npos);
    for (const auto& wrong : {folder / "none.toml", folder}) {
        const auto failed = load_session(wrong);
        ASSERT_FALSE(failed.has_value());
        EXPECT_NE(failed.error().find(wrong.string()), std::string::npos) << failed.error();
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace thalweg

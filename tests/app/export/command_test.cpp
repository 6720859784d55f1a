#include "app/export/command.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "app/document/session_file.h"

namespace thalweg {
namespace {

/// What a shell prints.
std::string shell(const std::string& script) {
    const std::string command = "bash -c " + shell_word(script);
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): our own words
    if (pipe == nullptr) return "no shell";
    std::array<char, 4096> buffer = {};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    pclose(pipe);
    return output;
}

Session simple() {
    Session session;
    session.landscape.formula = "x^2 + y^2";
    session.starts = {{3, -2}};
    add_optimizer(session, *parse_optimizer("adam lr=0.1"));
    session.playback.step = session.steps;
    return session;
}

ExportOrder small_picture() {
    ExportOrder order;
    order.picture.measure = {.width = 640, .height = 480, .scale = 1};
    return order;
}

TEST(ShellWord, ComesThroughAShellUnchanged) {
    for (const std::string word :
         {"", "plain", "x^2 + y^2", "it's", "''", "a'b'c'", "$HOME `id` $(id) \\ \"", "new\nline\ttab", "*?[a]{b,c}~",
          "θ₁ λ·x²", "!history", "-x", "#no", "a;b&c|d<e>f", "\x01\x7f", "=x", "~", "%s %d"})
        EXPECT_EQ(shell("printf '%s|' " + shell_word(word)), word + '|');
}

TEST(CommandLine, SaysASimplePictureInAFewWords) {
    EXPECT_EQ(command_line(simple(), small_picture(), "a picture.png").value(),
              "thalweg render --size 640x480 --formula 'x^2 + y^2' --start 3,-2 --optimizer 'adam lr=0.1'"
              " --height-scale linear -o 'a picture.png'");
}

TEST(CommandLine, EveryKindOfFileHasItsCommand) {
    const auto begins = [](const ExportOrder& order, std::string_view beginning) {
        const std::string line = command_line(simple(), order, "file").value();
        EXPECT_TRUE(line.starts_with(beginning)) << line;
    };
    ExportOrder order = small_picture();
    order.picture.view = ViewLayout::contour;
    order.picture.background = Background::transparent;
    begins(order, "thalweg render --view contour --size 640x480 --background transparent --formula");
    order.picture.measure = {.unit = SizeUnit::millimetres, .width_mm = 80.5, .height_mm = 60, .dpi = 600, .type = 9};
    begins(order, "thalweg render --view contour --mm 80.5x60 --dpi 600 --background transparent --formula");
    order.kind = ExportKind::film;
    order.film = {.width = 320, .height = 200, .seconds = 3, .fps = 25};
    begins(order, "thalweg animate --size 320x200 --seconds 3 --fps 25 --formula");
    order.kind = ExportKind::figure;
    order.figure.legend = false;
    begins(order, "thalweg render --mm 140x120 --legend false --formula");
    order.kind = ExportKind::table;
    order.table = {.content = TableContent::surface, .columns = 10, .rows = 20};
    begins(order, "thalweg export surface --nodes 10x20 --formula");
    order.kind = ExportKind::pytorch;
    begins(order, "thalweg export pytorch --formula");
    order.kind = ExportKind::matplotlib;
    order.matplotlib.view = ViewLayout::surface;
    begins(order, "thalweg export matplotlib --view surface --formula");
}

TEST(CommandLine, ManyStartsAndManyRatesAreSaid) {
    Session session = simple();
    add_optimizer(session, *parse_optimizer("newton"));
    const auto says = [&](LensKind lens, std::string_view words) {
        session.study.lens = lens;
        const std::string line = command_line(session, small_picture(), "file").value();
        EXPECT_NE(line.find(words), std::string::npos) << line;
    };
    session.ensemble.optimizer = 1;
    session.ensemble.other = 0;
    says(LensKind::basins, " --basins 2,1 ");
    session.ensemble.other = -1;
    says(LensKind::basins, " --basins 2 ");
    session.ensemble.cloud = {.scatter = Scatter::gaussian, .count = 40, .spread = 0.2, .seed = 3};
    says(LensKind::cloud, " --scatter gaussian --count 40 --spread 0.2 --cloud-seed 3 --of 2 ");
    session.ensemble.sweep = {.automatic = false, .from = 0.001, .to = 0.5, .rates = 9};
    says(LensKind::sweep, " --rates 9 --from 0.001 --to 0.5 --of 2 ");
    says(LensKind::rates, " --of 2 ");
    session.study.lens = LensKind::none;
    EXPECT_EQ(command_line(session, small_picture(), "file").value().find("--of"), std::string::npos);
}

TEST(CommandLine, TheFilesThemeIsSaid) {
    ExportOrder order = small_picture();
    order.picture.theme = ExportTheme::light;
    EXPECT_NE(command_line(simple(), order, "f").value().find("--theme light"), std::string::npos);
    order.kind = ExportKind::figure;
    order.figure.theme = ExportTheme::as_shown;
    EXPECT_NE(command_line(simple(), order, "f").value().find("--theme dark"), std::string::npos);
}

TEST(CommandLine, NamesTheDataAndWhatIsDoneWithThem) {
    Session session = simple();
    session.landscape = {.source = LandscapeSource::data,
                         .formula = "J(w, b) = softplus(w x + b) - y*(w x + b)",
                         .data = {.samples = {.set = "o_rings"},
                                  .task = DataTask::classes,
                                  .prediction = "w x + b",
                                  .batches = {.size = 4, .sampling = Sampling::replacement, .seed = 9},
                                  .held_out = {.share = 0.25, .patience = 3}},
                         .domain = {-6, 2, -5, 3}};
    session.display.map = session.landscape.domain;
    session.optimizers.front().whole = true;
    const std::string line = command_line(session, small_picture(), "f").value();
    for (const char* words :
         {"--formula 'J(w, b) = softplus(w x + b) - y*(w x + b)' --data o_rings --task classes --prediction 'w x + b' "
          "--batch 4 --sampling replacement --seed 9 --validation 0.25 --patience 3 --box=-6,2,-5,3",
          "--optimizer 'adam lr=0.1' --whole"})
        EXPECT_NE(line.find(words), std::string::npos) << line;
    session.landscape.data.samples = {.points = {{{1, 0}}, {{2, 1}}}, .columns = {"dose", "cured"}};
    const std::string by_hand = command_line(session, small_picture(), "f").value();
    EXPECT_NE(by_hand.find("points = [[1.0, 0.0], [2.0, 1.0]]"), std::string::npos) << by_hand;
    EXPECT_NE(by_hand.find("columns = [\"dose\", \"cured\"]"), std::string::npos) << by_hand;
}

/// Options cannot say that an optimizer is switched off, for one: then the line brings the session along.
TEST(CommandLine, WhatOptionsCannotSayComesAsASession) {
    Session session = simple();
    session.landscape.formula = "x^2 +";
    EXPECT_TRUE(command_line(session, small_picture(), "f").error().starts_with("the formula cannot be read: "));
    session = simple();
    session.optimizers.push_back({.optimizer = *parse_optimizer("sgd lr=0.5"), .enabled = false, .color = 2});
    const std::string line = command_line(session, small_picture(), "f").value();
    EXPECT_TRUE(line.starts_with("thalweg render --size 640x480 --session - -o f <<'END'\n")) << line;
    // The shell hands on the very session.
    const std::string input = shell("thalweg() { cat; }; " + line);
    const auto reading = parse_session(input, "input");
    ASSERT_TRUE(reading.has_value()) << reading.error();
    EXPECT_EQ(reading->session, session);
}

}  // namespace
}  // namespace thalweg

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <utility>

#include "app/cli/scene_options.h"
#include "app/document/loss_models.h"
#include "app/document/picture_fields.h"
#include "app/document/session_file.h"
#include "app/export/command.h"
#include "app/export/picture_session.h"
#include "app/export/png.h"
#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

/// What the program reads out of such arguments.
std::expected<Session, std::string> read(std::vector<std::string> arguments) {
    CLI::App command("test");
    SceneOptions options;
    add_scene_options(command, options);
    std::ranges::reverse(arguments);
    try {
        command.parse(arguments);
    } catch (const CLI::ParseError& error) {
        return std::unexpected(error.what());
    }
    auto scene = read_scene(options);
    if (!scene) return std::unexpected(scene.error());
    return std::move(scene->session);
}

constexpr std::string_view formulas[] = {
    "x^2 + y^2",  "-x^2 - y",          "(1-x)^2 + 100(y-x^2)^2", "a x^2 + b·y² + θ₁",
    "x^2 sin(x)", "if(x < 0, 1, x*y)", "f(u, v) = exp(-u^2) v",  "x ln(x) + |y|"};
constexpr std::string_view optimizers[] = {
    "sgd lr=0.1",
    "sgd lr=0.05 momentum=0.9 nesterov=true",
    "adam lr=0.01",
    "adam lr=0.1 | schedule step step_size=10 gamma=0.5 | clip norm max_norm=2 | noise gaussian sigma=0.1 seed=3",
    "newton damping=0.001",
    "lion lr=0.3333333333333333",
    "lbfgs max_iter=1 line_search_fn=strong_wolfe"};

/// Any session that can be shown.
class Inventor {
  public:
    explicit Inventor(unsigned seed) : random_(seed) {}

    Session session() {
        Session session;
        session.landscape.formula = formulas[number(0, std::size(formulas) - 1)];
        if (number(0, 3) == 0) put_samples(session.landscape);
        session.landscape.domain = box();
        const Formula formula = *Formula::parse(session.landscape.formula);
        for (const std::string& name : formula.parameters())
            if (!name.starts_with('x') && name != "y" && coin()) session.landscape.parameters[name] = real();
        session.landscape.height_scale = static_cast<HeightScaleKind>(number(0, 2));
        for (std::size_t i = number(0, 4); i > 0; --i) session.starts.push_back({real(), real()});
        for (std::size_t i = number(1, 5); i > 0; --i) {
            add_optimizer(session, *parse_optimizer(optimizers[number(0, std::size(optimizers) - 1)]));
            if (coin()) session.optimizers.back().color = static_cast<int>(number(0, 7));
            session.optimizers.back().whole = coin();
        }
        session.steps = static_cast<int>(number(1, 500));
        session.playback.step = coin() ? session.steps : session.steps * 0.37;
        if (coin()) session.study.lens = lens_rows()[number(0, lens_rows().size() - 1)].kind;
        session.study.dx = real();
        session.study.dy = real();
        session.study.pinned = coin();
        if (session.study.pinned) session.study.x = real();
        arrange(session.display, session.landscape.domain);
        return session;
    }

  private:
    void put_samples(LandscapeChoice& landscape) {
        const WrittenModel model = write_model(loss_models()[number(0, loss_models().size() - 1)], 1);
        landscape = {.source = LandscapeSource::data, .formula = model.formula, .parameters = model.parameters};
        landscape.data = {.samples = {.set = coin() ? "o_rings" : "blobs samples=9 noise=0.25"},
                          .task = model.task,
                          .prediction = coin() ? model.prediction : "",
                          .batches = {.size = static_cast<int>(number(0, 5)),
                                      .sampling = coin() ? Sampling::shuffled : Sampling::replacement,
                                      .seed = static_cast<int>(number(0, 99))},
                          .held_out = {.share = coin() ? 0.25 : 0.0, .patience = static_cast<int>(number(0, 3))}};
        if (landscape.data.samples.set != "o_rings")
            landscape.formula = write_model(*model_of(model.formula), 2).formula;
    }
    void arrange(Display& display, const Box& domain) {
        display.theme = coin() ? Theme::light : Theme::dark;
        display.colormap = static_cast<Colormap>(number(0, 3));
        display.divider = coin() ? 0.6 : 0.3125;
        for (bool* flag : {&display.level_lines, &display.gradient_field, &display.live_arrows,
                           &display.stationary_points, &display.step_dots, &display.projector, &display.data.residuals,
                           &display.data.batch_surface, &display.data.gradient_noise, &display.data.by_epoch})
            *flag = coin();
        display.arrow_direction = coin() ? ArrowDirection::ascent : ArrowDirection::descent;
        display.map = coin() ? domain : box();
        if (coin()) display.camera = {.azimuth = real(), .elevation = 0.1, .distance = 3.3, .target = {real(), 0, 0.5}};
    }

    std::size_t number(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution(least, most)(random_);
    }
    bool coin() { return number(0, 1) == 1; }
    double real() { return std::normal_distribution(0.0, 3.0)(random_); }
    Box box() {
        const double x = real(), y = real();
        return {x, x + 1 + std::abs(real()), y, y + 0.5 + std::abs(real())};
    }

    std::mt19937 random_;
};

/// What a picture of the session depends on.
Session pictured(Session session) {
    if (lens_shows_runs(session) && session.starts.empty()) session.study.lens = LensKind::none;
    if (session.study.lens == LensKind::none) session.study = {};
    return session;
}

TEST(CopyAsCommand, OptionsSayTheSameSession) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Session session = Inventor(seed).session();
        const auto arguments = scene_arguments(session);
        ASSERT_TRUE(arguments.has_value()) << to_toml(session);
        auto back = read(*arguments);
        ASSERT_TRUE(back.has_value()) << back.error() << '\n' << to_toml(session);
        EXPECT_EQ(to_toml(pictured(*back)), to_toml(pictured(session)));
    }
}

TEST(CopyAsCommand, WhatOptionsCannotSayIsNotSaidByThem) {
    Session session = Inventor(1).session();
    session.optimizers.back().enabled = false;
    EXPECT_FALSE(scene_arguments(session).has_value());
    session = Inventor(2).session();
    session.starts = {{NAN, 0}};
    EXPECT_FALSE(scene_arguments(session).has_value());
    session = Inventor(3).session();
    session.landscape.domain = {0, 0, 0, 1};
    EXPECT_FALSE(scene_arguments(session).has_value());
}

/// The line as a shell runs it, with the program in the place of the word `thalweg`.
void run_line(const std::string& line) {
    const std::string script = "thalweg() { '" THALWEG_PROGRAM "' \"$@\"; }; " + line;
    const std::string command = "bash -c " + shell_word(script);
    EXPECT_EQ(std::system(command.c_str()), 0) << line;  // NOLINT: our own words
}

TEST(CopyAsCommand, MakesTheSamePictureAsTheSession) {
    const TemporaryFolder folder;
    for (unsigned seed = 1000; seed < 1006; ++seed) {
        Session session = Inventor(seed).session();
        if (seed % 3 == 0) session.optimizers.back().enabled = false;
        ASSERT_EQ(save_session(session, folder / "session.toml"), "");
        const Ended ended = run_program(
            {"render", "--session", folder / "session.toml", "--size", "300x180", "-o", folder / "original.png"});
        ASSERT_EQ(ended.status, 0) << ended.err;
        ExportOrder order;
        order.picture.measure = {.width = 300, .height = 180, .scale = 1};
        run_line(command_line(session, order, folder / "it's a copy.png").value());
        EXPECT_EQ(read_png(folder / "it's a copy.png").value(), read_png(folder / "original.png").value()) << seed;
    }
}

TEST(CopyAsCommand, ThePictureItselfTellsItsCommand) {
    const TemporaryFolder folder;
    const std::vector<std::string> what = {"--landscape", "rosenbrock",   "--start", "-1.5,2",
                                           "--optimizer", "adam lr=0.05", "--at",    "12.5"};
    std::vector<std::string> arguments = {"render", "--size", "200x120", "-o", folder / "picture.png"};
    arguments.insert(arguments.end(), what.begin(), what.end());
    ASSERT_EQ(run_program(arguments).status, 0);
    const Ended told = run_program({"export", "command", "--session", folder / "picture.png", "-o", "-"});
    ASSERT_EQ(told.status, 0) << told.err;
    EXPECT_TRUE(told.out.starts_with("thalweg render --size 1280x720 --formula ")) << told.out;
    EXPECT_NE(told.out.find("--start=-1.5,2"), std::string::npos);
    EXPECT_NE(told.out.find("--at 12.5"), std::string::npos);
    EXPECT_TRUE(told.out.ends_with("-o picture.png\n")) << told.out;
}

}  // namespace
}  // namespace thalweg

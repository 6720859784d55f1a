#include <gtest/gtest.h>

#include <algorithm>

#include "app/panels/commands.h"
#include "app/panels/word_match.h"
#include "app/scene/ensemble.h"
#include "window.h"

namespace thalweg {
namespace {

TEST(WordMatch, BeginningsBeatMiddlesBeatScatteredLetters) {
    const auto score = [](std::string_view typed, std::string_view name) {
        const auto match = match_words(typed, name);
        return match ? match->score : -1;
    };
    EXPECT_GT(score("ros", "Rosenbrock"), score("ros", "Table rosenbrock"));
    EXPECT_GT(score("bro", "A brook"), score("bro", "Rosenbrock"));
    EXPECT_GT(score("bro", "Rosenbrock"), score("rsnb", "Rosenbrock"));
    EXPECT_GT(score("rsnb", "Rosenbrock"), 0);
    EXPECT_EQ(score("xyz", "Rosenbrock"), -1);
    EXPECT_EQ(score("ros adam", "Rosenbrock"), -1) << "every word must fit";
}

TEST(WordMatch, WordsMayComeInAnyOrderAndCase) {
    const auto match = match_words("  ADAM add", "Add Adam");
    ASSERT_TRUE(match);
    EXPECT_EQ(match->places, (std::vector<std::size_t>{0, 1, 2, 4, 5, 6, 7}));
    EXPECT_TRUE(match_words("", "anything")->places.empty());
}

class Palette : public ::testing::Test {
  protected:
    Palette() {
        ImGuiIO& io = ImGui::GetIO();
        io.KeyMap[ImGuiKey_DownArrow] = down;
        io.KeyMap[ImGuiKey_UpArrow] = up;
        io.KeyMap[ImGuiKey_Enter] = enter;
        io.KeyMap[ImGuiKey_Escape] = escape;
    }
    static constexpr int down = 1, up = 2, enter = 3, escape = 4;

    void open() {
        window.state.palette.open = true;
        for (int i = 0; i < 3; ++i) window.frame();
        ASSERT_TRUE(ImGui::GetIO().WantTextInput) << "the field has the keyboard at once";
    }
    void press(int key) {
        ImGui::GetIO().KeysDown[key] = true;
        window.frame();
        ImGui::GetIO().KeysDown[key] = false;
        window.frame();
    }
    std::string first(std::string_view typed) {
        const auto all = commands(window.session, window.state.opening, window.catalogue);
        const auto found = find_commands(all, typed);
        return found.empty() ? "" : all[found.front().command].name;
    }
    testing::Window window;
};

TEST_F(Palette, FindsByNameOrByKind) {
    EXPECT_EQ(first("rosen"), "Rosenbrock");
    EXPECT_EQ(first("add adam"), "Add Adam");
    EXPECT_EQ(first("undo"), "Undo");
    EXPECT_EQ(first("colours cividis"), "Colours: Cividis");
    EXPECT_EQ(first("lens slopes vanish"), "Where both slopes vanish");
    EXPECT_EQ(first("qqqq"), "");
}

TEST_F(Palette, EveryLandscapeLensAndPresetIsThere) {
    const auto all = commands(window.session, window.state.opening, window.catalogue);
    const auto there = [&](std::string_view name) {
        return std::ranges::any_of(all, [&](const Command& command) { return command.name == name; });
    };
    for (const LandscapeEntry& entry : window.catalogue.landscapes) EXPECT_TRUE(there(entry.name)) << entry.name;
    for (const LensRow& row : lens_rows()) EXPECT_TRUE(there(row.name)) << row.name;
    for (const Optimizer& preset : optimizer_presets()) EXPECT_TRUE(there("Add " + title(preset)));
}

TEST_F(Palette, ManyStartsAndManyRatesCanBeAskedForOfEachOptimizer) {
    Session session;
    add_optimizer(session, *parse_optimizer("sgd lr=0.1"));
    add_optimizer(session, *parse_optimizer("adam lr=0.2"));
    const std::vector<Command> list = commands(session, {}, {});
    const auto perform = [&](std::string_view name) {
        const auto found = std::ranges::find(list, name, &Command::name);
        ASSERT_NE(found, list.end()) << name;
        found->perform({session, window.state, window.requests, window.scene, window.catalogue});
    };
    perform("Basins of Adam, η = 0.2");
    EXPECT_EQ(session.study.lens, LensKind::basins);
    EXPECT_EQ(session.ensemble.optimizer, 1);
    perform("Basins beside those of Gradient descent, η = 0.1");
    EXPECT_EQ(session.study.lens, LensKind::basins) << "it stays open";
    EXPECT_EQ(session.ensemble.other, 0);
    perform("Cloud of starts for Gradient descent, η = 0.1");
    EXPECT_EQ(session.study.lens, LensKind::cloud);
    EXPECT_EQ(session.ensemble.optimizer, 0);
}

TEST_F(Palette, WhatTheLensOfRatesLetsOneDoCanBeAskedForByName) {
    Session& session = window.session;
    const auto perform = [&](std::string_view name) {
        const std::vector<Command> list = commands(session, {}, {});
        const auto found = std::ranges::find(list, name, &Command::name);
        ASSERT_NE(found, list.end()) << name;
        found->perform({session, window.state, window.requests, window.scene, window.catalogue});
    };
    session.study.lens = LensKind::sweep;
    window.scene.update(session, 400, 400);
    window.scene.finish();
    const Sweep& sweep = window.scene.ensemble().rates->sweep;
    perform("Sweep rates of my own");
    EXPECT_FALSE(session.ensemble.sweep.automatic);
    EXPECT_EQ(session.ensemble.sweep.to, sweep.runs.back().rate) << "those that were shown, to begin with";
    perform("Sweep rates suited to the landscape");
    EXPECT_TRUE(session.ensemble.sweep.automatic);
    perform("Take the right rate");
    const auto right = window.scene.ensemble().rates->telling.right;
    ASSERT_TRUE(right);
    EXPECT_EQ(session.optimizers[0].optimizer, with_rate(session.optimizers[0].optimizer, sweep.runs[*right].rate));
    session.study.lens = LensKind::cloud;
    perform("Cloud about the first start");
    EXPECT_EQ(session.ensemble.cloud.scatter, Scatter::gaussian);
    perform("See the surface from above");
    EXPECT_GT(session.display.camera.elevation, 1.57);
}

TEST_F(Palette, TypedWordsAndEnterOpenALandscape) {
    open();
    window.type("rosen");
    window.frame();
    press(enter);
    EXPECT_EQ(window.session.landscape.id, "rosenbrock");
    EXPECT_FALSE(window.state.palette.open);
    EXPECT_TRUE(window.state.playing);
}

TEST_F(Palette, ArrowsChooseAndStayInTheList) {
    open();
    press(up);
    EXPECT_EQ(window.state.palette.chosen, 0);
    press(down);
    press(down);
    EXPECT_EQ(window.state.palette.chosen, 2);
    const auto all = commands(window.session, window.state.opening, window.catalogue);
    press(enter);
    EXPECT_EQ(window.session.landscape.id, window.catalogue.landscapes[2].id);
    EXPECT_EQ(all[2].name, window.catalogue.landscapes[2].name);
}

TEST_F(Palette, EscapeAndAClickElsewhereCloseIt) {
    const Session before = window.session;
    open();
    press(escape);
    EXPECT_FALSE(window.state.palette.open);
    open();
    window.click(20, 700);
    EXPECT_FALSE(window.state.palette.open);
    EXPECT_EQ(window.session, before);
}

TEST_F(Palette, TheMouseChooses) {
    open();
    window.type("add adam");
    window.frame();
    const std::size_t before = window.session.optimizers.size();
    window.click(640, 0.13F * 720 + 56 + 8 + 17);
    EXPECT_EQ(window.session.optimizers.size(), before + 1);
    EXPECT_EQ(title(window.session.optimizers.back().optimizer), "Adam");
    EXPECT_FALSE(window.state.palette.open);
}

}  // namespace
}  // namespace thalweg

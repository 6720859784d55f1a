#include <gtest/gtest.h>

#include <algorithm>

#include "app/lenses/rule_rows.h"
#include "app/lenses/step_arrows.h"
#include "app/lenses/step_colors.h"
#include "app/lenses/step_phases.h"
#include "core/descent/landscape_objective.h"
#include "tests/app/lenses/desk.h"
#include "tests/app/lenses/flat_placement.h"

namespace thalweg {
namespace {

using testing::Desk;
using testing::FlatPlacement;

constexpr double scale = 4000;  // pixels a unit: short steps are seen too

struct Picture {
    Ink ink;
    std::vector<Label> labels;
};

Picture draw(const Lens& lens, double pixels_a_unit = scale) {
    Picture picture;
    lens.draw(picture.ink, picture.labels, FlatPlacement(pixels_a_unit), InkStyle{});
    return picture;
}

const InkArrow* arrow_of(const Picture& picture, StepTermKind kind) {
    const InkColor wanted = ink_color(arrow_color(kind));
    for (const InkArrow& arrow : picture.ink.arrows()) {
        const InkColor& fill = arrow.fill;
        if (fill.r == wanted.r && fill.g == wanted.g && fill.b == wanted.b) return &arrow;
    }
    return nullptr;
}

TEST(StepLens, draws_the_very_step_that_the_run_takes_next_for_every_method) {
    const auto lens = make_step_lens();
    for (const std::string_view name : optimizer_names()) {
        Desk desk((std::string(name)));
        for (const int step : {0, 1, 7, 3}) {
            if (step >= desk.run().rows()) continue;
            SCOPED_TRACE(std::string(name) + ", step " + std::to_string(step));
            desk.show(*lens, step);
            const Picture picture = draw(*lens);
            const InkArrow* const arrow = arrow_of(picture, StepTermKind::step);
            const auto way = desk.run().coming_step(step);
            const auto from = desk.run().position(step);
            const double size = std::hypot(way[0], way[1]);
            if (size == 0) {
                EXPECT_EQ(arrow, nullptr);
                continue;
            }
            ASSERT_NE(arrow, nullptr);
            EXPECT_NEAR(arrow->tail_x, scale * from[0], 0.02);
            EXPECT_NEAR(arrow->tail_y, -scale * from[1], 0.02);
            const double dx = static_cast<double>(arrow->tip_x) - static_cast<double>(arrow->tail_x);
            const double dy = static_cast<double>(arrow->tail_y) - static_cast<double>(arrow->tip_y);
            const double drawn = std::hypot(dx, dy);
            EXPECT_NEAR(dx / drawn, way[0] / size, 1e-3);
            EXPECT_NEAR(dy / drawn, way[1] / size, 1e-3);
            if (scale * size > 20) {
                EXPECT_NEAR(drawn, scale * size, 1e-3 * scale * size + 0.05);
            }
        }
    }
}

TEST(StepLens, says_how_much_longer_a_step_is_drawn_that_is_too_short_to_be_seen) {
    const auto lens = make_step_lens();
    Desk desk("sgd lr=0.0001");
    desk.show(*lens, 0);
    const Picture picture = draw(*lens, 10);
    EXPECT_TRUE(
        std::ranges::any_of(picture.labels, [](const Label& label) { return label.text.starts_with("step ×"); }));
}

TEST(StepLens, draws_each_term_where_it_points_and_the_larger_longer) {
    const auto lens = make_step_lens();
    Desk desk("adam lr=0.1 | clip norm max_norm=5");
    desk.show(*lens, 4);
    const Picture picture = draw(*lens);
    ASSERT_EQ(picture.ink.arrows().size(), 5u);  // slope, clipped slope, average, scaled average, step
    EXPECT_EQ(picture.labels.size(), 5u);
    const auto gradient = desk.run().gradient(4);
    const InkArrow* const slope = arrow_of(picture, StepTermKind::gradient);
    ASSERT_NE(slope, nullptr);
    EXPECT_NEAR(std::atan2(-(slope->tip_y - slope->tail_y), slope->tip_x - slope->tail_x),
                std::atan2(-gradient[1], -gradient[0]), 1e-3);
    const auto length = [&](StepTermKind kind) {
        const InkArrow* const arrow = arrow_of(picture, kind);
        return std::hypot(arrow->tip_x - arrow->tail_x, arrow->tip_y - arrow->tail_y);
    };
    const double whole = std::hypot(gradient[0], gradient[1]);
    EXPECT_NEAR(length(StepTermKind::shaped) / length(StepTermKind::gradient), std::cbrt(5 / whole), 1e-3);
}

TEST(StepLens, lays_arrows_of_one_direction_side_by_side) {
    const auto lens = make_step_lens();
    Desk desk("adam lr=0.1 | clip norm max_norm=5");
    desk.show(*lens, 0);  // slope, clipped slope and their average all point the same way
    const Picture picture = draw(*lens);
    const InkArrow* const slope = arrow_of(picture, StepTermKind::gradient);
    const InkArrow* const shaped = arrow_of(picture, StepTermKind::shaped);
    const InkArrow* const average = arrow_of(picture, StepTermKind::memory);
    for (const auto& [a, b] : {std::pair{slope, shaped}, {slope, average}, {shaped, average}}) {
        EXPECT_GT(std::hypot(a->tail_x - b->tail_x, a->tail_y - b->tail_y), 5);
    }
}

TEST(StepLens, draws_anew_only_for_another_step) {
    const auto lens = make_step_lens();
    Desk desk("adam lr=0.1");
    desk.show(*lens, 4);
    const auto before = lens->revision();
    desk.show(*lens, 4);
    EXPECT_EQ(lens->revision(), before);
    desk.show(*lens, 5);
    EXPECT_GT(lens->revision(), before);
    desk.session.optimizers.clear();
    desk.scene.update(desk.session, 300, 300);
    desk.show(*lens, 5);
    EXPECT_TRUE(draw(*lens).ink.arrows().empty());
}

std::vector<RuleRow> rows_of(const std::string& text, int steps) {
    const Desk desk(text);
    const auto& landscape = *desk.scene.landscape().landscape;
    LandscapeObjective objective(landscape);
    const Moment moment = replay(landscape, {.start = {0.5, -1.5}, .optimizer = parse_optimizer(text).value()}, steps);
    Stepper after = moment.stepper;
    VectorXd next = moment.x;
    after.step(next, objective);
    const auto terms = anatomy(moment.stepper, moment.x, objective, after, next);
    return rule_rows(worked_step(moment.stepper, moment.x, objective, 0, "x"),
                     worked_step(moment.stepper, moment.x, objective, 1, "x"), terms);
}

TEST(RuleRows, of_a_curve_speak_of_its_slope_and_have_one_number) {
    const Desk desk("sgd lr=0.01 momentum=0.9", "x^2 sin(x)", {3.6, 0});
    LandscapeObjective objective(*desk.scene.landscape().landscape);
    const Moment moment =
        replay(*desk.scene.landscape().landscape,
               {.start = {3.6, 0}, .optimizer = parse_optimizer("sgd lr=0.01 momentum=0.9").value()}, 1);
    Stepper after = moment.stepper;
    VectorXd next = moment.x;
    after.step(next, objective);
    const auto terms = anatomy(moment.stepper, moment.x, objective, after, next);
    const auto rows = rule_rows(worked_step(moment.stepper, moment.x, objective, 0, "x"), {}, terms);
    ASSERT_FALSE(rows.empty());
    EXPECT_TRUE(rows.front().pieces.back().text.ends_with("f′(x)"));
    for (const RuleRow& row : rows) EXPECT_FALSE(row.value[1].has_value());
    EXPECT_DOUBLE_EQ(*rows.back().value[0], next[0] - moment.x[0]);
    const auto phases = step_phases(moment, next, after, VectorXd(), objective, 1);
    for (const StepPhase& phase : phases)
        for (const PhaseRow& row : phase.rows) EXPECT_EQ(row.after.find(','), std::string::npos) << row.name;
}

std::string words(const RuleRow& row) {
    std::string text;
    for (const RulePiece& piece : row.pieces) text += piece.text;
    return text;
}

TEST(RuleRows, have_the_symbols_in_the_colours_of_their_arrows) {
    const auto rows = rows_of("adam", 3);
    ASSERT_EQ(rows.size(), 8u);
    EXPECT_EQ(words(rows[0]), "g ← ∇f");
    EXPECT_EQ(rows[0].kind, StepTermKind::gradient);
    EXPECT_EQ(words(rows[1]), "m ← β₁·m + (1 − β₁)·g");
    EXPECT_EQ(rows[1].kind, StepTermKind::memory);
    EXPECT_EQ(rows[1].pieces.back(), (RulePiece{"g", StepTermKind::gradient}));
    EXPECT_EQ(rows[2].kind, std::nullopt) << "v is no vector of the plane";
    EXPECT_EQ(words(rows[5]), "m̂/(√(v̂) + ε)");
    EXPECT_EQ(rows[5].kind, StepTermKind::scaled);
    EXPECT_EQ(words(rows[6]), "x ← x − η·m̂/(√(v̂) + ε)");
    EXPECT_EQ(rows[6].pieces.back(), (RulePiece{"m̂/(√(v̂) + ε)", StepTermKind::scaled}));
    EXPECT_EQ(words(rows[7]), "step");
}

TEST(RuleRows, tell_the_old_velocity_from_the_new) {
    const auto rows = rows_of("sgd momentum=0.9", 3);
    ASSERT_EQ(words(rows[1]), "b ← μ·b + g");
    EXPECT_EQ(rows[1].pieces[0], (RulePiece{"b", StepTermKind::memory}));
    EXPECT_EQ(rows[1].pieces[1], (RulePiece{" ← μ·b + ", {}}));
    EXPECT_EQ(rows[2].pieces.back(), (RulePiece{"b", StepTermKind::memory}));
}

TEST(RuleRows, keep_all_lines_of_both_coordinates_and_end_with_the_step) {
    for (const std::string_view name : optimizer_names()) {
        for (const int steps : {0, 1, 2, 5, 9}) {
            const auto rows = rows_of(std::string(name), steps);
            SCOPED_TRACE(std::string(name) + " " + std::to_string(steps));
            ASSERT_GE(rows.size(), 3u);
            EXPECT_EQ(words(rows.back()), "step");
            EXPECT_TRUE(rows.back().value[0] && rows.back().value[1]);
            EXPECT_TRUE(words(rows[rows.size() - 2]).starts_with("x ← "));
            for (const RuleRow& row : rows) EXPECT_TRUE(row.value[0] || row.value[1]);
        }
    }
}

std::vector<StepPhase> phases_of(const std::string& text, int row) {
    const Desk desk(text);
    const auto& landscape = *desk.scene.landscape().landscape;
    LandscapeObjective objective(landscape);
    const RunRequest request{.start = {0.5, -1.5}, .optimizer = parse_optimizer(text).value()};
    const Moment moment = replay(landscape, request, row);
    Stepper after = moment.stepper;
    VectorXd next = moment.x;
    after.step(next, objective);
    const VectorXd previous = row > 0 ? replay(landscape, request, row - 1).x : VectorXd();
    return step_phases(moment, next, after, previous, objective);
}

std::vector<std::string> changed(const StepPhase& phase) {
    std::vector<std::string> names;
    for (const PhaseRow& row : phase.rows) {
        if (row.changed) names.push_back(row.name);
    }
    return names;
}

using Names = std::vector<std::string>;

TEST(StepPhases, change_what_torch_changes) {
    const auto phases = phases_of("adam lr=0.1", 3);
    ASSERT_EQ(phases.size(), 3u);
    EXPECT_EQ(phases[0].name, "zero_grad");
    EXPECT_EQ(changed(phases[0]), (Names{"x.grad"}));
    EXPECT_EQ(phases[0].rows[1].after, "None");
    EXPECT_EQ(changed(phases[1]), (Names{"x.grad"}));
    EXPECT_EQ(phases[1].rows[1].before, "None");
    EXPECT_EQ(changed(phases[2]), (Names{"x", "step (t)", "exp_avg (m)", "exp_avg_sq (v)"}));
}

TEST(StepPhases, begin_without_gradient_and_buffer) {
    const auto phases = phases_of("sgd lr=0.01 momentum=0.9", 0);
    EXPECT_TRUE(changed(phases[0]).empty()) << "there is no gradient to forget yet";
    EXPECT_EQ(changed(phases[2]), (Names{"x", "momentum_buffer (b)"}));
    EXPECT_EQ(phases[2].rows[2].before, "None");
    EXPECT_EQ(phases[2].rows[2].after, phases[2].rows[1].before) << "the first velocity is the gradient";
}

TEST(StepPhases, clip_between_backward_and_step) {
    const auto phases = phases_of("sgd lr=0.01 | clip norm max_norm=1 | schedule exponential gamma=0.5", 2);
    ASSERT_EQ(phases.size(), 4u);
    EXPECT_EQ(phases[2].name, "clip");
    EXPECT_EQ(changed(phases[2]), (Names{"x.grad"}));
    EXPECT_EQ(changed(phases[3]), (Names{"x", "lr (η)"}));
}

}  // namespace
}  // namespace thalweg

#include "core/optimizer/anatomy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/optimizer/update_rule.h"
#include "tests/core/optimizer/test_objectives.h"
#include "tests/core/optimizer/variants.h"

namespace thalweg {
namespace {

using testing::Rosenbrock;

struct Taken {
    Stepper before, after;
    VectorXd x, next;
    std::vector<StepTerm> terms;
};

Taken take(const std::string& text, int steps_before) {
    Rosenbrock objective;
    VectorXd x = VectorXd::LinSpaced(2, -0.5, 0.7);
    Stepper before(parse_optimizer(text).value(), 2);
    for (int k = 0; k < steps_before; ++k) before.step(x, objective);
    VectorXd next = x;
    Stepper after = before;
    after.step(next, objective);
    return {before, after, x, next, anatomy(before, x, objective, after, next)};
}

template <class Each>
void for_each_step(Each each) {
    for (const std::string& text : variants()) {
        for (const int steps_before : {0, 1, 6, 40}) {
            SCOPED_TRACE(text + " after " + std::to_string(steps_before) + " steps");
            const Taken taken = take(text, steps_before);
            if (taken.next.allFinite()) each(text, taken);
        }
    }
}

TEST(Anatomy, begins_with_the_slope_and_ends_with_the_very_step) {
    for_each_step([](const std::string&, const Taken& taken) {
        VectorXd gradient(2);
        Rosenbrock().gradient(taken.x, gradient);
        ASSERT_GE(taken.terms.size(), 2u);
        EXPECT_EQ(taken.terms.front().kind, StepTermKind::gradient);
        EXPECT_EQ(taken.terms.front().way(), -gradient);
        EXPECT_EQ(taken.terms.back().kind, StepTermKind::step);
        EXPECT_EQ(taken.terms.back().way(), taken.next - taken.x);
    });
}

TEST(Anatomy, adds_up_to_the_step) {
    for_each_step([](const std::string& text, const Taken& taken) {
        VectorXd rest = taken.next - taken.x;
        const StepTerm* last = nullptr;
        for (const StepTerm& term : taken.terms) {
            if (term.kind == StepTermKind::decay) rest -= term.way();
            if (term.kind != StepTermKind::decay && term.kind != StepTermKind::step) last = &term;
        }
        const bool counts_steps_of_its_own = text.starts_with("rprop") || text == "lbfgs";
        if (rest.norm() == 0.0 || counts_steps_of_its_own) return;
        const VectorXd way = last->way();
        const bool searches = text.starts_with("backtracking") || text.starts_with("conj") || text.starts_with("lbfgs");
        double rate = searches ? rest.norm() / way.norm() : taken.before.learning_rate();
        if (text.contains("lr_decay")) rate /= 1.0 + 0.1 * taken.before.steps();
        EXPECT_NEAR((rest - rate * way).norm(), 0.0, 1e-9 * rest.norm() + 1e-15) << last->expression;
    });
}

TEST(Anatomy, has_the_numbers_of_the_update_rule) {
    for_each_step([](const std::string& text, const Taken& taken) {
        Rosenbrock objective;
        for (const int i : {0, 1}) {
            const auto lines = worked_step(taken.before, taken.x, objective, i, "θ");
            for (const StepTerm& term : taken.terms) {
                const auto line = std::find_if(lines.rbegin(), lines.rend(),
                                               [&](const WorkedLine& each) { return each.target == term.expression; });
                if (line == lines.rend()) continue;
                EXPECT_NEAR(line->value, term.value[i], 1e-12 * std::max(1.0, std::abs(line->value))) << text;
            }
        }
    });
}

TEST(Anatomy, names_every_term_as_the_rule_or_its_own_sum_does) {
    // What is no line of its own stands in one, so that it can be shown there in its colour.
    for_each_step([](const std::string&, const Taken& taken) {
        Rosenbrock objective;
        std::string words;
        for (const WorkedLine& line : worked_step(taken.before, taken.x, objective, 0, "x")) {
            words += line.target + " " + line.rule + "\n";
        }
        for (const StepTerm& term : taken.terms) {
            if (term.kind == StepTermKind::gradient || term.kind == StepTermKind::decay) continue;
            // At rest L-BFGS looks for a direction but does not move along it.
            if (words.contains("inner iterations")) continue;
            EXPECT_TRUE(words.contains(term.expression)) << term.expression << " in\n" << words;
        }
    });
}

TEST(Anatomy, labels_say_which_way_a_term_points) {
    EXPECT_EQ((StepTerm{.kind = StepTermKind::scaled, .expression = "m̂/(√(v̂) + ε)", .sign = -1}).label(),
              "−m̂/(√(v̂) + ε)");
    EXPECT_EQ((StepTerm{.kind = StepTermKind::direction, .expression = "g + μ·b", .sign = -1}).label(), "−(g + μ·b)");
    EXPECT_EQ((StepTerm{.kind = StepTermKind::direction, .expression = "d", .sign = 1}).label(), "d");
}

TEST(Anatomy, shows_a_clipped_gradient_beside_the_whole) {
    const auto terms = take("sgd | clip norm max_norm=0.5", 0).terms;
    ASSERT_EQ(terms.size(), 3u);
    EXPECT_EQ(terms[1].kind, StepTermKind::shaped);
    EXPECT_NEAR(terms[1].value.norm(), 0.5, 1e-5);
    EXPECT_EQ(take("sgd | clip norm max_norm=1000000", 0).terms.size(), 2u);  // nothing to clip, nothing to show
}

TEST(Remembered, holds_what_torch_would_show) {
    Rosenbrock objective;
    VectorXd x = VectorXd::LinSpaced(2, -0.5, 0.7);
    Stepper momentum(parse_optimizer("sgd momentum=0.9").value(), 2);
    ASSERT_EQ(remembered(momentum).size(), 1u);
    EXPECT_EQ(remembered(momentum)[0].value.size(), 0) << "there is no buffer before the first step";
    VectorXd gradient(2);
    objective.gradient(x, gradient);
    momentum.step(x, objective);
    EXPECT_EQ(remembered(momentum)[0].value, gradient);
    EXPECT_TRUE(remembered(Stepper(parse_optimizer("sgd").value(), 2)).empty());

    const auto adam = remembered(Stepper(parse_optimizer("adam amsgrad=true").value(), 2));
    std::vector<std::string_view> names;
    for (const Remembered& each : adam) names.push_back(each.name);
    EXPECT_EQ(names, (std::vector<std::string_view>{"step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"}));
}

}  // namespace
}  // namespace thalweg

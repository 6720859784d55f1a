#include "core/optimizer/optimizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

std::vector<Field> fields_of(Optimizer& optimizer) {
    return std::visit([](auto& method) { return fields(method); }, optimizer.method);
}

std::vector<Optimizer> one_of_each() {
    std::vector<Optimizer> all;
    for (const std::string_view name : optimizer_names()) all.push_back(parse_optimizer(name).value());
    return all;
}

TEST(OptimizerNames, read_as_that_optimizer_and_are_unique) {
    const std::vector<std::string_view> names = optimizer_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(name(parse_optimizer(names[i]).value()), names[i]);
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(names[i], names[j]);
    }
}

TEST(ParseOptimizer, has_the_defaults_of_torch) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"sgd", "lr=0.001 momentum=0 dampening=0 weight_decay=0 nesterov=false maximize=false"},
        {"adagrad", "lr=0.01 lr_decay=0 weight_decay=0 initial_accumulator_value=0 eps=1e-10 maximize=false"},
        {"rmsprop", "lr=0.01 alpha=0.99 eps=1e-08 weight_decay=0 momentum=0 centered=false maximize=false"},
        {"adadelta", "lr=1 rho=0.9 eps=1e-06 weight_decay=0 maximize=false"},
        {"adam", "lr=0.001 beta1=0.9 beta2=0.999 eps=1e-08 weight_decay=0 amsgrad=false maximize=false"},
        {"adamw", "lr=0.001 beta1=0.9 beta2=0.999 eps=1e-08 weight_decay=0.01 amsgrad=false maximize=false"},
        {"adamax", "lr=0.002 beta1=0.9 beta2=0.999 eps=1e-08 weight_decay=0 maximize=false"},
        {"nadam",
         "lr=0.002 beta1=0.9 beta2=0.999 eps=1e-08 weight_decay=0 momentum_decay=0.004 decoupled_weight_decay=false "
         "maximize=false"},
        {"radam",
         "lr=0.001 beta1=0.9 beta2=0.999 eps=1e-08 weight_decay=0 decoupled_weight_decay=false maximize=false"},
        {"rprop", "lr=0.01 etaminus=0.5 etaplus=1.2 step_min=1e-06 step_max=50 maximize=false"},
        {"lbfgs",
         "lr=1 max_iter=20 max_eval=0 tolerance_grad=1e-07 tolerance_change=1e-09 history_size=100 "
         "line_search_fn=none"},
    };
    for (const auto& [keyword, settings] : cases) {
        const auto spelled_out = parse_optimizer(keyword + " " + settings);
        ASSERT_TRUE(spelled_out) << spelled_out.error();
        EXPECT_EQ(spelled_out, parse_optimizer(keyword)) << keyword;
        EXPECT_EQ(words(settings).size(), [&] {
            Optimizer copy = *spelled_out;
            return fields_of(copy).size();
        }());
    }
}

TEST(ParseOptimizer, says_what_is_wrong_in_one_sentence) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "no optimizer is named; there are sgd, "},
        {"adm",
         "unknown optimizer \"adm\"; there are sgd, adagrad, rmsprop, adadelta, adam, adamw, adamax, nadam, radam, "
         "rprop, lion, backtracking, conjugate_gradient, lbfgs, newton, saddle_free_newton"},
        {"lr=0.1", "unknown optimizer \"lr=0.1\"; there are sgd, "},
        {"adam momentum=0.9",
         "adam has no setting \"momentum\"; it has lr, beta1, beta2, eps, weight_decay, amsgrad, maximize"},
        {"adam lr", "\"lr\" is not a setting: write key=value with one of lr, beta1"},
        {"adam lr=fast", "lr: \"fast\" is not a number"},
        {"adam lr=-0.1", "lr = -0.1 is not allowed: it must be at least 0"},
        {"adam lr=0.1 lr=0.2", "lr is given twice; give it once"},
        {"adam beta1=1", "beta1 = 1 is not allowed: it must be at least 0 and below 1"},
        {"adam beta2=-0.1", "beta2 = -0.1 is not allowed: it must be at least 0 and below 1"},
        {"adam eps=nan", "eps = nan is not allowed: it must be at least 0"},
        {"adam lr=inf", "lr = inf is not allowed: it must be at least 0"},
        {"adam amsgrad=2", "amsgrad: \"2\" is not true or false"},
        {"sgd nesterov=true", "nesterov needs momentum above 0 and no dampening"},
        {"sgd nesterov=true momentum=0.9 dampening=0.1", "nesterov needs momentum above 0 and no dampening"},
        {"sgd momentum=-1", "momentum = -1 is not allowed: it must be at least 0"},
        {"sgd weight_decay=-1", "weight_decay = -1 is not allowed: it must be at least 0"},
        {"sgd dampening=inf", "dampening = inf is not allowed: it must be a finite number"},
        {"adagrad lr_decay=-1", "lr_decay = -1 is not allowed: it must be at least 0"},
        {"adagrad initial_accumulator_value=-1",
         "initial_accumulator_value = -1 is not allowed: it must be at least 0"},
        {"rmsprop alpha=-1", "alpha = -1 is not allowed: it must be at least 0"},
        {"rprop etaminus=1", "etaminus = 1 is not allowed: it must be above 0 and below 1"},
        {"rprop step_min=2 step_max=1", "step_min must not be larger than step_max"},
        {"lbfgs line_search_fn=armijo", "line_search_fn: \"armijo\" is not one of none, strong_wolfe"},
        {"lbfgs history_size=0", "history_size = 0 is not allowed: it must be at least 1 and at most 10000"},
        {"conjugate_gradient c1=0.5", "c1 must be smaller than c2"},
        {"adam |", "behind a bar there is schedule, clip or noise, not \"\""},
        {"adam | step", "behind a bar there is schedule, clip or noise, not \"step\""},
        {"adam | schedule", "no schedule is named; there are step, exponential, "},
        {"adam | schedule linear start_factor=0", "start_factor = 0 is not allowed: it must be above 0 and at most 1"},
        {"adam | schedule step | schedule linear",
         "each schedule must begin later than the one before it: give linear"},
        {"adam | clip norm | clip value", "clip is given twice; give it once"},
        {"adam | clip max", "unknown clipping \"max\"; there are norm, value"},
        {"adam | noise gaussian | noise gaussian", "noise is given twice; give it once"},
        {"adam | noise gaussian sigma=-1", "sigma = -1 is not allowed: it must be at least 0"},
        {"adadelta rho=1.5", "rho = 1.5 is not allowed: it must be at least 0 and at most 1"},
    };
    for (const auto& [text, expected] : cases) {
        const auto optimizer = parse_optimizer(text);
        ASSERT_FALSE(optimizer) << text;
        EXPECT_TRUE(optimizer.error().starts_with(expected)) << optimizer.error();
        EXPECT_EQ(optimizer.error().find('\n'), std::string::npos);
    }
}

/// Changes one setting to another allowed value.
void nudge(const Field& field) {
    struct Nudge {
        const Setting& setting;
        void operator()(double* value) const {
            const double end = *value < setting.maximum ? setting.maximum : setting.minimum;
            *value += 0.3 * (end - *value);
        }
        void operator()(int* value) const { *value += 1; }
        void operator()(bool* value) const { *value = !*value; }
        void operator()(std::string* value) const { *value += "x"; }
        void operator()(const ChoiceField& choice) const {
            const auto count = static_cast<int>(choices(setting).size());
            choice.set(choice.field, (choice.get(choice.field) + 1) % count);
        }
    };
    std::visit(Nudge{field.setting}, field.place);
}

TEST(ToText, is_read_back_whichever_setting_was_changed) {
    for (const Optimizer& optimizer : one_of_each()) {
        Optimizer copy = optimizer;
        const std::size_t count = fields_of(copy).size();
        for (std::size_t i = 0; i < count; ++i) {
            Optimizer changed = optimizer;
            if (auto* sgd = std::get_if<Sgd>(&changed.method)) sgd->momentum = 0.5;  // or nesterov is refused
            if (fields_of(changed)[i].setting.name == "dampening") std::get<Sgd>(changed.method).nesterov = false;
            nudge(fields_of(changed)[i]);
            EXPECT_NE(changed, optimizer);
            const auto again = parse_optimizer(to_text(changed));
            ASSERT_TRUE(again) << to_text(changed) << ": " << again.error();
            EXPECT_EQ(*again, changed) << to_text(changed);
        }
    }
}

TEST(ToText, is_read_back_with_schedules_clipping_and_noise) {
    Optimizer optimizer{.method = Adam{.learning_rate = 0.1},
                        .schedules = {LinearSchedule{.total_iters = 20}, CosineAnnealing{.T_max = 80, .after = 20}},
                        .clip = ClipValue{.clip_value = 0.5},
                        .noise = GaussianNoise{.seed = 7}};
    EXPECT_EQ(to_text(optimizer),
              "adam lr=0.1 | schedule linear total_iters=20 | schedule cosine_annealing T_max=80 after=20 | "
              "clip value clip_value=0.5 | noise gaussian seed=7");
    EXPECT_EQ(parse_optimizer(to_text(optimizer)), optimizer);
    optimizer.clip = ClipNorm{};
    EXPECT_EQ(parse_optimizer(to_text(optimizer)), optimizer);
}

TEST(ToText, leaves_out_defaults_but_for_the_learning_rate) {
    EXPECT_EQ(to_text({Adam{}}), "adam lr=0.001");
    EXPECT_EQ(to_text({Adam{.learning_rate = 0.05, .amsgrad = true}}), "adam lr=0.05 amsgrad=true");
    EXPECT_EQ(to_text({Sgd{.learning_rate = 0.1, .momentum = 0.9, .nesterov = true}}),
              "sgd lr=0.1 momentum=0.9 nesterov=true");
    EXPECT_EQ(to_text({AdamW{}}), "adamw lr=0.001");
}

TEST(BaseRate, is_what_is_set_whatever_the_schedules_make_of_it) {
    EXPECT_EQ(base_rate(parse_optimizer("adam lr=0.05 | schedule step gamma=0.5").value()), 0.05);
    for (const std::string_view name : optimizer_names())
        EXPECT_EQ(base_rate(parse_optimizer(std::string(name) + " lr=0.375").value()), 0.375) << name;
}

TEST(Describe, names_each_setting_with_a_sentence_and_a_range_that_holds_its_default) {
    for (Optimizer& optimizer : one_of_each()) {
        std::vector<std::string_view> names;
        for (const Field& field : fields_of(optimizer)) {
            const Setting& setting = field.setting;
            EXPECT_FALSE(setting.help.empty()) << name(optimizer) << " " << setting.name;
            EXPECT_TRUE(setting.help.ends_with('.'));
            EXPECT_LT(setting.minimum, setting.maximum);
            for (const std::string_view other : names) EXPECT_NE(other, setting.name);
            names.push_back(setting.name);
            if (const auto* const* number = std::get_if<double*>(&field.place)) {
                EXPECT_TRUE(**number >= setting.minimum && **number <= setting.maximum) << setting.name;
                EXPECT_TRUE(setting.limits.contains(setting.minimum) && setting.limits.contains(setting.maximum));
                EXPECT_TRUE(setting.scale == Scale::linear || setting.minimum > 0.0) << setting.name;
            }
        }
        EXPECT_EQ(names.front(), "lr");
        EXPECT_EQ(problem(optimizer), "");
    }
}

TEST(Presets, come_in_teaching_order_and_can_be_written_and_read) {
    std::vector<std::string> titles;
    for (const Optimizer& optimizer : optimizer_presets()) {
        titles.push_back(title(optimizer));
        EXPECT_EQ(parse_optimizer(to_text(optimizer)), optimizer);
    }
    EXPECT_EQ(titles,
              (std::vector<std::string>{"Gradient descent", "Momentum", "Nesterov", "Adagrad", "RMSprop", "Adadelta",
                                        "Adam", "AdamW", "Adamax", "NAdam", "RAdam", "Rprop", "Lion", "Backtracking",
                                        "Conjugate gradient", "L-BFGS", "Newton", "Saddle-free Newton"}));
}

}  // namespace
}  // namespace thalweg

#include "app/export/pytorch_methods.h"

#include <fmt/format.h>

#include <array>

#include "app/export/script_parts.h"
#include "core/formula/python_text.h"
#include "core/setting/keyword_text.h"

namespace thalweg {
namespace {

/// What makes the optimizer, and the parts that it is written in.
struct Maker {
    std::string_view name;
    std::set<std::string> parts = {};
};

// One for each method: a new one does not compile before it is said here how torch has it.
Maker maker(const Sgd&) {
    return {"torch.optim.SGD"};
}
Maker maker(const Adagrad&) {
    return {"torch.optim.Adagrad"};
}
Maker maker(const RMSprop&) {
    return {"torch.optim.RMSprop"};
}
Maker maker(const Adadelta&) {
    return {"torch.optim.Adadelta"};
}
Maker maker(const Adam&) {
    return {"torch.optim.Adam"};
}
Maker maker(const AdamW&) {
    return {"torch.optim.AdamW"};
}
Maker maker(const Adamax&) {
    return {"torch.optim.Adamax"};
}
Maker maker(const NAdam&) {
    return {"NAdam", {"Method", "Moments", "NAdam"}};
}
Maker maker(const RAdam& radam) {
    if (radam.decoupled_weight_decay || radam.maximize) return {"RAdam", {"Method", "Moments", "RAdam"}};
    return {"torch.optim.RAdam"};
}
Maker maker(const Rprop&) {
    return {"torch.optim.Rprop"};
}
Maker maker(const Lion&) {
    return {"Lion", {"Method", "Lion"}};
}
Maker maker(const Backtracking&) {
    return {"Backtracking", {"Method", "Backtracking"}};
}
Maker maker(const ConjugateGradient&) {
    return {"ConjugateGradient", {"Method", "ConjugateGradient"}};
}
Maker maker(const Lbfgs&) {
    return {"torch.optim.LBFGS"};
}
Maker maker(const Newton&) {
    return {"Newton", {"Method", "curvature", "Newton"}};
}
Maker maker(const SaddleFreeNewton&) {
    return {"SaddleFreeNewton", {"Method", "curvature", "SaddleFreeNewton"}};
}

/// Settings that torch has in pairs.
struct Pair {
    std::string_view first, second, name;
};
constexpr auto pairs = std::to_array<Pair>(
    {{"beta1", "beta2", "betas"}, {"etaminus", "etaplus", "etas"}, {"step_min", "step_max", "step_sizes"}});

/// A setting's value; empty where torch's own default says the same.
std::string python_value(const Field& field) {
    if (double* const* number = std::get_if<double*>(&field.place)) return python_number(**number);
    if (int* const* count = std::get_if<int*>(&field.place)) return fmt::format("{}", **count);
    if (bool* const* flag = std::get_if<bool*>(&field.place)) return **flag ? "True" : "False";
    return python_string(value_text(field));
}

/// Options that say what torch does anyhow, which its older versions do not know, or has no word for.
bool goes_without_saying(std::string_view name, std::string_view value) {
    return value == "False" || value == "\"none\"" || (name == "max_eval" && value == "0");
}

template <class Settings>
std::string arguments(Settings settings, std::string_view without = {}) {
    std::string text;
    std::string first_of_pair;
    for (const Field& field : fields(settings)) {
        std::string_view name = field.setting.name;
        std::string value = python_value(field);
        if (name == without || goes_without_saying(name, value)) continue;
        const auto paired = [name](const Pair& pair) { return name == pair.first || name == pair.second; };
        if (const auto pair = std::ranges::find_if(pairs, paired); pair != pairs.end()) {
            if (name == pair->first) {
                first_of_pair = value;
                continue;
            }
            name = pair->name;
            value = fmt::format("({}, {})", first_of_pair, value);
        }
        text += fmt::format(", {}={}", name, value);
    }
    return text;
}

/// "one_cycle(0.1, k - 5, max_lr=…) if k >= 5 else (0.1, None)".
std::string schedule_text(const Optimizer& optimizer, std::set<std::string>& parts) {
    const double base = base_rate(optimizer);
    std::string text = fmt::format("({}, None)", python_number(base));
    for (const Schedule& schedule : optimizer.schedules) {
        std::visit(
            [&](const auto& s) {
                const std::string name = s.keyword == "step" ? "step_schedule" : std::string(s.keyword);
                parts.insert({name, "follow", "power"});
                const std::string call =
                    fmt::format("{}({}, {}, {})", name, python_number(base),
                                s.after > 0 ? fmt::format("k - {}", s.after) : "k", arguments(s, "after").substr(2));
                text = s.after > 0 ? fmt::format("{} if k >= {} else {}", call, s.after, text) : call;
            },
            schedule);
    }
    return text;
}

}  // namespace

PytorchRun pytorch_run(const Optimizer& optimizer, bool whole) {
    PytorchRun run;
    const auto line = [&](std::string_view key, std::string_view value) {
        run.entry += fmt::format("        \"{}\": {},\n", key, value);
    };
    line("name", python_string(to_text(optimizer)));
    std::visit(
        [&](const auto& method) {
            Maker made_by = maker(method);
            run.parts = std::move(made_by.parts);
            line("optimizer", fmt::format("lambda p: {}(p{})", made_by.name, arguments(method)));
        },
        optimizer.method);
    // Rprop reads its rate once, where it starts.
    if (!optimizer.schedules.empty() && !std::holds_alternative<Rprop>(optimizer.method)) {
        line("schedule", "lambda k: " + schedule_text(optimizer, run.parts));
    }
    if (optimizer.noise) {
        std::visit(
            [&](const auto& noise) { line("noise", fmt::format("{}({})", noise.keyword, arguments(noise).substr(2))); },
            *optimizer.noise);
        run.parts.insert({"random", "noise"});
    }
    if (optimizer.clip) {
        std::visit(
            [&](const auto& clip) {
                const std::string name = fmt::format("clip_{}", clip.keyword);
                line("clip", fmt::format("{}({})", name, arguments(clip).substr(2)));
                run.parts.insert(name);
            },
            *optimizer.clip);
    }
    if (maximizes(optimizer)) line("maximize", "True");
    if (whole) line("whole", "True");
    run.entry = "    {\n" + run.entry + "    },\n";
    return run;
}

}  // namespace thalweg

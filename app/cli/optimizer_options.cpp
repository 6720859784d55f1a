#include "app/cli/optimizer_options.h"

#include <fmt/format.h>

#include <functional>

namespace thalweg {

void add_optimizer_options(CLI::App& command, std::vector<std::string>& optimizers) {
    const auto add = [&](const std::string& name, const std::string& help,
                         const std::function<void(const std::string&)>& take) {
        // Taken in the order in which they are typed, not option by option.
        command.add_option_function<std::string>(name, take, help)->type_name("TEXT")->trigger_on_parse();
    };
    add("--optimizer", "such as \"adam lr=0.05 beta1=0.9\"; plain descent if not given",
        [&optimizers](const std::string& text) { optimizers.push_back(text); });
    const auto belonging = [&optimizers](const std::string& part) {
        return [&optimizers, part](const std::string& text) {
            if (optimizers.empty()) optimizers.emplace_back("sgd");
            optimizers.back() += " | " + part + ' ' + text;
        };
    };
    add("--schedule",
        "of the optimizer before it: \"step step_size=30 gamma=0.5\"; a second follows the first (after=N)",
        belonging("schedule"));
    add("--clip", "of the optimizer before it: \"norm max_norm=1\" or \"value clip_value=0.5\"", belonging("clip"));
    add("--noise", "of the optimizer before it: \"gaussian sigma=0.1 seed=1\"", belonging("noise"));
}

std::expected<Optimizer, std::string> one_optimizer(const std::vector<std::string>& optimizers,
                                                    std::string_view command) {
    if (optimizers.size() > 1)
        return std::unexpected(fmt::format("{} takes one --optimizer; run it once for each", command));
    auto optimizer = parse_optimizer(optimizers.empty() ? "sgd" : optimizers.front());
    if (!optimizer) return std::unexpected("--optimizer: " + optimizer.error());
    return optimizer;
}

}  // namespace thalweg

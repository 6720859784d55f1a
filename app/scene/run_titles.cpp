#include "app/scene/run_titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <set>
#include <string_view>
#include <type_traits>
#include <variant>

#include "app/scene/number_format.h"

namespace thalweg {
namespace {

/// The hyper-parameters that are numbers, as words: "η = 0.1".
std::vector<std::string> numbers_of(Optimizer optimizer) {
    std::vector<std::string> words;
    describe(optimizer, [&](const auto& field, const Setting& setting) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (std::same_as<Field, double> || std::same_as<Field, int>) {
            const std::string_view symbol = setting.symbol.empty() ? setting.name : setting.symbol;
            words.push_back(fmt::format("{} = {}", symbol, format_number(field)));
        }
    });
    return words;
}

/// What there is besides the method: "exponential η, clipped"; empty: nothing.
std::string additions_of(const Optimizer& optimizer) {
    std::vector<std::string> words;
    for (const Schedule& schedule : optimizer.schedules) {
        std::string name(std::visit([](const auto& kind) { return kind.keyword; }, schedule));
        std::ranges::replace(name, '_', ' ');
        words.push_back(name + " η");
    }
    if (optimizer.clip) words.emplace_back("clipped");
    if (optimizer.noise) words.emplace_back("noise");
    return fmt::format("{}", fmt::join(words, ", "));
}

bool all_differ(const std::vector<std::string>& words, std::size_t count) {
    return std::set<std::string_view>(words.begin(), words.end()).size() == count;
}

/// What tells optimizers of one title apart, one of which may need no words; empty where nothing does.
std::vector<std::string> distinctions(std::span<const OptimizerEntry> entries,
                                      const std::vector<std::size_t>& namesakes) {
    std::vector<std::vector<std::string>> numbers;
    for (const std::size_t i : namesakes) numbers.push_back(numbers_of(entries[i].optimizer));
    for (std::size_t setting = 0; setting < numbers.front().size(); ++setting) {
        std::vector<std::string> words;
        for (const std::vector<std::string>& own : numbers)
            if (setting < own.size()) words.push_back(own[setting]);
        if (all_differ(words, namesakes.size())) return words;
    }
    std::vector<std::string> additions;
    for (const std::size_t i : namesakes) additions.push_back(additions_of(entries[i].optimizer));
    return all_differ(additions, namesakes.size()) ? additions : std::vector<std::string>{};
}

}  // namespace

std::vector<std::string> run_titles(std::span<const OptimizerEntry> entries) {
    std::vector<std::string> plain;
    for (const OptimizerEntry& entry : entries) plain.push_back(title(entry));
    std::vector<std::string> titles = plain;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        std::vector<std::size_t> namesakes;
        for (std::size_t k = 0; k < plain.size(); ++k)
            if (plain[k] == plain[i]) namesakes.push_back(k);
        if (namesakes.size() < 2 || namesakes.front() != i) continue;
        const std::vector<std::string> words = distinctions(entries, namesakes);
        for (std::size_t n = 0; n < namesakes.size(); ++n) {
            if (words.empty())
                titles[namesakes[n]] += fmt::format(" {}", n + 1);
            else if (!words[n].empty())
                titles[namesakes[n]] += ", " + words[n];
        }
    }
    return titles;
}

std::string run_title(const Session& session, int optimizer) {
    return run_titles(session.optimizers).at(static_cast<std::size_t>(optimizer));
}

}  // namespace thalweg

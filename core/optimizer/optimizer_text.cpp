#include "core/optimizer/optimizer.h"
#include "core/setting/keyword_text.h"

namespace thalweg {
namespace {

/// Reads the part of a text behind one of its bars, "schedule step gamma=0.5", into the optimizer. The result is what
/// is wrong; empty when all is well.
std::string read_extra(std::string_view part, Optimizer& optimizer) {
    const std::vector<std::string_view> all = words(part);
    const std::string_view kind = all.empty() ? std::string_view() : all.front();
    const std::string_view rest = all.empty() ? part : part.substr(part.find(kind) + kind.size());
    if (kind == "schedule") {
        auto schedule = parse_schedule(rest);
        if (!schedule) return schedule.error();
        optimizer.schedules.push_back(*schedule);
        return {};
    }
    if (kind == "clip" && !optimizer.clip) {
        auto clip = parse_clip(rest);
        if (!clip) return clip.error();
        optimizer.clip = *clip;
        return {};
    }
    if (kind == "noise" && !optimizer.noise) {
        auto noise = parse_noise(rest);
        if (!noise) return noise.error();
        optimizer.noise = *noise;
        return {};
    }
    if (kind == "clip" || kind == "noise") return std::string(kind) + " is given twice; give it once";
    return "behind a bar there is schedule, clip or noise, not \"" + std::string(kind) + "\"";
}

}  // namespace

std::vector<std::string_view> optimizer_names() {
    return keywords<Method>();
}

std::string problem(const Optimizer& optimizer) {
    std::string wrong = keyword_problem(optimizer.method);
    int begun = -1;
    for (const Schedule& schedule : optimizer.schedules) {
        if (wrong.empty()) wrong = keyword_problem(schedule);
        const int after = std::visit([](const auto& s) { return s.after; }, schedule);
        if (wrong.empty() && after <= begun) {
            wrong = "each schedule must begin later than the one before it: give " + std::string(keyword(schedule)) +
                    " an after larger than " + std::to_string(begun);
        }
        begun = after;
    }
    if (wrong.empty() && optimizer.clip) wrong = keyword_problem(*optimizer.clip);
    if (wrong.empty() && optimizer.noise) wrong = keyword_problem(*optimizer.noise);
    return wrong;
}

std::expected<Optimizer, std::string> parse_optimizer(std::string_view text) {
    std::size_t bar = std::min(text.find('|'), text.size());
    auto method = parse_keyword<Method>(text.substr(0, bar), "optimizer");
    if (!method) return std::unexpected(method.error());
    Optimizer optimizer{.method = *method};
    while (bar < text.size()) {
        text.remove_prefix(bar + 1);
        bar = std::min(text.find('|'), text.size());
        if (std::string wrong = read_extra(text.substr(0, bar), optimizer); !wrong.empty()) {
            return std::unexpected(wrong);
        }
    }
    if (std::string wrong = problem(optimizer); !wrong.empty()) return std::unexpected(wrong);
    return optimizer;
}

std::string to_text(const Optimizer& optimizer) {
    std::string text = keyword_text(optimizer.method, "lr");
    for (const Schedule& schedule : optimizer.schedules) text += " | schedule " + to_text(schedule);
    if (optimizer.clip) text += " | clip " + to_text(*optimizer.clip);
    if (optimizer.noise) text += " | noise " + to_text(*optimizer.noise);
    return text;
}

}  // namespace thalweg

#include "core/optimizer/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/setting/keyword_text.h"

namespace thalweg {
namespace {

constexpr double pi = std::numbers::pi;

double half_wave(double from, double to, double share) {
    return to + (from - to) / 2.0 * (std::cos(pi * share) + 1.0);
}

}  // namespace

// Counts of steps that a slider or a file brought to 0 count as 1: dividing by them must not end the program.

Scheduled StepSchedule::at(double base, int k) const {
    return {base * std::pow(gamma, k / std::max(1, step_size)), {}};
}

Scheduled ExponentialSchedule::at(double base, int k) const {
    return {base * std::pow(gamma, k), {}};
}

Scheduled CosineAnnealing::at(double base, int k) const {
    return {eta_min + (base - eta_min) * (1.0 + std::cos(pi * k / std::max(1, T_max))) / 2.0, {}};
}

Scheduled CosineAnnealingWarmRestarts::at(double base, int k) const {
    double length = std::max(1, T_0), since = k;
    if (T_mult <= 1) since = std::fmod(since, length);
    while (since >= length) {
        since -= length;
        length *= T_mult;
    }
    return {eta_min + (base - eta_min) * (1.0 + std::cos(pi * since / length)) / 2.0, {}};
}

Scheduled OneCycle::at(double /*base*/, int k) const {
    struct Phase {
        double end, from_rate, to_rate, from_momentum, to_momentum;
    };
    const double first = max_lr / div_factor, last = first / final_div_factor;
    const double top = pct_start * total_steps - 1.0, end = total_steps - 1.0;
    const Phase up{top, first, max_lr, max_momentum, base_momentum};
    const Phase down{2.0 * top, max_lr, first, base_momentum, max_momentum};
    const Phase fall{end, three_phase ? first : max_lr, last, three_phase ? max_momentum : base_momentum, max_momentum};

    double begin = 0.0;
    const Phase* phase = &up;
    if (k > top) {
        begin = top;
        phase = three_phase ? &down : &fall;
        if (three_phase && k > down.end) {
            begin = down.end;
            phase = &fall;
        }
    }
    const double share = std::min(1.0, (k - begin) / (phase->end - begin));
    const auto anneal = [&](double from, double to) {
        return anneal_strategy == Anneal::cos ? half_wave(from, to, share) : (to - from) * share + from;
    };
    Scheduled result{anneal(phase->from_rate, phase->to_rate), {}};
    if (cycle_momentum) result.momentum = anneal(phase->from_momentum, phase->to_momentum);
    return result;
}

Scheduled Cyclic::at(double /*base*/, int k) const {
    const double up = step_size_up, down = step_size_down > 0 ? step_size_down : step_size_up;
    const double cycle = std::floor(1.0 + k / (up + down));
    const double share = 1.0 + k / (up + down) - cycle, ratio = up / (up + down);
    double height = share <= ratio ? share / ratio : (share - 1.0) / (ratio - 1.0);
    if (mode == Mode::triangular2) height *= std::pow(2.0, 1.0 - cycle);
    if (mode == Mode::exp_range) height *= std::pow(gamma, k);
    Scheduled result{base_lr + (max_lr - base_lr) * height, {}};
    if (cycle_momentum) result.momentum = max_momentum - (max_momentum - base_momentum) * height;
    return result;
}

Scheduled LinearSchedule::at(double base, int k) const {
    const double share = std::min(1.0, static_cast<double>(k) / std::max(1, total_iters));
    return {base * (start_factor + (end_factor - start_factor) * share), {}};
}

std::expected<Schedule, std::string> parse_schedule(std::string_view text) {
    return parse_keyword<Schedule>(text, "schedule");
}

std::string to_text(const Schedule& schedule) {
    return keyword_text(schedule);
}

Scheduled scheduled(const std::vector<Schedule>& schedules, double base, int k) {
    Scheduled result{base, {}};
    for (const Schedule& schedule : schedules) {
        std::visit(
            [&](const auto& s) {
                if (k >= s.after) result = s.at(base, k - s.after);
            },
            schedule);
    }
    return result;
}

}  // namespace thalweg

#include "core/optimizer/schedule_handles.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace thalweg {
namespace {

using Handles = std::vector<ScheduleHandle>;

int whole(double steps, int least) {
    return static_cast<int>(std::clamp(std::round(steps), static_cast<double>(least), 1e6));
}

/// Where the curve of a schedule without a point of its own is held.
int held_at(const ExponentialSchedule& schedule, int steps) {
    return std::max(1, (steps - schedule.after) / 2);
}

// One pair for each kind: its handles beyond the first, and what dragging each of them, counted from 1, to k steps
// after the beginning and to a rate does.

Handles further(const StepSchedule& s, double base, int) {
    return {{.step = static_cast<double>(s.step_size), .rate = base * s.gamma}};
}
void bend(StepSchedule& s, std::size_t, double base, int, double k, double rate) {
    s.step_size = whole(k, 1);
    if (base > 0) s.gamma = std::clamp(rate / base, 0.0, 1.0);
}

Handles further(const ExponentialSchedule& s, double base, int steps) {
    const int k = held_at(s, steps);
    return {{.step = static_cast<double>(k), .rate = base * std::pow(s.gamma, k), .moves_along = false}};
}
void bend(ExponentialSchedule& s, std::size_t, double base, int steps, double, double rate) {
    if (base > 0 && rate > 0) s.gamma = std::clamp(std::pow(rate / base, 1.0 / held_at(s, steps)), 0.1, 1.2);
}

Handles further(const CosineAnnealing& s, double, int) {
    return {{.step = static_cast<double>(s.T_max), .rate = s.eta_min}};
}
void bend(CosineAnnealing& s, std::size_t, double, int, double k, double rate) {
    s.T_max = whole(k, 1);
    s.eta_min = std::max(0.0, rate);
}

Handles further(const CosineAnnealingWarmRestarts& s, double, int) {
    return {{.step = static_cast<double>(s.T_0), .rate = s.eta_min}};
}
void bend(CosineAnnealingWarmRestarts& s, std::size_t, double, int, double k, double rate) {
    s.T_0 = whole(k, 1);
    s.eta_min = std::max(0.0, rate);
}

Handles further(const OneCycle& s, double, int) {
    const double last = s.max_lr / s.div_factor / s.final_div_factor;
    return {{.step = s.pct_start * s.total_steps, .rate = s.max_lr},
            {.step = static_cast<double>(s.total_steps), .rate = last}};
}
void bend(OneCycle& s, std::size_t handle, double, int, double k, double rate) {
    if (handle == 1) {
        s.pct_start = std::clamp(k / s.total_steps, 0.02, 0.98);
        s.max_lr = rate;
        return;
    }
    s.total_steps = whole(k, 2);
    if (rate > 0) s.final_div_factor = std::clamp(s.max_lr / s.div_factor / rate, 1.0, 1e8);
}

Handles further(const Cyclic& s, double, int) {
    const int down = s.step_size_down > 0 ? s.step_size_down : s.step_size_up;
    return {{.step = static_cast<double>(s.step_size_up), .rate = s.max_lr},
            {.step = static_cast<double>(s.step_size_up + down), .rate = s.base_lr}};
}
void bend(Cyclic& s, std::size_t handle, double, int, double k, double rate) {
    if (handle == 1) {
        s.step_size_up = whole(k, 1);
        s.max_lr = rate;
        return;
    }
    s.step_size_down = whole(k - s.step_size_up, 1);
    s.base_lr = rate;
}

Handles further(const LinearSchedule& s, double base, int) {
    return {{.step = static_cast<double>(s.total_iters), .rate = base * s.end_factor}};
}
void bend(LinearSchedule& s, std::size_t, double base, int, double k, double rate) {
    s.total_iters = whole(k, 1);
    if (base > 0) s.end_factor = std::clamp(rate / base, 0.0, 1.0);
}

/// What a rate at the very beginning means; schedules that begin with base leave it to the optimizer.
template <class S>
constexpr bool begins_as_it_likes =
    std::is_same_v<S, LinearSchedule> || std::is_same_v<S, Cyclic> || std::is_same_v<S, OneCycle>;

void bend_beginning(auto&, double, double) {}
void bend_beginning(LinearSchedule& s, double base, double rate) {
    if (base > 0) s.start_factor = std::clamp(rate / base, 1e-6, 1.0);
}
void bend_beginning(Cyclic& s, double, double rate) {
    s.base_lr = rate;
}
void bend_beginning(OneCycle& s, double, double rate) {
    if (rate > 0) s.div_factor = std::clamp(s.max_lr / rate, 1.0, 1e8);
}

}  // namespace

std::vector<ScheduleHandle> handles(const Schedule& schedule, double base, int steps) {
    return std::visit(
        [&]<class S>(const S& s) {
            Handles all = further(s, base, steps);
            for (ScheduleHandle& handle : all) handle.step += s.after;
            all.insert(all.begin(), {.step = static_cast<double>(s.after),
                                     .rate = s.at(base, 0).learning_rate,
                                     .moves_up = begins_as_it_likes<S>});
            return all;
        },
        schedule);
}

void drag_handle(Schedule& schedule, std::size_t handle, double base, int steps, double to_step, double to_rate) {
    if (!std::isfinite(to_step) || !std::isfinite(to_rate)) return;
    std::visit(
        [&](auto& s) {
            if (handle == 0) {
                s.after = whole(to_step, 0);
                bend_beginning(s, base, to_rate);
            } else {
                bend(s, handle, base, steps, to_step - s.after, to_rate);
            }
        },
        schedule);
}

std::vector<Schedule> schedule_presets(double base, int steps) {
    const int fifth = std::max(1, steps / 5);
    return {StepSchedule{.step_size = fifth, .gamma = 0.5},
            ExponentialSchedule{.gamma = std::pow(0.05, 1.0 / std::max(1, steps))},
            CosineAnnealing{.T_max = std::max(1, steps)},
            CosineAnnealingWarmRestarts{.T_0 = fifth},
            OneCycle{.max_lr = base, .total_steps = std::max(2, steps)},
            Cyclic{.base_lr = base / 10, .max_lr = base, .step_size_up = fifth},
            LinearSchedule{.start_factor = 0.1, .total_iters = fifth}};
}

int begin_of(const Schedule& schedule) {
    return std::visit([](const auto& s) { return s.after; }, schedule);
}

}  // namespace thalweg

#pragma once

#include <vector>

#include "core/optimizer/schedule.h"

namespace thalweg {

/// A point of a schedule's curve, rate over steps, by which the curve can be bent.
struct ScheduleHandle {
    double step = 0.0;  ///< of the run, from 0
    double rate = 0.0;
    bool moves_along = true, moves_up = true;
};

/// The curve's handles; base: the optimizer's own lr; steps: how many the run has, for curves without a point of their
/// own to hold. The first is where the schedule begins.
std::vector<ScheduleHandle> handles(const Schedule& schedule, double base, int steps);

/// Bends the curve so that this handle lies at the step and rate, or as near as the settings' limits allow.
void drag_handle(Schedule& schedule, std::size_t handle, double base, int steps, double to_step, double to_rate);

/// Every kind of schedule, with lengths and rates that suit a run of so many steps at this lr.
std::vector<Schedule> schedule_presets(double base, int steps);

/// When a schedule begins.
int begin_of(const Schedule& schedule);

}  // namespace thalweg

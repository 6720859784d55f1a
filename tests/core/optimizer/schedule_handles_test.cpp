#include "core/optimizer/schedule_handles.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/optimizer/optimizer.h"

namespace thalweg {
namespace {

constexpr double base = 0.1;
constexpr int steps = 200;

TEST(ScheduleHandles, EveryPresetIsWellAndHasAHandleToBendIt) {
    for (const Schedule& schedule : schedule_presets(base, steps)) {
        SCOPED_TRACE(to_text(schedule));
        EXPECT_EQ(problem({.schedules = {schedule}}), "");
        EXPECT_GE(handles(schedule, base, steps).size(), 2U);
    }
}

TEST(ScheduleHandles, AHandleDraggedToAPlaceIsThere) {
    for (const Schedule& preset : schedule_presets(base, steps)) {
        SCOPED_TRACE(to_text(preset));
        const auto before = handles(preset, base, steps);
        for (std::size_t i = 1; i < before.size(); ++i) {
            Schedule schedule = preset;
            const double step = before[i].step + 10, rate = i == 1 ? 0.03 : 0.0002;
            drag_handle(schedule, i, base, steps, step, rate);
            const ScheduleHandle after = handles(schedule, base, steps)[i];
            EXPECT_NEAR(after.step, before[i].moves_along ? step : before[i].step, 1e-9);
            EXPECT_NEAR(after.rate, rate, 1e-12);
            EXPECT_EQ(problem({.schedules = {schedule}}), "");
        }
    }
}

TEST(ScheduleHandles, TheFirstMovesTheBeginning) {
    for (const Schedule& preset : schedule_presets(base, steps)) {
        Schedule schedule = preset;
        drag_handle(schedule, 0, base, steps, 25, handles(preset, base, steps)[0].rate);
        EXPECT_EQ(begin_of(schedule), 25);
    }
}

TEST(ScheduleHandles, PlacesBeyondTheLimitsAreKeptWithin) {
    for (const Schedule& preset : schedule_presets(base, steps)) {
        SCOPED_TRACE(to_text(preset));
        for (std::size_t i = 0; i < handles(preset, base, steps).size(); ++i) {
            for (const double step : {-1e9, 1e9}) {
                for (const double rate : {0.0, 1e-300, 1e9}) {
                    Schedule schedule = preset;
                    drag_handle(schedule, i, base, steps, step, rate);
                    EXPECT_EQ(problem({.schedules = {schedule}}), "");
                    EXPECT_TRUE(std::isfinite(scheduled({schedule}, base, 50).learning_rate));
                }
            }
            Schedule schedule = preset;
            drag_handle(schedule, i, base, steps, NAN, NAN);
            EXPECT_EQ(schedule, preset);
        }
    }
}

}  // namespace
}  // namespace thalweg

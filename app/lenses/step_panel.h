#pragma once

#include <span>
#include <string>

#include "app/lenses/rule_rows.h"
#include "app/lenses/step_phases.h"
#include "app/panels/panel.h"

namespace thalweg {

/// What an arrow is called over the views: short.
std::string arrow_label(const StepTerm& term, const Optimizer& optimizer);

/// The update rule, a line a row, with the numbers of both coordinates in columns; of a curve there is one.
void draw_rule_rows(const Panel& panel, std::span<const RuleRow> rows);

/// The phases of a training step, one of which is looked at. chosen: its index; −1 for the last.
void draw_step_phases(const Panel& panel, std::span<const StepPhase> phases, int& chosen);

}  // namespace thalweg

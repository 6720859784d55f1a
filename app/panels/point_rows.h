#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// Rows of what f and its first derivatives are at a point, in the width there is; of a curve: x, f and f′.
void draw_value_rows(const Panel& panel, const Inspection& point);

/// Hessian, eigenvalues, condition number and class; of a curve: f″, which way it bends, and class.
void draw_curvature_rows(const Panel& panel, const Inspection& point);

}  // namespace thalweg

#pragma once

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// A box of the plane worth a first look at a landscape that nobody knows yet: about the minimum that descent from
/// (0, 0) comes to, wide enough to show (0, 0) too; [−5, 5]² where it comes to none within a thousand.
Box fit_box(const Landscape& landscape);

}  // namespace thalweg

#pragma once

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// A box of the plane worth a first look at a landscape that nobody knows yet: about the minimum that descent from
/// (0, 0) comes to, wide enough to show (0, 0) too; [−5, 5]² where it comes to none within a thousand. Where f falls
/// for ever, but less and less, as the loss of samples that a line separates, which shows in Newton's step from there
/// along the way being no small part of it: about the place on the way out, halves of it tried, beyond which it falls
/// by less than a twentieth of the whole.
Box fit_box(const Landscape& landscape);

}  // namespace thalweg

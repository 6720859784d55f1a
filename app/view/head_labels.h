#pragma once

#include <vector>

#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/label_room.h"
#include "app/view/path_ink.h"
#include "app/view/placement.h"

namespace thalweg {

/// Adds the optimizers' names beside their paths' heads, clear of each other, of the labels that are there, of all
/// heads, and inside `within`; from a head to a name more than a line away there is a thin line. What finds no such
/// place has no name there (the legend tells it), but for the selected path: its name comes first and is always there.
/// With many heads it is alone.
void add_head_labels(Ink& ink, std::vector<Label>& labels, const Session& session, const std::vector<PathTrace>& traces,
                     const Placement& placement, const InkStyle& style, const PictureArea& within,
                     const Pointer& pointer);

}  // namespace thalweg

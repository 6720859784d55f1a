#pragma once

#include <vector>

#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/label_room.h"
#include "app/view/path_ink.h"
#include "app/view/placement.h"

namespace thalweg {

/// Adds the optimizers' names beside their paths' heads, clear of each other, of the labels that are there, of all
/// heads, and inside `within`; what finds no such place has no name there (the legend tells it). With many heads there
/// are none at all.
void add_head_labels(std::vector<Label>& labels, const Session& session, const std::vector<PathTrace>& traces,
                     const Placement& placement, const InkStyle& style, const PictureArea& within);

}  // namespace thalweg

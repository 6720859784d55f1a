#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/label_room.h"

namespace thalweg {

/// An arrow as it lies in a view's picture, in pixels of it, and what it is called.
struct NamedArrow {
    InkPoint tail, tip;
    std::string name;
    Color color;
};

/// Writes each name, the first ones first, as near to its arrow's tip as there is room: never over a name before it,
/// and over an arrow or beyond `edges` (pixels) only where all other places are much farther away. A name that has to
/// stand off is tied to its tip by a thin line.
void name_arrows(Ink& ink, std::vector<Label>& labels, std::span<const NamedArrow> arrows, const PictureArea& edges,
                 const InkStyle& style);

}  // namespace thalweg

#pragma once

#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// Whether one landscape is the other with other parameters: what was found of the one still guides the eye while the
/// other is looked into.
inline bool same_formula(const Landscape* before, const Landscape* now) {
    const auto* one = dynamic_cast<const FormulaLandscape*>(before);
    const auto* other = dynamic_cast<const FormulaLandscape*>(now);
    return one != nullptr && other != nullptr && one->formula().text() == other->formula().text();
}

}  // namespace thalweg

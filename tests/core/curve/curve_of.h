#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// A typed formula of one variable without parameters.
inline FormulaLandscape curve_of(std::string_view text) {
    auto formula = Formula::parse(text);
    if (!formula) ADD_FAILURE() << text << ": " << formula.error().message;
    return {*std::move(formula), {}, 1};
}

}  // namespace thalweg

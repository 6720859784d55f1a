#pragma once

#include <expected>
#include <set>
#include <string>

#include "app/document/session.h"
#include "core/formula/python_text.h"

namespace thalweg {

/// A session's landscape as a function in Python.
struct ScriptFunction {
    /// "def f(x, y, a=number(2)):\n    return …\n". Of a loss over samples `loss`, the samples and f, their mean; for
    /// torch also COLUMNS, TRAINING, HELD_OUT and mean(), by which a script takes the mean over some of them.
    std::string definition;
    std::vector<std::string> names;  ///< of its variables, in the order of coordinates
    std::set<std::string> helpers;   ///< functions of our own that it calls, parts of assets/scripts
    bool smooth = true;              ///< it has no kink and no jump
    std::size_t training = 0;        ///< of a loss over samples: how many steps see …
    std::size_t held_out = 0;        ///< … and how many do not
};

/// Of a formula of more than two variables, for torch, which descends in all of them, the whole; for numpy, which draws
/// it, the plane that the landscape's parameters and its slice name. The error is one sentence: the formula or the
/// samples cannot be read, or the landscape is a grid.
std::expected<ScriptFunction, std::string> script_function(const LandscapeChoice& landscape, PythonLibrary library);

}  // namespace thalweg

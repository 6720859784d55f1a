#pragma once

#include <expected>
#include <set>
#include <string>

#include "app/document/session.h"
#include "core/formula/python_text.h"

namespace thalweg {

/// A session's landscape as a function in Python.
struct ScriptFunction {
    std::string definition;          ///< "def f(x, y, a=number(2)):\n    return …\n"
    std::vector<std::string> names;  ///< of its variables, in the order of coordinates
    std::set<std::string> helpers;   ///< functions of our own that it calls, parts of assets/scripts
    bool smooth = true;              ///< it has no kink and no jump
};

/// The error is one sentence: the formula cannot be read, or the landscape is no formula.
std::expected<ScriptFunction, std::string> script_function(const LandscapeChoice& landscape, PythonLibrary library);

}  // namespace thalweg

#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/program.h"

namespace thalweg {

/// Whose functions a formula calls when it is written in Python.
enum class PythonLibrary { torch, numpy };

/// A program in Python, in its own order of operations, so that it rounds as the program does.
struct PythonCode {
    std::vector<std::string> assignments;  ///< `t1 = x**2 + y - 11`, for what is long or needed more than once
    std::vector<std::string> outputs;      ///< one expression for each of the program's
    std::set<std::string> helpers;         ///< functions of our own that are called: "cbrt"
    bool smooth = true;                    ///< no operator occurs that has a kink or a jump
};

/// torch: every input is a tensor of double precision without dimensions, and so are the outputs; numbers among the
/// arguments of functions are written number(…). numpy: the inputs are arrays or np.float64; a constant output is a
/// number.
/// names: of the inputs (variables, then parameters), as Python has them.
PythonCode python_code(const Program& program, std::span<const std::string> names, PythonLibrary library);

/// Each name as a Python identifier: θ₁ is θ1, lambda is lambda_. Different names stay different, and none is one of
/// Python's own words, `reserved` or one that python_code() itself uses.
std::vector<std::string> python_names(std::span<const std::string> names, std::span<const std::string_view> reserved);

/// A number as Python reads it back: 0.1, 11, 1e-08, math.inf.
std::string python_number(double value);

/// As python_number, but a float always: 11.0.
std::string python_float(double value);

}  // namespace thalweg

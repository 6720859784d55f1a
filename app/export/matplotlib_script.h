#pragma once

#include <expected>
#include <string>

#include "app/document/export_order.h"
#include "app/document/session.h"

namespace thalweg {

/// A self-contained Python file that draws the session's figure with matplotlib (3.6 or newer): map, surface or both,
/// or the curve of a formula of one variable, with runs, stationary points and legend in Thalweg's colours. The
/// function is in it as a formula, runs and stationary points as numbers with all their digits. With a file's name as
/// its argument it saves the figure there, else it shows it. The error is one sentence.
std::expected<std::string, std::string> matplotlib_script(const Session& session, const MatplotlibOptions& options);

}  // namespace thalweg

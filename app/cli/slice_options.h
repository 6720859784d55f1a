#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/document/session.h"

namespace thalweg {

/// Which plane is shown of a formula of more than two variables.
struct SliceOptions {
    std::optional<std::string> axes, through;
};

void add_slice_options(CLI::App& command, SliceOptions& options);

/// Puts the plane into the landscape: its axes, and where the first start, if there is one, lies beside them.
Outcome read_slice(const SliceOptions& options, const std::vector<std::string>& starts, LandscapeChoice& landscape);

/// The same of a session that is there already: its first start stays where it is.
Outcome read_slice(const SliceOptions& options, const std::vector<std::string>& starts, Session& session);

/// Puts starts of as many coordinates as the formula has variables into the session. All lie in one plane: the error
/// names one that does not.
Outcome read_space_starts(const std::vector<std::string>& texts, const std::vector<std::string>& variables,
                          Session& session);

}  // namespace thalweg

#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

/// What the runs of each optimizer are called among the others: title(), and where several share it also what tells
/// them apart: the first hyper-parameter in which no two of them agree, "Adam, η = 0.1", or what some have besides,
/// "Adam, exponential η", or else a number, "Adam 2".
std::vector<std::string> run_titles(std::span<const OptimizerEntry> entries);

/// Of one of the session's optimizers.
std::string run_title(const Session& session, int optimizer);

}  // namespace thalweg

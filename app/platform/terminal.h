#pragma once

namespace thalweg {

/// Somebody reads standard error on a terminal, where a line can be written over.
bool has_terminal();

}  // namespace thalweg

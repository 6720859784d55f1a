#pragma once

#include <filesystem>
#include <string>

#include "app/document/session.h"

namespace thalweg {

// Grids and recorded descents stay in files of their own. In memory a session names them by where they are; in a file
// it names those beside or below it as seen from there, so that a folder can be moved as a whole.

/// From the root on, without detours; what cannot be made absolute stays as it is.
std::string absolute_path(const std::filesystem::path& file);

/// Makes the paths of a session that was read out of a folder absolute. What is not where it was, but lies in this
/// folder under the same name, is taken from there.
void resolve_files(Session& session, const std::filesystem::path& folder);

/// Writes the paths as seen from a folder, those in it or below it.
void relate_files(Session& session, const std::filesystem::path& folder);

}  // namespace thalweg

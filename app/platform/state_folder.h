#pragma once

#include <filesystem>

namespace thalweg {

/// Where the program may remember what it did last: $XDG_STATE_HOME/thalweg, else ~/.local/state/thalweg (XDG base
/// directories), else %LOCALAPPDATA%/thalweg where there is no home. It need not be there yet. Empty: there is no such
/// place.
std::filesystem::path state_folder();

}  // namespace thalweg

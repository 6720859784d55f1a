#pragma once

#include <string>

namespace thalweg {

/// A variable of the environment; empty when there is none.
std::string environment(const std::string& name);

/// The user's home folder: $HOME, or %USERPROFILE% where that is not set.
std::string home_folder();

}  // namespace thalweg

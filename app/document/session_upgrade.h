#pragma once

#include <toml++/toml.h>
#include <cstdint>

namespace thalweg {

/// The version that session files are written in. It grows when a key is renamed or changes its meaning; a key that is
/// only added needs none, because what is left out has its default.
int session_version();

/// Makes of the table of an older version, 1 or more, one of the newest. What moves keeps its line and column for
/// messages.
void upgrade_session(toml::table& session, std::int64_t version);

}  // namespace thalweg

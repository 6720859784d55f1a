#include "app/platform/state_folder.h"

#include <cstdlib>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

fs::path environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
    return value == nullptr ? "" : value;
}

}  // namespace

fs::path state_folder() {
    // A relative path is no path, says the standard.
    if (const fs::path state = environment("XDG_STATE_HOME"); state.is_absolute()) return state / "thalweg";
    if (const fs::path home = environment("HOME"); home.is_absolute()) return home / ".local" / "state" / "thalweg";
    if (const fs::path local = environment("LOCALAPPDATA"); local.is_absolute()) return local / "thalweg";
    return {};
}

}  // namespace thalweg

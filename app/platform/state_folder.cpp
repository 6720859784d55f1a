#include "app/platform/state_folder.h"

#include "app/platform/environment.h"

namespace thalweg {

namespace fs = std::filesystem;

fs::path state_folder() {
    // A relative path is no path, says the standard.
    if (const fs::path state = environment("XDG_STATE_HOME"); state.is_absolute()) return state / "thalweg";
    if (const fs::path home = environment("HOME"); home.is_absolute()) return home / ".local" / "state" / "thalweg";
    if (const fs::path local = environment("LOCALAPPDATA"); local.is_absolute()) return local / "thalweg";
    return {};
}

}  // namespace thalweg

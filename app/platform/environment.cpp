#include "app/platform/environment.h"

#include <cstdlib>

namespace thalweg {

std::string environment(const std::string& name) {
    const char* value =
        std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
    return value == nullptr ? "" : value;
}

std::string home_folder() {
    const std::string home = environment("HOME");
    return home.empty() ? environment("USERPROFILE") : home;
}

}  // namespace thalweg

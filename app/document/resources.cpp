#include "app/document/resources.h"

#include <cstdlib>
#include <system_error>

namespace thalweg {

std::filesystem::path resource_folder() {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in the program changes the environment.
    if (const char* folder = std::getenv("THALWEG_RESOURCES"); folder != nullptr && *folder != '\0') return folder;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto installed = program.parent_path().parent_path() / "share" / "thalweg";
        if (std::filesystem::is_directory(installed / "assets", error)) return installed;
    }
    return THALWEG_SOURCE_DIR;
}

std::string_view version() {
    return THALWEG_VERSION;
}

}  // namespace thalweg

#include "app/document/resources.h"

#include <string>
#include <system_error>

#include "app/platform/environment.h"
#include "app/platform/program_file.h"

namespace thalweg {

std::filesystem::path resource_folder() {
    if (const std::string folder = environment("THALWEG_RESOURCES"); !folder.empty()) return folder;
    if (const auto program = program_file(); !program.empty()) {
        const auto installed = program.parent_path().parent_path() / "share" / "thalweg";
        std::error_code none;
        if (std::filesystem::is_directory(installed / "assets", none)) return installed;
    }
    return THALWEG_SOURCE_DIR;
}

std::string_view version() {
    return THALWEG_VERSION;
}

}  // namespace thalweg

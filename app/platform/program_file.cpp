#include "app/platform/program_file.h"

#include <system_error>

namespace thalweg {

std::filesystem::path program_file() {
    std::error_code not_told;
    return std::filesystem::read_symlink("/proc/self/exe", not_told);
}

}  // namespace thalweg

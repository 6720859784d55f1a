#include "app/platform/desktop.h"

#if __has_include(<spawn.h>)
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <thread>
#endif

namespace thalweg {

#if __has_include(<spawn.h>)

void open_with_desktop(const std::filesystem::path& file) {
#ifdef __APPLE__
    std::string program = "open";
#else
    std::string program = "xdg-open";
#endif
    std::string argument = file.string();
    char* arguments[] = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0) return;
    // The system keeps an ended child until somebody asks how it ended.
    std::thread([child] { waitpid(child, nullptr, 0); }).detach();
}

#else

void open_with_desktop(const std::filesystem::path&) {}

#endif

}  // namespace thalweg

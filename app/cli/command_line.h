#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace thalweg {

/// What the arguments asked for. With a sub-command, everything is done already.
struct CommandLine {
    bool open_window = false;
    std::vector<std::filesystem::path> files = {};  ///< to open in the window; none: the default session
    int exit_status = 0;                            ///< of the sub-command: 0, or 2 after an error
};

/// Reads the arguments and, when they name a sub-command, carries it out. Results go to standard output or to the file
/// asked for. An error is one line on standard error, "thalweg: what is wrong, where, what to do", and exit status 2.
CommandLine run_command_line(int argc, const char* const* argv);

/// That one line; used by whoever starts the window, too. Returns 2.
int report_error(std::string_view message);

}  // namespace thalweg

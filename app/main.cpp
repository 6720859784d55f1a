#include "app/cli/command_line.h"
#include "app/studio/start.h"

int main(int argc, char** argv) {
    const thalweg::CommandLine asked = thalweg::run_command_line(argc, argv);
    if (!asked.open_window) return asked.exit_status;
    const auto closed = thalweg::run_studio(asked.files);
    return closed ? 0 : thalweg::report_error(closed.error());
}

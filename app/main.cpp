#include "app/cli/command_line.h"
#include "app/platform/large_pages.h"
#include "app/studio/start.h"

int main(int argc, char** argv) {
    thalweg::ask_for_large_pages();
    const thalweg::CommandLine asked = thalweg::run_command_line(argc, argv);
    if (!asked.open_window) return asked.exit_status;
    const auto closed = thalweg::run_studio(asked.files);
    return closed ? 0 : thalweg::report_error(closed.error());
}

#include "app/cli/long_work.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/platform/terminal.h"

namespace thalweg {

bool LongWork::go_on(double share) {
    const std::scoped_lock one_at_a_time(said_);
    const int percent = static_cast<int>(100 * share);
    // Threads overtake each other.
    if (percent <= percent_) return !interruption_.wished();
    percent_ = percent;
    if (lines_) {
        fmt::print("{:.2f}\n", share);
        std::fflush(stdout);
    } else if (has_terminal()) {
        fmt::print(stderr, "\r{} %{}", percent, share >= 1 ? "\n" : "");
        std::fflush(stderr);
    }
    return !interruption_.wished();
}

std::function<void(double)> LongWork::part(double begin, double end) {
    return [this, begin, end](double share) {
        if (!go_on(begin + share * (end - begin))) given_up_.request_stop();
    };
}

void add_progress_option(CLI::App& command, bool& lines) {
    command.add_flag("--progress", lines, "say on standard output how much is done, 0 to 1, a line each time");
}

}  // namespace thalweg

#include "app/cli/start_bench.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <sstream>

#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/gl/context.h"
#include "app/platform/program_file.h"
#include "app/platform/program_output.h"
#include "app/studio/start.h"

namespace thalweg {
namespace {

/// The same clock in all processes.
std::int64_t nanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// One start, from now on, added to the times.
std::expected<void, std::string> time_one(StartTimes& times, const std::filesystem::path& program) {
    std::int64_t before = nanoseconds();
    const std::int64_t began = before;
    const auto output = program_output(program, {"bench", "start", "--once"});
    if (!output) return std::unexpected(output.error());
    std::istringstream lines(*output);
    std::getline(lines, times.renderer);
    for (std::vector<double>& part : times.parts) {
        std::int64_t done = 0;
        lines >> done;
        part.push_back(1e-6 * static_cast<double>(done - before));
        before = done;
    }
    if (!lines) return std::unexpected("the started window did not say when it was drawn");
    times.whole.push_back(1e-6 * static_cast<double>(before - began));
    return {};
}

}  // namespace

std::expected<StartTimes, std::string> time_starts(int runs) {
    const std::filesystem::path program = program_file();
    if (program.empty()) return std::unexpected("this system does not tell which file the program is");
    StartTimes untimed, times;
    if (auto done = time_one(untimed, program); !done) return std::unexpected(done.error());
    for (int run = 0; run < runs; ++run)
        if (auto done = time_one(times, program); !done) return std::unexpected(done.error());
    return times;
}

std::expected<void, std::string> start_once() {
    std::string stamps = fmt::format("{}\n", nanoseconds()), renderer;
    const auto done = rehearse_start([&](StartPart part) {
        stamps += fmt::format("{}\n", nanoseconds());
        if (part == StartPart::window) renderer = gl::renderer_name();
    });
    if (!done) return done;
    return print(fmt::format("{}\n{}", renderer, stamps));
}

}  // namespace thalweg

#include "app/cli/start_bench.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <glad/gl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/gl/context.h"
#include "app/platform/program_file.h"
#include "app/studio/studio.h"

namespace thalweg {
namespace {

/// The same clock in all processes.
std::int64_t nanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// What a process wrote to its standard output, once it has ended well. Its complaints go where ours go.
std::expected<std::string, std::string> output_of(const std::filesystem::path& program,
                                                  std::vector<std::string> arguments) {
    int ends[2] = {};
    if (pipe2(ends, O_CLOEXEC) != 0) return std::unexpected("no pipe is left to start the program with");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    arguments.insert(arguments.begin(), program.string());
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    pid_t process = 0;
    const int error = posix_spawn(&process, program.c_str(), &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string output;
    char bytes[1024];
    for (ssize_t count = 0; (count = read(ends[0], bytes, sizeof bytes)) > 0;)
        output.append(bytes, static_cast<std::size_t>(count));
    close(ends[0]);
    if (error != 0)
        return std::unexpected(
            fmt::format("{} cannot be started: {}", program.string(), std::generic_category().message(error)));
    int status = 0;
    waitpid(process, &status, 0);
    if (status != 0) return std::unexpected("the window could not be started; what it said is above");
    return output;
}

/// One start, from now on, added to the times.
std::expected<void, std::string> time_one(StartTimes& times, const std::filesystem::path& program) {
    std::int64_t before = nanoseconds();
    const std::int64_t began = before;
    const auto output = output_of(program, {"bench", "start", "--once"});
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

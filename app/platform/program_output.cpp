#include "app/platform/program_output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

#include "app/platform/spawn.h"

namespace thalweg {

std::expected<std::string, std::string> program_output(const std::filesystem::path& program,
                                                       std::vector<std::string> arguments) {
    int ends[2] = {};
    if (pipe2(ends, O_CLOEXEC) != 0) return std::unexpected("no pipe is left to start the program with");
    arguments.insert(arguments.begin(), program.string());
    int process = 0;
    const int error = spawn(std::move(arguments), std::array{STDIN_FILENO, ends[1]}, process);
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
    if (status != 0) return std::unexpected(fmt::format("{} failed; what it said is above", program.string()));
    return output;
}

}  // namespace thalweg

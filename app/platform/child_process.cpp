#include "app/platform/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include "app/platform/spawn.h"

namespace thalweg {
namespace {

std::unexpected<std::string> does_not_start(int error) {
    return std::unexpected(fmt::format("the work cannot be begun: {}", std::system_category().message(error)));
}

}  // namespace

std::expected<ChildProcess, std::string> ChildProcess::start(const std::string& program,
                                                             const std::vector<std::string>& arguments,
                                                             std::string_view input) {
    // Files, not pipes: neither side ever waits for the other.
    const File given(std::tmpfile());
    ChildProcess child;
    child.complaints_.reset(std::tmpfile());
    if (!given || !child.complaints_) return does_not_start(errno);
    const bool written = input.empty() || std::fwrite(input.data(), 1, input.size(), given.get()) == input.size();
    if (!written || std::fflush(given.get()) != 0) return does_not_start(errno);
    std::rewind(given.get());
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return does_not_start(errno);
    child.output_ = ends[0];
    ::fcntl(child.output_, F_SETFL, O_NONBLOCK);
    std::vector<std::string> words = {program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const std::array descriptors = {::fileno(given.get()), ends[1], ::fileno(child.complaints_.get())};
    const int error = spawn(std::move(words), descriptors, child.process_);
    ::close(ends[1]);
    if (error != 0) {
        child.process_ = 0;
        return does_not_start(error);
    }
    constexpr int background = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(child.process_), background);
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      output_(std::exchange(other.output_, -1)),
      line_(std::move(other.line_)),
      complaints_(std::move(other.complaints_)) {}

ChildProcess::~ChildProcess() {
    if (output_ >= 0) ::close(output_);
    if (process_ == 0) return;
    stop();
    // Who does not listen at once is not asked again.
    for (int wait = 0; wait < 50; ++wait) {
        if (::waitpid(process_, nullptr, WNOHANG) == process_) return;
        ::poll(nullptr, 0, 20);
    }
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

std::vector<std::string> ChildProcess::lines() {
    std::vector<std::string> whole;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(output_, bytes.data(), bytes.size())) > 0;) {
        for (const char letter : std::string_view(bytes.data(), static_cast<std::size_t>(count))) {
            if (letter == '\n')
                whole.push_back(std::exchange(line_, {}));
            else
                line_ += letter;
        }
    }
    return whole;
}

std::optional<ChildProcess::End> ChildProcess::ended() {
    int status = 0;
    if (process_ == 0 || ::waitpid(process_, &status, WNOHANG) != process_) return std::nullopt;
    process_ = 0;
    End end{.well = WIFEXITED(status) && WEXITSTATUS(status) == 0, .complaint = {}};
    std::rewind(complaints_.get());
    for (int letter = 0; (letter = std::fgetc(complaints_.get())) != EOF;) end.complaint += static_cast<char>(letter);
    return end;
}

void ChildProcess::stop() const {
    if (process_ != 0) ::kill(process_, SIGTERM);
}

}  // namespace thalweg

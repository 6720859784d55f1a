#include "app/platform/fed_process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "app/platform/spawn.h"

namespace thalweg {

std::expected<FedProcess, std::error_code> FedProcess::start(std::vector<std::string> words, int descriptor) {
    const auto failed = [](int error) { return std::unexpected(std::error_code(error, std::generic_category())); };
    // A program that has gone away is an error of write(), not the end of this one.
    std::signal(SIGPIPE, SIG_IGN);
    FedProcess process;
    process.complaints_.reset(std::tmpfile());
    std::array<int, 2> ends{};
    if (!process.complaints_ || ::pipe2(ends.data(), O_CLOEXEC) != 0) return failed(errno);
    process.pipe_ = ends[1];
    const int nobody = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    // The fourth is number 3, as `output` says.
    const std::array descriptors = {ends[0], nobody, ::fileno(process.complaints_.get()), descriptor};
    const int error = spawn(std::move(words), descriptors, process.process_);
    ::close(nobody);
    ::close(ends[0]);
    if (error == 0) return process;
    process.process_ = 0;
    return failed(error);
}

FedProcess::~FedProcess() {
    if (pipe_ >= 0) ::close(pipe_);
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

bool FedProcess::feed(std::span<const unsigned char> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(pipe_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

bool FedProcess::finish() {
    if (pipe_ >= 0) ::close(std::exchange(pipe_, -1));
    if (process_ == 0) return false;
    int status = 0;
    ::waitpid(std::exchange(process_, 0), &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string FedProcess::last_complaint() {
    std::string said, last;
    std::rewind(complaints_.get());
    for (int letter = std::fgetc(complaints_.get()); letter != EOF; letter = std::fgetc(complaints_.get())) {
        if (letter != '\n') said += static_cast<char>(letter);
        if (letter == '\n' && !said.empty()) last = std::exchange(said, {});
    }
    return said.empty() ? last : said;
}

}  // namespace thalweg

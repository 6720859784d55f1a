#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace thalweg {

/// How a run of the program ended.
struct Ended {
    int status = -1;  ///< exit status; 128 + signal when it was killed
    std::string out, err;
};

/// A folder of the test's own, gone at its end.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "thalweg-cli-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Runs the built program without a display. environment: added to, or, as "NAME=", overriding this process's own.
inline Ended run_program(std::vector<std::string> arguments, std::vector<std::string> environment = {}) {
    const TemporaryFolder folder;
    const std::string out = folder / "out", err = folder / "err";
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);

    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!text.starts_with("DISPLAY=") && !text.starts_with("WAYLAND_DISPLAY=")) environment.push_back(text);
    }
    std::vector<std::string> command = {THALWEG_PROGRAM};
    for (std::string& argument : arguments) command.push_back(std::move(argument));
    const auto pointers = [](std::vector<std::string>& words) {
        std::vector<char*> list;
        for (std::string& word : words) list.push_back(word.data());
        list.push_back(nullptr);
        return list;
    };
    pid_t child = 0;
    Ended ended;
    if (posix_spawn(&child, THALWEG_PROGRAM, &files, nullptr, pointers(command).data(), pointers(environment).data()) ==
        0) {
        int status = 0;
        waitpid(child, &status, 0);
        ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    posix_spawn_file_actions_destroy(&files);
    ended.out = text_of(out);
    ended.err = text_of(err);
    return ended;
}

}  // namespace thalweg

#pragma once

#include <cstdio>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// A program at work beside this one, in the background: this one keeps its speed. Nothing here waits but the
/// destructor.
class ChildProcess {
  public:
    /// Starts a program by its path, with arguments and with `input` on its standard input. The error is one sentence.
    static std::expected<ChildProcess, std::string> start(const std::string& program,
                                                          const std::vector<std::string>& arguments,
                                                          std::string_view input);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    /// Stops it if it still works; after a second by force.
    ~ChildProcess();

    /// The whole lines that it has written to standard output since the last call.
    std::vector<std::string> lines();

    struct End {
        bool well = false;      ///< exit status 0
        std::string complaint;  ///< what it has written to standard error
    };
    /// Once it has ended.
    std::optional<End> ended();

    /// Asks it to end (SIGTERM).
    void stop() const;

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, Close>;

    ChildProcess() = default;

    int process_ = 0;  ///< 0: ended
    int output_ = -1;
    std::string line_;  ///< not yet whole
    File complaints_;
};

}  // namespace thalweg

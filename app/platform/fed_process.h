#pragma once

#include <cstdio>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace thalweg {

/// A program that is fed on its standard input, an encoder say, and writes into a file that is open here.
class FedProcess {
  public:
    /// How the program is to name the file that it writes into.
    static constexpr const char* output = "/dev/fd/3";

    /// Starts a program that is looked for where programs are, words.front(). `descriptor` is of an open file. The
    /// error is std::errc::no_such_file_or_directory when there is no such program.
    static std::expected<FedProcess, std::error_code> start(std::vector<std::string> words, int descriptor);
    FedProcess(FedProcess&& other) noexcept
        : process_(std::exchange(other.process_, 0)),
          pipe_(std::exchange(other.pipe_, -1)),
          complaints_(std::move(other.complaints_)) {}
    FedProcess& operator=(FedProcess&&) = delete;
    /// Stops it by force if it still works.
    ~FedProcess();

    /// Waits until all is taken. False when the program has gone away.
    bool feed(std::span<const unsigned char> bytes);
    /// Ends the input and waits for the program's end. Whether that was a good one.
    bool finish();

    /// The last line that it wrote to standard error, once it has ended.
    std::string last_complaint();

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    FedProcess() = default;

    int process_ = 0;  ///< 0: ended
    int pipe_ = -1;
    std::unique_ptr<std::FILE, Close> complaints_;
};

}  // namespace thalweg

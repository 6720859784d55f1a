#include "app/export/film.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "app/document/unfinished_file.h"
#include "app/document/write_file.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

std::string cannot_write(const fs::path& file, const std::error_code& error) {
    return fmt::format("cannot write {}: {}", file.string(), error.message());
}

/// Frames as files in a folder.
class FrameFolder final : public FilmWriter {
  public:
    static std::expected<std::unique_ptr<FilmWriter>, std::string> open(const fs::path& folder) {
        std::error_code error;
        if (fs::exists(folder, error))
            return std::unexpected(fmt::format(
                "{} is there already: name a new folder for the frames, or a file that ends in .mp4, .gif or .webp",
                folder.string()));
        const fs::path unfinished = unfinished_name(folder);
        if (!fs::create_directory(unfinished, error)) return std::unexpected(cannot_write(folder, error));
        return std::unique_ptr<FilmWriter>(new FrameFolder(folder, unfinished));
    }
    ~FrameFolder() override {
        std::error_code ignored;
        if (!unfinished_.empty()) fs::remove_all(unfinished_, ignored);
    }
    FrameFolder(const FrameFolder&) = delete;
    FrameFolder& operator=(const FrameFolder&) = delete;

    std::string add(const Picture& frame) override {
        const auto bytes = encode_png(frame);
        if (!bytes) return bytes.error();
        return write_file(unfinished_ / fmt::format("frame-{:05}.png", ++frames_), *bytes);
    }
    std::string finish() override {
        std::error_code error;
        fs::rename(unfinished_, folder_, error);
        if (error) return cannot_write(folder_, error);
        unfinished_.clear();
        return {};
    }

  private:
    FrameFolder(fs::path folder, fs::path unfinished)
        : folder_(std::move(folder)), unfinished_(std::move(unfinished)) {}

    fs::path folder_, unfinished_;
    int frames_ = 0;
};

/// What ffmpeg makes of raw frames, by the file's ending.
std::vector<std::string> encoding(const std::string& ending) {
    if (ending == ".gif")
        return {"-filter_complex",
                "[0:v]split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=none",
                "-loop",
                "0",
                "-f",
                "gif"};
    if (ending == ".webp")
        return {"-c:v", "libwebp_anim", "-lossless", "0", "-quality", "85", "-loop", "0", "-f", "webp"};
    // Players want even sides and this arrangement of colours.
    return {"-vf",       "pad=ceil(iw/2)*2:ceil(ih/2)*2",
            "-c:v",      "libx264",
            "-pix_fmt",  "yuv420p",
            "-crf",      "16",
            "-movflags", "+faststart",
            "-f",        "mp4"};
}

/// Frames go down a pipe to ffmpeg, which writes into a file that has no name yet.
class FfmpegFilm final : public FilmWriter {
  public:
    static std::expected<std::unique_ptr<FilmWriter>, std::string> open(const fs::path& file, int width, int height,
                                                                        int frames_a_second) {
        auto unfinished = UnfinishedFile::open(file);
        if (!unfinished) return std::unexpected(unfinished.error());
        auto film = std::unique_ptr<FfmpegFilm>(new FfmpegFilm(file, *std::move(unfinished)));
        std::vector<std::string> words{"ffmpeg",
                                       "-nostdin",
                                       "-y",
                                       "-loglevel",
                                       "error",
                                       "-f",
                                       "rawvideo",
                                       "-pix_fmt",
                                       "rgb24",
                                       "-s",
                                       fmt::format("{}x{}", width, height),
                                       "-r",
                                       std::to_string(frames_a_second),
                                       "-i",
                                       "pipe:0"};
        for (std::string& word : encoding(file.extension().string())) words.push_back(std::move(word));
        words.push_back(fmt::format("file:/dev/fd/{}", film_descriptor));
        if (const int error = film->start(words); error != 0) {
            return std::unexpected(
                error == ENOENT
                    ? std::string("films need the program ffmpeg, which is not installed (apt install ffmpeg); without "
                                  "it, name a folder and take the frames as PNG files")
                    : fmt::format("ffmpeg does not start: {}", std::system_category().message(error)));
        }
        return film;
    }
    ~FfmpegFilm() override {
        if (pipe_ >= 0) ::close(pipe_);
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
        if (complaints_ != nullptr) std::fclose(complaints_);
    }
    FfmpegFilm(const FfmpegFilm&) = delete;
    FfmpegFilm& operator=(const FfmpegFilm&) = delete;

    std::string add(const Picture& frame) override {
        std::size_t sent = 0;
        while (sent < frame.rgb.size()) {
            const ssize_t count = ::write(pipe_, frame.rgb.data() + sent, frame.rgb.size() - sent);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return what_went_wrong();
            sent += static_cast<std::size_t>(count);
        }
        return {};
    }

    std::string finish() override {
        ::close(std::exchange(pipe_, -1));
        int status = 0;
        ::waitpid(std::exchange(process_, 0), &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return what_went_wrong();
        return unfinished_.keep();
    }

  private:
    /// Where ffmpeg finds the open file.
    static constexpr int film_descriptor = 3;

    FfmpegFilm(const fs::path& file, UnfinishedFile&& unfinished)
        : file_(file), unfinished_(std::move(unfinished)), complaints_(std::tmpfile()) {}

    /// 0, or the errno.
    int start(std::vector<std::string>& words) {
        // A program that has gone away is an error of write(), not the end of this one.
        std::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> ends{};
        if (complaints_ == nullptr || ::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, ::fileno(complaints_), STDERR_FILENO);
        posix_spawn_file_actions_adddup2(&actions, unfinished_.descriptor(), film_descriptor);
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const int error = posix_spawnp(&process_, "ffmpeg", &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[0]);
        pipe_ = ends[1];
        if (error != 0) process_ = 0;
        return error;
    }

    /// The last line that ffmpeg has said.
    std::string what_went_wrong() {
        if (process_ > 0) ::waitpid(std::exchange(process_, 0), nullptr, 0);
        std::string said, last;
        std::rewind(complaints_);
        for (int letter = std::fgetc(complaints_); letter != EOF; letter = std::fgetc(complaints_)) {
            if (letter != '\n') said += static_cast<char>(letter);
            if (letter == '\n' && !said.empty()) last = std::exchange(said, {});
        }
        if (!said.empty()) last = said;
        return fmt::format("cannot write {}: ffmpeg gave up{}", file_.string(), last.empty() ? "" : ": " + last);
    }

    fs::path file_;
    UnfinishedFile unfinished_;
    std::FILE* complaints_;
    pid_t process_ = 0;
    int pipe_ = -1;
};

}  // namespace

std::expected<std::unique_ptr<FilmWriter>, std::string> make_film(const fs::path& file, int width, int height,
                                                                  int frames_a_second) {
    const fs::path ending = file.extension();
    if (ending == ".mp4" || ending == ".gif" || ending == ".webp")
        return FfmpegFilm::open(file, width, height, frames_a_second);
    return FrameFolder::open(file);
}

}  // namespace thalweg

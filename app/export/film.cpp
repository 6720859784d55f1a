#include "app/export/film.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>
#include <vector>

#include "app/document/write_file.h"
#include "app/platform/fed_process.h"
#include "app/platform/unfinished_file.h"

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
        words.push_back(fmt::format("file:{}", FedProcess::output));
        auto process = FedProcess::start(std::move(words), unfinished->descriptor());
        if (!process) {
            return std::unexpected(
                process.error() == std::errc::no_such_file_or_directory
                    ? std::string("films need the program ffmpeg, which is not installed (apt install ffmpeg); without "
                                  "it, name a folder and take the frames as PNG files")
                    : fmt::format("ffmpeg does not start: {}", process.error().message()));
        }
        return std::unique_ptr<FilmWriter>(new FfmpegFilm(file, *std::move(unfinished), *std::move(process)));
    }

    std::string add(const Picture& frame) override {
        if (process_.feed(frame.rgb)) return {};
        process_.finish();
        return what_went_wrong();
    }

    std::string finish() override { return process_.finish() ? unfinished_.keep() : what_went_wrong(); }

  private:
    FfmpegFilm(const fs::path& file, UnfinishedFile&& unfinished, FedProcess&& process)
        : file_(file), unfinished_(std::move(unfinished)), process_(std::move(process)) {}

    std::string what_went_wrong() {
        const std::string last = process_.last_complaint();
        return fmt::format("cannot write {}: ffmpeg gave up{}", file_.string(), last.empty() ? "" : ": " + last);
    }

    fs::path file_;
    UnfinishedFile unfinished_;
    FedProcess process_;
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

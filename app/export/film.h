#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "app/export/png.h"

namespace thalweg {

/// A film that is written frame by frame. Until finish() nothing is there under the final name; a film that is given up
/// leaves nothing behind.
class FilmWriter {
  public:
    virtual ~FilmWriter() = default;
    /// All frames have the same size. Empty, else one sentence on what went wrong.
    virtual std::string add(const Picture& frame) = 0;
    virtual std::string finish() = 0;
};

/// .mp4, .gif and .webp through the program ffmpeg; any other name is a folder, which must not be there yet, for
/// frame-00001.png and so on. The error is one sentence.
std::expected<std::unique_ptr<FilmWriter>, std::string> make_film(const std::filesystem::path& file, int width,
                                                                  int height, int frames_a_second);

}  // namespace thalweg

#include "app/export/picture.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <utility>

#include "app/document/resources.h"
#include "app/document/write_file.h"
#include "app/export/picture_session.h"
#include "app/gl/canvas.h"
#include "app/gl/context.h"
#include "app/gl/handle.h"
#include "app/platform/unfinished_file.h"

namespace thalweg {

namespace {

/// Pixels of the bound framebuffer: a rectangle, counted from the lower left corner.
Picture read_pixels(int left, int bottom, int width, int height) {
    const std::size_t row_size = std::size_t{3} * static_cast<std::size_t>(width);
    const auto rows = static_cast<std::size_t>(height);
    Picture picture{.width = width, .height = height, .rgb = std::vector<std::uint8_t>(row_size * rows)};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(left, bottom, width, height, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());
    // OpenGL's rows begin at the bottom.
    const auto row = [&](std::size_t index) {
        return picture.rgb.begin() + static_cast<std::ptrdiff_t>(index * row_size);
    };
    for (std::size_t top = 0; top < rows / 2; ++top) std::swap_ranges(row(top), row(top + 1), row(rows - 1 - top));
    return picture;
}

/// The same with alpha, by which the framebuffer's colours are multiplied and the picture's are not.
Picture read_transparent_pixels(int left, int bottom, int width, int height) {
    Picture picture = read_pixels(left, bottom, width, height);
    std::vector<std::uint8_t> alpha(picture.rgb.size() / 3), rows(alpha.size() * 4);
    glReadPixels(left, bottom, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    const auto columns = static_cast<std::size_t>(width);
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        const std::size_t row = static_cast<std::size_t>(height) - 1 - i / columns;
        alpha[i] = rows[4 * (row * columns + i % columns) + 3];
        for (std::size_t part = 3 * i; alpha[i] > 0 && part < 3 * i + 3; ++part)
            picture.rgb[part] =
                static_cast<std::uint8_t>(std::min(255, (255 * picture.rgb[part] + alpha[i] / 2) / alpha[i]));
    }
    picture.alpha = std::move(alpha);
    return picture;
}

/// Puts a piece where it belongs in a band of rows.
void place(const Picture& piece, Picture& band, int left) {
    const auto copy = [&](const std::vector<std::uint8_t>& from, std::vector<std::uint8_t>& to, int channels) {
        for (int row = 0; row < piece.height && !from.empty(); ++row)
            std::copy_n(from.begin() + std::ptrdiff_t{channels} * row * piece.width, channels * piece.width,
                        to.begin() + channels * (std::ptrdiff_t{row} * band.width + left));
    };
    copy(piece.rgb, band.rgb, 3);
    copy(piece.alpha, band.alpha, 1);
}

Picture empty_band(const ViewsPicture& picture, int height) {
    const std::size_t pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(height);
    Picture band{.width = picture.width, .height = height, .rgb = std::vector<std::uint8_t>(3 * pixels)};
    if (picture.background == Background::transparent) band.alpha.resize(pixels);
    return band;
}

/// A framebuffer to paint into, bound as long as it lives.
class Easel {
  public:
    /// Throws std::runtime_error when the driver cannot hold such a picture.
    Easel(int width, int height) : pixels_(gl::Renderbuffer::make()), target_(gl::Framebuffer::make()) {
        if (const int largest = gl::largest_picture(); width > largest || height > largest)
            throw std::runtime_error(
                fmt::format("a picture of {} × {} pixels is too large for this graphics driver; a side has at most {}",
                            width, height, largest));
        glBindRenderbuffer(GL_RENDERBUFFER, pixels_.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, target_.id());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels_.id());
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE || glGetError() == GL_OUT_OF_MEMORY)
            throw std::runtime_error(
                fmt::format("the graphics driver has no room for a picture of {} × {} pixels", width, height));
    }

  private:
    gl::KeepTarget keep_;
    gl::Renderbuffer pixels_;
    gl::Framebuffer target_;
};

}  // namespace

Picture read_picture(int width, int height) {
    return read_pixels(0, 0, width, height);
}

std::expected<Picture, std::string> paint_picture(int width, int height, const std::function<void()>& draw) {
    try {
        const Easel easel(width, height);
        draw();
        return read_picture(width, height);
    } catch (const std::exception& error) {
        return std::unexpected(error.what());
    }
}

std::string paint_views(Stage& stage, Scene& scene, const Session& session, const ViewsPicture& picture,
                        const TakeRows& take, double at_once, int side) {
    const bool whole = static_cast<double>(picture.width) * picture.height <= at_once &&
                       std::max(picture.width, picture.height) <= gl::largest_picture();
    const int margin = whole ? 0 : piece_margin(picture) / 2 * 2;
    const int piece_width = whole ? picture.width : side, piece_height = whole ? picture.height : side;
    try {
        const Easel easel(piece_width + 2 * margin, piece_height + 2 * margin);
        for (int top = 0; top < picture.height; top += piece_height) {
            Picture band = empty_band(picture, std::min(piece_height, picture.height - top));
            for (int left = 0; left < picture.width; left += piece_width) {
                ViewsPicture piece = picture;
                if (!whole)
                    piece.part = {left - margin, top - margin, piece_width + 2 * margin, piece_height + 2 * margin};
                stage.draw_views(session, scene, piece);
                const int width = std::min(piece_width, picture.width - left);
                const auto read = band.alpha.empty() ? read_pixels : read_transparent_pixels;
                place(read(margin, margin + piece_height - band.height, width, band.height), band, left);
            }
            if (std::string error = take(band); !error.empty()) return error;
        }
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

std::string write_picture(const Picture& picture, const Session& session, const std::filesystem::path& file) {
    const auto bytes = encode_png(picture, picture_texts(session));
    return bytes ? write_file(file, *bytes) : bytes.error();
}

std::string given_up(const std::filesystem::path& file) {
    return fmt::format("given up; {} was not written", file.string());
}

namespace {

/// Why there is nothing to draw; empty where there is.
std::string complaint(const Scene& scene) {
    const LandscapePart& landscape = scene.landscape();
    if (!landscape.complaint.empty()) return landscape.complaint;
    if (landscape.landscape != nullptr) return {};
    return landscape.error ? "the formula cannot be read: " + landscape.error->message
                           : "there is no landscape to draw";
}

}  // namespace

/// The stage must go before the context that it draws in.
struct PictureMaker::Workshop {
    gl::OffscreenContext context;
    Stage stage;
    Scene scene;  // one for all pictures: views know a scene's parts by their revisions

    explicit Workshop(gl::OffscreenContext&& given) : context(std::move(given)), stage(resource_folder()) {}

    std::string paint(const Session& session, const ViewsPicture& picture, const TakeRows& take) {
        scene.update(session, picture.width, picture.height);
        scene.finish();
        if (std::string why = complaint(scene); !why.empty()) return why;
        return paint_views(stage, scene, session, picture, take);
    }
};

PictureMaker::PictureMaker(std::unique_ptr<Workshop> workshop) : workshop_(std::move(workshop)) {}
PictureMaker::PictureMaker(PictureMaker&&) noexcept = default;
PictureMaker& PictureMaker::operator=(PictureMaker&&) noexcept = default;
PictureMaker::~PictureMaker() = default;

std::expected<PictureMaker, std::string> PictureMaker::create() {
    auto context = gl::OffscreenContext::create();
    if (!context) return std::unexpected(context.error());
    try {
        return PictureMaker(std::make_unique<Workshop>(*std::move(context)));
    } catch (const std::exception& error) {
        return std::unexpected(error.what());
    }
}

void PictureMaker::offer(LoadedSource loaded) {
    workshop_->scene.offer(std::move(loaded));
}

std::expected<Picture, std::string> PictureMaker::views(const Session& session, const ViewsPicture& picture) {
    Picture whole;
    const std::string error = workshop_->paint(session, picture, [&](const Picture& rows) {
        whole.width = rows.width;
        whole.height += rows.height;
        whole.rgb.insert(whole.rgb.end(), rows.rgb.begin(), rows.rgb.end());
        whole.alpha.insert(whole.alpha.end(), rows.alpha.begin(), rows.alpha.end());
        return std::string();
    });
    if (!error.empty()) return std::unexpected(error);
    return whole;
}

std::string PictureMaker::save_views(const Session& session, const ViewsPicture& picture,
                                     const std::filesystem::path& file, const Progress& progress) {
    auto unfinished = UnfinishedFile::open(file);
    if (!unfinished) return unfinished.error();
    std::string error;
    const std::vector<PngText> texts = picture_texts(session);
    PngEncoder encoder(picture.width, picture.height, picture.background == Background::transparent, texts,
                       [&](std::span<const std::byte> bytes) {
                           if (error.empty()) error = unfinished->write(bytes);
                           return error.empty();
                       });
    const auto failed = [&] {
        return error.empty() ? fmt::format("cannot write {}: there is no memory for it", file.string()) : error;
    };
    int done = 0;
    const std::string ended = workshop_->paint(session, picture, [&](const Picture& rows) {
        if (!encoder.add(rows)) return failed();
        done += rows.height;
        return progress(static_cast<double>(done) / picture.height) ? std::string() : given_up(file);
    });
    if (!ended.empty()) return ended;
    return encoder.finish() ? unfinished->keep() : failed();
}

std::expected<Picture, std::string> PictureMaker::window(Session session, InterfaceState state,
                                                         const Catalogue& catalogue, int width, int height,
                                                         float scale) {
    return paint_picture(width, height, [&] {
        Scene& scene = workshop_->scene;
        scene.update(session, width, height);
        scene.finish();
        Stage& stage = workshop_->stage;
        // The interface's windows take their sizes from the frame before; thumbnails come a few a frame.
        constexpr int frames_to_settle = 3;
        for (int frame = 0; frame < frames_to_settle || !stage.settled(); ++frame) {
            InterfaceRequests requests;
            stage.draw_window(session, scene, catalogue, state, requests, {.selected_start = 0}, width, height, scale,
                              false, false, false);
            scene.finish();
        }
    });
}

}  // namespace thalweg

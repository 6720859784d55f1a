#include "app/export/picture.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "app/document/resources.h"
#include "app/document/write_file.h"
#include "app/export/picture_session.h"
#include "app/gl/canvas.h"
#include "app/gl/context.h"
#include "app/gl/handle.h"
#include "app/stage/stage.h"

namespace thalweg {

Picture read_picture(int width, int height) {
    const std::size_t row_size = std::size_t{3} * static_cast<std::size_t>(width);
    const auto rows = static_cast<std::size_t>(height);
    Picture picture{.width = width, .height = height, .rgb = std::vector<std::uint8_t>(row_size * rows)};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());
    // OpenGL's rows begin at the bottom.
    const auto row = [&](std::size_t index) {
        return picture.rgb.begin() + static_cast<std::ptrdiff_t>(index * row_size);
    };
    for (std::size_t top = 0; top < rows / 2; ++top) std::swap_ranges(row(top), row(top + 1), row(rows - 1 - top));
    return picture;
}

std::expected<Picture, std::string> paint_picture(int width, int height, const std::function<void()>& draw) {
    try {
        if (const int largest = gl::largest_picture(); width > largest || height > largest)
            return std::unexpected(
                fmt::format("a picture of {} × {} pixels is too large for this graphics driver; a side has at most {}",
                            width, height, largest));
        const gl::KeepTarget keep;
        const gl::Renderbuffer pixels = gl::Renderbuffer::make();
        const gl::Framebuffer target = gl::Framebuffer::make();
        glBindRenderbuffer(GL_RENDERBUFFER, pixels.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, target.id());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels.id());
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE || glGetError() == GL_OUT_OF_MEMORY)
            return std::unexpected(
                fmt::format("the graphics driver has no room for a picture of {} × {} pixels", width, height));
        draw();
        return read_picture(width, height);
    } catch (const std::exception& error) {
        return std::unexpected(error.what());
    }
}

std::string write_picture(const Picture& picture, const Session& session, const std::filesystem::path& file) {
    const auto bytes = encode_png(picture, picture_texts(session));
    return bytes ? write_file(file, *bytes) : bytes.error();
}

/// The stage must go before the context that it draws in.
struct PictureMaker::Workshop {
    gl::OffscreenContext context;
    Stage stage;
    Scene scene;  // one for all pictures: views know a scene's parts by their revisions

    explicit Workshop(gl::OffscreenContext&& given) : context(std::move(given)), stage(resource_folder()) {}
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

std::expected<Picture, std::string> PictureMaker::views(const Session& session, ViewLayout layout, int width,
                                                        int height, float scale) {
    Scene& scene = workshop_->scene;
    scene.update(session, width, height);
    scene.finish();
    if (std::string why = complaint(scene); !why.empty()) return std::unexpected(std::move(why));
    return paint_picture(width, height,
                         [&] { workshop_->stage.draw_views(session, scene, layout, width, height, scale); });
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

#include "app/studio/start.h"

#include <glad/gl.h>

#include <exception>
#include <future>
#include <utility>

#include "app/document/resources.h"
#include "app/studio/opening.h"
#include "app/studio/studio.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

std::expected<Opening, std::string> opening_with(std::span<const fs::path> files) {
    auto catalogue = load_catalogue(resource_folder() / "assets" / "landscapes.toml");
    if (!catalogue) return std::unexpected(catalogue.error());
    // Whoever opens the program sees the paths run down; a saved session stands where it was left.
    Opening opening;
    opening.catalogue = *std::move(catalogue);
    opening.session = default_session(opening.catalogue);
    opening.playing = files.empty();
    Arrival arrival = open_files(files, {opening.session, opening.home, opening.importing});
    if (!files.empty() && !arrival.changed) return std::unexpected(std::move(arrival.message));
    opening.opened = std::move(arrival.opened);
    opening.message = std::move(arrival.message);
    return opening;
}

/// Opens it and hands it over.
std::expected<void, std::string> open_window(std::span<const fs::path> files,
                                             const std::function<void(StartPart)>& reached,
                                             const std::function<void(Studio&)>& use) {
    const auto tell = [&](StartPart part) {
        if (reached) reached(part);
    };
    auto opening = opening_with(files);
    if (!opening) return std::unexpected(opening.error());
    tell(StartPart::session);
    constexpr int first_width = 1280, first_height = 720;
    try {
        std::future<LoadedFonts> fonts;  // while the driver is loaded
        auto context = gl::WindowContext::create(first_width, first_height, "Thalweg", [&](float display_scale) {
            const float scale = design_scale(opening->session.display, display_scale);
            fonts = std::async(std::launch::async, [scale] { return load_fonts(scale); });
        });
        if (!context)
            return std::unexpected(context.error() + "; without a display, `thalweg tour -o FOLDER` draws pictures");
        tell(StartPart::window);
        Studio studio(*std::move(context), fonts.get(), *std::move(opening));
        tell(StartPart::stage);
        use(studio);
    } catch (const std::exception& error) {
        return std::unexpected(error.what());
    }
    return {};
}

}  // namespace

std::expected<void, std::string> run_studio(std::span<const fs::path> files) {
    return open_window(files, {}, [](Studio& studio) { studio.run(); });
}

std::expected<void, std::string> rehearse_start(const std::function<void(StartPart)>& reached) {
    return open_window({}, reached, [&](Studio& studio) {
        studio.frame();
        glFinish();
        reached(StartPart::picture);
    });
}

}  // namespace thalweg

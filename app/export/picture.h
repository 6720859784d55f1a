#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "app/export/png.h"
#include "app/panels/interface.h"
#include "app/scene/scene.h"

namespace thalweg {

/// The pixels of the bound framebuffer's lower left width × height corner. Needs a current OpenGL context.
Picture read_picture(int width, int height);

/// What `draw` paints into a framebuffer of that size. Needs a current OpenGL context. The error is one sentence, when
/// the driver cannot hold such a picture.
std::expected<Picture, std::string> paint_picture(int width, int height, const std::function<void()>& draw);

/// Writes the picture with its session in a text chunk, whole or not at all. Empty when written, else one sentence.
std::string write_picture(const Picture& picture, const Session& session, const std::filesystem::path& file);

/// Makes pictures without any display, exactly as the window would show them.
class PictureMaker {
  public:
    /// The error is one sentence, when there is no OpenGL to be had or the program's files are missing.
    static std::expected<PictureMaker, std::string> create();
    PictureMaker(PictureMaker&&) noexcept;
    PictureMaker& operator=(PictureMaker&&) noexcept;
    ~PictureMaker();

    /// One view or both, without panels. scale: pixels per design pixel.
    std::expected<Picture, std::string> views(const Session& session, ViewLayout layout, int width, int height,
                                              float scale);

    /// The whole window.
    std::expected<Picture, std::string> window(Session session, InterfaceState state, const Catalogue& catalogue,
                                               int width, int height, float scale);

  private:
    struct Workshop;
    explicit PictureMaker(std::unique_ptr<Workshop> workshop);
    std::unique_ptr<Workshop> workshop_;
};

}  // namespace thalweg

#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "app/export/png.h"
#include "app/panels/interface.h"
#include "app/scene/loaded_source.h"
#include "app/scene/scene.h"
#include "app/stage/stage.h"

namespace thalweg {

/// The pixels of the bound framebuffer's lower left width × height corner. Needs a current OpenGL context.
Picture read_picture(int width, int height);

/// What `draw` paints into a framebuffer of that size. Needs a current OpenGL context. The error is one sentence, when
/// the driver cannot hold such a picture.
std::expected<Picture, std::string> paint_picture(int width, int height, const std::function<void()>& draw);

/// Takes rows of a picture as they get ready, from above. A sentence ends the work.
using TakeRows = std::function<std::string(const Picture& rows)>;

/// The largest picture of views that is drawn at once, in pixels; those beyond are drawn in square pieces with sides of
/// so many. The graphics card's memory and its largest texture then say nothing about the size of a picture.
inline constexpr double most_pixels_at_once = 1.2e7;
inline constexpr int piece_side = 2048;

/// Draws views of any size. Needs a current OpenGL context. Empty, else one sentence.
std::string paint_views(Stage& stage, Scene& scene, const Session& session, const ViewsPicture& picture,
                        const TakeRows& take, double at_once = most_pixels_at_once, int side = piece_side);

/// Writes the picture with its session in a text chunk, whole or not at all. Empty when written, else one sentence.
std::string write_picture(const Picture& picture, const Session& session, const std::filesystem::path& file);

/// Hears how much of a file is made, 0..1, and says whether to go on.
using Progress = std::function<bool(double share)>;

/// The sentence about a file that was not to go on.
std::string given_up(const std::filesystem::path& file);

/// Makes pictures without any display, exactly as the window would show them.
class PictureMaker {
  public:
    /// The error is one sentence, when there is no OpenGL to be had or the program's files are missing.
    static std::expected<PictureMaker, std::string> create();
    PictureMaker(PictureMaker&&) noexcept;
    PictureMaker& operator=(PictureMaker&&) noexcept;
    ~PictureMaker();

    /// What sessions to be drawn choose, and has been read already.
    void offer(LoadedSource loaded);

    /// One view or both, without panels.
    std::expected<Picture, std::string> views(const Session& session, const ViewsPicture& picture);

    /// The same as a PNG file that carries its session, of any size: it is never whole in memory. Given up, it leaves
    /// nothing behind. Empty when written, else one sentence.
    std::string save_views(const Session& session, const ViewsPicture& picture, const std::filesystem::path& file,
                           const Progress& progress);

    /// The whole window.
    std::expected<Picture, std::string> window(Session session, InterfaceState state, const Catalogue& catalogue,
                                               int width, int height, float scale);

  private:
    struct Workshop;
    explicit PictureMaker(std::unique_ptr<Workshop> workshop);
    std::unique_ptr<Workshop> workshop_;
};

}  // namespace thalweg

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "app/panels/fonts.h"
#include "app/panels/interface.h"
#include "app/scene/scene.h"
#include "app/view/label.h"

namespace thalweg {

/// What one frame of the whole window was made of, for whoever turns pointer events into edits.
struct StageLayout {
    ViewAreas areas;
    ViewFrame surface, contour, curve;  ///< as the views were drawn
};

/// What a frame's time goes into: what follows from the session; its way into textures and buffers; each view's picture
/// with its labels (a curve's counts as the surface's, whose place it takes); panels and the joining of everything.
enum class StagePart { scene, upload, surface, contour, interface };
inline constexpr std::array<std::string_view, 5> stage_part_names = {"scene", "upload", "surface", "contour",
                                                                     "interface"};

/// Views side by side, as a file gets them.
struct ViewsPicture {
    ViewLayout layout = ViewLayout::both;  ///< of a formula of one variable, `both` is its curve
    int width = 1280, height = 720;
    float scale = 1.0F;  ///< pixels per design pixel
    Background background = Background::shaded;
    PicturePart part = {};  ///< all that is drawn of a picture too large to be drawn at once; empty: the whole

    PicturePart drawn() const { return part.empty() ? PicturePart{0, 0, width, height} : part; }
};

/// Pixels per design pixel of a session's window, where the display asks for `display_scale` (1 on common screens).
float design_scale(const Display& display, float display_scale);

/// Panels and views joined into one picture. Knows neither window nor file: the window's loop and the pictures on the
/// command line both go through here, so that they look the same. Owns the ImGui context, fonts and views. A stage
/// shows one scene for as long as it lives: the views know its parts by their revisions.
class Stage {
  public:
    /// resources: the folder with `shaders` and `assets`. fonts: loaded beforehand, at the scale that is likely; none:
    /// they are loaded when they are needed. Needs a current OpenGL context, here and in every call.
    /// Throws std::runtime_error when a shader does not build.
    explicit Stage(const std::filesystem::path& resources, LoadedFonts fonts = {});
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// The whole window, drawn into the bound framebuffer (width × height pixels). Between begin and end of the ImGui
    /// frame panels may edit session, state and requests. The scene is brought up to date in between, so that what is
    /// drawn belongs to the session as edited.
    /// display_scale: pixels per design pixel as the display asks for (1 on common screens).
    StageLayout draw_window(Session& session, Scene& scene, const Catalogue& catalogue, InterfaceState& state,
                            InterfaceRequests& requests, const Pointer& pointer, int width, int height,
                            float display_scale, bool moving, bool can_undo, bool can_redo);

    /// One view or both side by side, with labels and without panels, into the bound framebuffer, which is as large as
    /// the picture's part that is drawn. What reaches beyond a part by more than its own neighbourhood may be cut
    /// there: see piece_margin().
    void draw_views(const Session& session, Scene& scene, const ViewsPicture& picture);

    /// From now on, `ended` is called whenever the work on a part of the window ends; a part may come in several
    /// pieces.
    void watch_parts(std::function<void(StagePart)> ended);

    /// From now on, a landscape that takes another's place in the window grows out of it within the next frames, where
    /// the session wants animations and nothing is being dragged.
    void morph_landscapes();

    /// False while the next frame would look different by itself: thumbnails come a few a frame, and a landscape may
    /// be on its way.
    bool settled() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// So many pixels about a part must be drawn along with it, or marks that stand on its edge would not know there
/// whether the surface hides their middles.
int piece_margin(const ViewsPicture& picture);

}  // namespace thalweg

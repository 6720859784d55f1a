#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/document/export_order.h"
#include "app/document/history.h"
#include "app/document/session.h"
#include "app/panels/area.h"
#include "app/panels/gradient_words.h"
#include "app/panels/import_dialog.h"
#include "app/panels/key_focus.h"
#include "app/panels/step_chart.h"
#include "app/panels/worked_step.h"
#include "app/scene/palette.h"
#include "app/scene/scene.h"

namespace thalweg {

/// What helps whoever speaks before a room; of the moment.
struct Presenter {
    /// A place where the laser pointer was, in pixels of the window.
    struct Trace {
        float x = 0, y = 0;
        double time = 0;  ///< seconds of ImGui::GetTime
    };
    bool laser = false, magnifier = false;  ///< while their keys are held
    bool frozen = false;                    ///< both views stay as they were, whatever is done
    bool caption = false;                   ///< a line over the views says what is happening
    std::string told;                       ///< what that line says; it stands still with the views
    std::vector<Trace> trail;               ///< of the laser pointer, oldest first
};

/// A list of everything that can be done, to be found by name.
struct CommandPalette {
    bool open = false;
    std::string typed;
    int chosen = 0;  ///< row of what was found
};

/// What is to be taken elsewhere, as a file of which kind and where to.
struct ExportDialog {
    bool open = false;
    ExportOrder order;
    std::string file;                ///< as it stands in the field
    bool file_is_own = false;        ///< typed by hand: no other name is proposed
    std::optional<double> progress;  ///< 0..1 while a file is being made
};

/// A file to go on with.
struct RecentFile {
    std::string file;  ///< where it is
    std::string name, note;
    bool operator==(const RecentFile&) const = default;
};

/// What can be opened again.
struct OpenList {
    bool open = false;
    std::string typed;               ///< a path, as it stands in the field
    std::vector<RecentFile> recent;  ///< newest first
    std::string left_behind;         ///< by a window that crashed, in a few words; a bar asks whether to go on with it
};

/// A click in a view beside everything that can be taken hold of, for the open lens.
struct ViewClick {
    int count = 0;  ///< of all clicks so far
    double x = 0, y = 0;
};

/// A press of an arrow key while one walks in the dark, for the open lens.
struct BlindStep {
    int count = 0;  ///< of all presses so far
    int right = 0, up = 0;
    bool fine = false;  ///< a short step
};

/// What the arrow keys move: the selected start, or what of the open lens was taken hold of last.
enum class Nudged { start, study_point, study_tip };

/// Which panels are open and what is typed where: the window's own state, not part of the document.
struct InterfaceState {
    std::string
        group;  ///< id of the group whose thumbnails are shown; "own" for one's own; empty: that of what is open
    LandscapeChoice at_rest;  ///< what is open, when it last was not in anybody's hand: has a thumbnail among one's own
    bool type_formula = false;  ///< the formula's field is asked to take the keyboard
    std::string formula_field;  ///< as being typed; Session::landscape.formula follows at once, readable or not: Scene
                                ///< keeps the last good surface and says what is wrong
    bool height_scale_due = false;  ///< a formula was typed: its height scale is chosen once its surface is there
    std::string kept_name;          ///< as being typed in "keep this formula"
    std::string optimizer_field;    ///< as being typed in "add optimizer"
    bool show_optimizers = true, show_inspector = true;
    bool show_steps_table = false, show_stationary_table = false, show_settings = false, show_help = false;
    bool inspector_in_front = false;  ///< where there is room for one of optimizers and inspector only
    bool playing = false;
    int table_decimals = 2;  ///< of the table of steps
    int selected_start = 0;
    int selected_optimizer = 0;    ///< index in Session::optimizers
    int selected_trajectory = -1;  ///< index in Session::trajectories, when one is looked at instead of a run
    bool pointer_over = false;     ///< the pointer is over a view, at (pointer_x, pointer_y) of the plane
    double pointer_x = 0, pointer_y = 0;
    std::string hint;  ///< what can be done with the thing under the resting pointer; drawn beside it
    ViewClick click;
    BlindStep blind_step;
    Nudged nudged = Nudged::start;
    bool blindfolded = false;  ///< the open lens hides what the views show: nothing there can be taken hold of, and
                               ///< no panel tells of it
    Presenter presenter;
    KeyFocus keys;
    CommandPalette palette;
    ExportDialog exporting;
    OpenList opening;
    ImportDialog importing;
    std::string toast;             ///< a message at the lower edge, e.g. the path of a screenshot
    double toast_until = 0;        ///< seconds of ImGui::GetTime
    std::string toast_file;        ///< when set, the toast has an "open" button for this file
    WorkedStep worked_step;        ///< shown by the inspector
    GradientWords gradient_words;  ///< shown by the inspector
    StepCharts step_charts;
};

/// Wishes that panels cannot fulfil themselves.
struct InterfaceRequests {
    bool screenshot = false;                         ///< of the whole window
    bool begin_export = false, stop_export = false;  ///< of what the dialog says
    bool copy_export_command = false;                ///< the command that makes that file, on the clipboard
    bool copy_views_command = false;                 ///< the command that makes a picture of the views as they are
    bool look_at = false;                            ///< at (look_x, look_y), in both views
    double look_x = 0, look_y = 0;
    bool fit = false, undo = false, redo = false, save = false, quit = false;
    bool gesture = false;                      ///< a slider or field is being held: the edit goes on
    bool import_now = false;                   ///< what the import dialog shows
    std::string open_here;                     ///< open in this window, in place of what is open
    bool go_on = false, start_afresh = false;  ///< with what was left behind, or without
    std::string message;                       ///< say this at the lower edge
    std::string open_file;                     ///< open with the desktop's own program
    std::string export_steps_to;               ///< CSV file for the table of steps
    std::string hint;                          ///< say this at the pointer once it rests
};

/// Where the views go; a width of 0 means: not shown. A curve takes the place of both others.
struct ViewAreas {
    Area surface, contour, divider, curve = {};
};

/// The proportions in which thumbnails are shown, in design pixels.
inline constexpr float thumbnail_width = 108, thumbnail_height = 72;

struct Panel;

/// What panels draw from, besides the Session that they edit.
struct InterfaceInputs {
    const Scene& scene;
    const Catalogue& catalogue;
    float width = 1280, height = 720;  ///< of the window, in pixels
    float scale = 1.0F;                ///< pixels per design pixel
    /// The picture of a landscape as an OpenGL texture name, rows from the top (0 while there is
    /// none yet).
    std::function<unsigned(const LandscapeChoice&)> thumbnail;
    bool can_undo = false, can_redo = false;
    std::function<void(Panel&)> draw_lens = {};  ///< the open lens's content; called only while one is open
};

/// Draws every panel into the current ImGui frame, edits the session and the state, and says where the views go.
/// In projector mode only caption, legend and a thin playback line are drawn.
ViewAreas draw_interface(Session& session, InterfaceState& state, InterfaceRequests& requests,
                         const InterfaceInputs& inputs);

}  // namespace thalweg

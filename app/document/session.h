#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "app/document/catalogue.h"
#include "app/document/data_choice.h"
#include "app/document/ensemble.h"
#include "app/document/grid_choice.h"
#include "app/document/lens_kind.h"
#include "app/document/many_dimensions.h"
#include "app/document/slice_choice.h"
#include "app/document/trajectory_choice.h"
#include "core/calculus/box.h"
#include "core/optimizer/optimizer.h"
#include "core/sampling/height_scale.h"
#include "core/setting/setting.h"

namespace thalweg {

/// Where descent begins.
struct Start {
    double x = 0.0, y = 0.0;
    bool operator==(const Start&) const = default;
};

/// An optimizer in the list. Its colour and marker are those of row `color` of the palette (0..7).
struct OptimizerEntry {
    Optimizer optimizer = {};
    bool enabled = true;
    int color = 0;
    bool whole = false;  ///< of losses over data: each step sees all samples, whatever the batch size
    bool operator==(const OptimizerEntry&) const = default;
};

/// Where the function that is descended comes from.
enum class LandscapeSource { formula, grid, data };

/// What is descended. Of the fields that belong to one source only, those of the others have their defaults. Another
/// source is one value above, its fields here and in describe(), and one case in LandscapeMaker.
struct LandscapeChoice {
    std::string id = {};  ///< the catalogue row it came from; empty: none of the catalogue's
    LandscapeSource source = LandscapeSource::formula;
    std::string formula = "x^2 + y^2";  ///< of formulas; of data the loss of one sample
    GridChoice grid = {};               ///< of grids
    DataChoice data = {};               ///< of losses over data
    Box domain = {};
    std::map<std::string, double> parameters = {};  ///< of formulas and losses: those not listed are 1
    SliceChoice slice = {};                         ///< of formulas of more than two variables
    HeightScaleKind height_scale = HeightScaleKind::linear;
    bool operator==(const LandscapeChoice&) const = default;
};

/// A formula of one's own, kept among the thumbnails.
struct KeptFormula {
    std::string name;
    LandscapeChoice landscape = {};
    bool operator==(const KeptFormula&) const = default;
};

enum class Theme { dark, light };
enum class Colormap { viridis, cividis, turbo, blue_to_red };
enum class ArrowDirection { descent, ascent };
enum class ViewLayout { both, surface, contour };
enum class ChartScale { linear, logarithmic };

/// Orbit camera around a target, in the surface view's world: the domain's corners lie √2 about the origin, as those of
/// [-1, 1]², a square one's, do; heights are [0, 1]·0.8 in z.
struct CameraPose {
    double azimuth = -0.9;    ///< radians about z; 0 looks along +y
    double elevation = 0.62;  ///< radians above the floor
    double distance = 4.1;    ///< from the target, in world units
    std::array<double, 3> target = {0.0, 0.0, 0.17};
    bool operator==(const CameraPose&) const = default;
};

/// How things are shown. None of it changes a number.
struct Display {
    Theme theme = Theme::dark;
    Colormap colormap = Colormap::viridis;
    ViewLayout layout = ViewLayout::both;
    double divider = 0.6;  ///< the surface's share of the width where there is room for both, 0.2..0.8
    bool level_lines = true;
    bool gradient_field = true;
    ArrowDirection arrow_direction = ArrowDirection::descent;
    bool live_arrows = true;  ///< gradient and coming step at each optimizer's current point
    bool stationary_points = true;
    bool step_dots = true;
    ChartScale chart_scale = ChartScale::logarithmic;  ///< of loss and slope against steps
    bool animations = true;                            ///< camera flights, and landscapes that grow out of each other
    bool projector = false;
    double interface_scale = 1.0;  ///< on top of the display's own scale, 0.5..3
    CameraPose camera;
    DataDisplay data;
    Box map;  ///< the part of the plane that the contour map shows (it is widened to the view's proportions)
    bool operator==(const Display&) const = default;
};

/// What the open lens looks at: a point of the plane, and an arm from there.
struct Study {
    LensKind lens = LensKind::none;
    bool pinned = false;        ///< the point stays at (x, y); else it goes along with the selected optimizer
    double x = 0.0, y = 0.0;    ///< where it was pinned
    double dx = 1.0, dy = 0.5;  ///< the arm: a displacement, or the direction it points in
    bool operator==(const Study&) const = default;
};

/// The step shown. It may lie between steps while playing; views round down for everything but the moving ball.
struct Playback {
    double step = 0.0;
    double speed = 20.0;  ///< steps a second
    bool operator==(const Playback&) const = default;
};

/// THE document: the only thing that is saved, compared, undone and sent. Everything else is recomputed from it.
struct Session {
    LandscapeChoice landscape;
    std::vector<Start> starts;
    std::vector<OptimizerEntry> optimizers;
    int steps = 200;
    std::vector<TrajectoryChoice> trajectories;
    Playback playback;
    Study study;
    Ensemble ensemble;
    ManyDimensions dimensions;
    Display display;
    std::vector<KeptFormula> kept;

    bool operator==(const Session&) const = default;
};

/// How many there may be of each; files and commands that ask for more are told so.
inline constexpr int most_steps = 100'000;
inline constexpr int most_starts = 64;
inline constexpr int most_optimizers = 32;
inline constexpr int most_kept = 200;
inline constexpr int most_trajectories = 32;

/// Whether a box can be drawn and descended in: finite, x0 < x1, y0 < y1, and neither too large nor too thin for
/// doubles.
bool is_valid_domain(const Box& box);

/// `display` with the arrangement of `other`: camera, map window, layout, divider, projector mode and interface scale.
Display arranged_as(Display display, const Display& other);

/// Whether going from one session to the other is an edit worth an undo entry (arrangement and the step shown are not).
bool same_document(const Session& a, const Session& b);

/// What the program opens with: Himmelblau, one start, gradient descent, momentum, RMSprop and Adam.
Session default_session(const Catalogue& catalogue);

/// A catalogue row as something to descend.
LandscapeChoice landscape_choice(const LandscapeEntry& entry);

/// Puts a catalogue row into the session: formula, domain, parameters, height scale, starts, steps, its optimizers (if
/// it names any), whole map, step 0.
void open_landscape(Session& session, const LandscapeEntry& entry);

/// Puts another landscape into the session, with the whole of it on the map and step 0. Starts that lie outside of it
/// give way to one inside, not in the middle, where minima often are.
void open_landscape(Session& session, const LandscapeChoice& landscape);

/// What people call it; of one that sees all samples where others see batches, "Gradient descent, all samples".
std::string title(const OptimizerEntry& entry);

/// Appends an enabled entry in the method's usual colour, or, where that is taken or there is none, in a free one.
void add_optimizer(Session& session, const Optimizer& optimizer);

/// Appends a recorded descent in a colour that none of the others has, if there is any.
void add_trajectory(Session& session, TrajectoryChoice trajectory);

/// What is descended, in a few words: the formula, or "train_loss of resnet56.h5".
std::string landscape_words(const LandscapeChoice& landscape);

/// Puts a typed formula in the place of whatever was descended; domain and height scale stay, and, under a loss that
/// names its weights, as J(w, b) = …, the samples.
void set_formula(LandscapeChoice& landscape, std::string formula);

/// The parameters' values in the order of the formula's own list.
std::vector<double> parameter_values(const LandscapeChoice& landscape, std::span<const std::string> names);

}  // namespace thalweg

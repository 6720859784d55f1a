#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/document/session.h"
#include "core/calculus/classification.h"
#include "core/descent/run.h"
#include "core/formula/formula.h"
#include "core/landscape/formula_landscape.h"
#include "core/sampling/grid.h"
#include "core/sampling/height_scale.h"
#include "core/stationary/stationary.h"

namespace thalweg {

struct DataPart;

/// A function of more than two variables. Descents go on in all of them, while one plane is shown: its stationary
/// points and its slopes are those of the plane, and runs leave it.
struct SpacePart {
    std::shared_ptr<const FormulaLandscape> landscape;  ///< all n variables
    std::array<std::size_t, 2> axes = {0, 1};           ///< which of its coordinates are the plane's
    std::vector<double> starts_at;                      ///< n: where all starts lie, but along the axes
    std::vector<double> plane_at;                       ///< n: where the plane lies now, but along the axes
    std::string where;                                  ///< "z = −0.5"
};

/// The landscape ready to be asked: the last that could be made of what was chosen.
struct LandscapePart {
    std::shared_ptr<const Landscape> landscape;       ///< over the plane; never null after the first good one
    std::shared_ptr<const FormulaLandscape> formula;  ///< the same, for what only a formula can tell; null: it is none
    std::shared_ptr<const DataPart> data;             ///< its samples; null: it is no loss over data
    std::shared_ptr<const SpacePart> space;           ///< of which it is a plane; null: it is all there is
    std::unique_ptr<Evaluator> evaluator;             ///< for the interface's own thread
    std::vector<std::string> parameters;              ///< of a formula or loss: those that have sliders
    std::vector<std::string> names;                   ///< of its coordinates: two, or of a curve one
    std::string value_name = "f";                     ///< what its heights are called
    std::optional<FormulaError> error;                ///< of the formula as it stands; the last good landscape stays …
    std::string complaint;  ///< … as it does when what is no formula cannot be opened, for which this is the reason:
                            ///< one sentence. Empty: all is well
    std::string note;       ///< a sentence about what is shown all the same: that its file has changed, say
    Box domain;
    std::uint64_t revision = 0;            ///< grows whenever the function itself changes, or the plane of it
    std::uint64_t descended_revision = 0;  ///< grows whenever what is descended changes
};

/// Samples over the whole domain, for the surface and the shared height scale.
struct SurfacePart {
    SurfaceGrid grid;
    HeightScale scale;
    std::vector<double> levels;  ///< values of the level lines
    std::uint64_t revision = 0;
};

/// Samples over the part of the plane that the map shows.
struct MapPart {
    SurfaceGrid grid;  ///< values only
    std::vector<double> levels;
    std::uint64_t revision = 0;
};

/// One optimizer's run from one start.
struct Path {
    int start = 0;      ///< index in Session::starts
    int optimizer = 0;  ///< index in Session::optimizers
    int color = 0;
    /// Of more than two variables, those along the plane's axes come first, then the others in their own order.
    Trajectory trajectory;
    /// What the plane shows under each row, where runs leave the plane: their losses are others. Empty: the losses.
    std::vector<double> heights = {};

    /// Where the row is drawn on the surface.
    double height(int row) const {
        return (heights.empty() ? trajectory.losses : heights)[static_cast<std::size_t>(row)];
    }
};

/// A descent that was recorded elsewhere. Its path has neither start nor optimizer (-1); losses and gradients there are
/// what the landscape says of each place, NaN where it says nothing.
struct RecordedPath {
    int index = 0;  ///< in Session::trajectories
    std::string name;
    Path path;
    std::vector<double> true_losses;  ///< as they were recorded, NaN where they were not; empty: none was
};

struct PathsPart {
    std::vector<Path> paths;              ///< by start, then optimizer; enabled optimizers only
    std::vector<RecordedPath> recorded;   ///< enabled ones that could be read
    std::vector<std::string> complaints;  ///< about those that could not, or that have changed: one sentence each
    int longest = 0;                      ///< most steps taken by any path
    int steps = 0;                        ///< steps that each run may take: as the session says, but for `shortened` …
    bool shortened = false;               ///< … when so many and long paths would not fit into memory
    bool catching_up = false;  ///< long runs grow whenever the scene goes on; what is there is right, but not all
    std::uint64_t revision = 0;
};

struct StationaryPart {
    StationaryReport report;  ///< a curve's points lie at y = 0; while searching: the last one of this formula
    bool searching = false;
    double progress = 0.0;  ///< 0..1
    std::uint64_t revision = 0;
};

/// Everything that one point of the plane has to tell.
struct Inspection {
    double x = 0.0, y = 0.0, value = 0.0;
    std::array<double, 2> gradient = {};
    std::array<std::array<double, 2>, 2> hessian = {};
    Eigensystem eigen;
    StationaryClass kind = StationaryClass::none;
    bool differentiable = true;
};

/// Everything of a surface's evaluator at (x, y).
Inspection inspect(Evaluator& evaluator, double x, double y);

struct EnsemblePart;
struct LoadedSource;
struct ManyDimensionsPart;

/// What follows from a Session. Each part keeps the inputs that it was made from and is made anew only when they
/// differ.
class Scene {
  public:
    Scene();
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// Brings every part up to date. map_width, map_height: the contour view's size in pixels.
    /// Paths are made in this very call; stationary points are searched in the background.
    void update(const Session& session, int map_width, int map_height);

    /// What somebody has read already: a session that chooses it finds it here, instead of reading it again.
    void offer(LoadedSource loaded);

    /// Takes long runs further: once a frame, but not while a hand is waiting for the next picture.
    void go_on();
    /// Completes long runs and waits for the background work; for pictures.
    void finish();
    /// True when background work has ended since the last update, or paths catch up: another frame is worth drawing.
    bool news() const;
    /// True while anything is still being worked on.
    bool busy() const;

    const LandscapePart& landscape() const;
    const SurfacePart& surface() const;
    const MapPart& map() const;
    const PathsPart& paths() const;
    const StationaryPart& stationary() const;
    /// What the open lens wants of many starts or many rates.
    const EnsemblePart& ensemble() const;
    /// What the lenses of many dimensions have sampled.
    const ManyDimensionsPart& many_dimensions() const;

    /// nullopt only before the first good formula.
    std::optional<Inspection> inspect(double x, double y) const;

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

/// The box that the map really shows: `wanted`, widened about its middle to the proportions width : height measured in
/// the domain's own units (the domain's box is drawn with the aspect `domain` has, at most 3 : 1 squeezed).
Box map_window(const Box& wanted, const Box& domain, int width, int height);

}  // namespace thalweg

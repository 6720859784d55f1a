#include "app/scene/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/scene/curve.h"
#include "app/scene/ensemble_part.h"
#include "app/scene/landscape_part.h"
#include "app/scene/many_dimensions_part.h"
#include "app/scene/map_part.h"
#include "app/scene/paths_part.h"
#include "app/scene/stationary_part.h"
#include "app/scene/surface_part.h"

namespace thalweg {

namespace {

/// Where the plane is to lie: where the first run stands at the step shown, or where the starts are.
std::vector<double> plane_wanted(const LandscapePart& landscape, const PathsPart& paths, const Session& session) {
    const SpacePart& space = *landscape.space;
    const bool along = session.landscape.slice.through == SliceChoice::Through::run;
    if (!along || paths.paths.empty() || paths.paths.front().trajectory.rows() == 0) return space.starts_at;
    const Trajectory& run = paths.paths.front().trajectory;
    const double step = std::clamp(session.playback.step, 0.0, run.rows() - 1.0);
    const int row = static_cast<int>(step);
    const auto from = run.position(row), to = run.position(std::min(row + 1, run.rows() - 1));
    std::vector<double> plane = space.starts_at;
    std::size_t column = 2;  // behind the axes
    for (std::size_t i = 0; i < plane.size(); ++i) {
        if (i == space.axes[0] || i == space.axes[1]) continue;
        plane[i] = std::lerp(from[column], to[column], step - row);
        ++column;
    }
    return plane;
}

}  // namespace

struct Scene::Work {
    LandscapeMaker landscape;
    SurfaceMaker surface;
    MapMaker map;
    PathsMaker paths;
    StationaryMaker stationary;
    EnsembleMaker ensemble;
    ManyDimensionsMaker many_dimensions;
    std::optional<Session> session;  ///< of which a plane follows a run, for when the run is longer
    int map_width = 0, map_height = 0;
};

Scene::Scene() : work_(std::make_unique<Work>()) {}
Scene::~Scene() = default;

void Scene::update(const Session& session, int map_width, int map_height) {
    work_->landscape.update(session.landscape);
    const LandscapePart& landscape = work_->landscape.part();
    work_->paths.update(landscape, session);
    if (landscape.space) work_->landscape.move_plane(plane_wanted(landscape, work_->paths.part(), session));
    work_->paths.settle(landscape);
    work_->surface.update(landscape, session.landscape.height_scale);
    work_->map.update(landscape, work_->surface.part(), session.display.map, map_width, map_height);
    work_->stationary.update(landscape);
    work_->ensemble.update(landscape, session, work_->map.part().grid.box);
    work_->many_dimensions.update(session);
    work_->session = landscape.space ? std::optional(session) : std::nullopt;
    work_->map_width = map_width;
    work_->map_height = map_height;
}

void Scene::offer(LoadedSource loaded) {
    work_->landscape.offer(std::move(loaded));
}

void Scene::go_on() {
    work_->paths.go_on(work_->landscape.part());
}

void Scene::finish() {
    if (work_->paths.part().catching_up) {
        work_->paths.finish(work_->landscape.part());
        if (work_->session) update(Session(*work_->session), work_->map_width, work_->map_height);
    }
    work_->stationary.finish();
    work_->ensemble.finish();
    work_->many_dimensions.finish();
}

bool Scene::news() const {
    return work_->stationary.news() || work_->ensemble.news() || work_->many_dimensions.news() ||
           work_->paths.part().catching_up;
}

bool Scene::busy() const {
    return work_->stationary.busy() || work_->ensemble.busy() || work_->many_dimensions.busy() ||
           work_->paths.part().catching_up;
}

const LandscapePart& Scene::landscape() const {
    return work_->landscape.part();
}
const SurfacePart& Scene::surface() const {
    return work_->surface.part();
}
const MapPart& Scene::map() const {
    return work_->map.part();
}
const PathsPart& Scene::paths() const {
    return work_->paths.part();
}
const StationaryPart& Scene::stationary() const {
    return work_->stationary.part();
}
const EnsemblePart& Scene::ensemble() const {
    return work_->ensemble.part();
}

const ManyDimensionsPart& Scene::many_dimensions() const {
    return work_->many_dimensions.part();
}

std::optional<Inspection> Scene::inspect(double x, double y) const {
    const LandscapePart& part = landscape();
    if (part.landscape == nullptr) return std::nullopt;
    Inspection seen = thalweg::inspect(*part.evaluator, x, y);
    // In y a curve is flat everywhere, which is not for its class to know.
    if (is_curve(part) && seen.differentiable)
        seen.kind = classify(Eigen::VectorXd::Constant(1, seen.gradient[0]),
                             Eigen::MatrixXd::Constant(1, 1, seen.hessian[0][0]));
    return seen;
}

}  // namespace thalweg

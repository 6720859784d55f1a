#include "app/scene/scene.h"

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

struct Scene::Work {
    LandscapeMaker landscape;
    SurfaceMaker surface;
    MapMaker map;
    PathsMaker paths;
    StationaryMaker stationary;
    EnsembleMaker ensemble;
    ManyDimensionsMaker many_dimensions;
};

Scene::Scene() : work_(std::make_unique<Work>()) {}
Scene::~Scene() = default;

void Scene::update(const Session& session, int map_width, int map_height) {
    work_->landscape.update(session.landscape);
    const LandscapePart& landscape = work_->landscape.part();
    work_->surface.update(landscape, session.landscape.height_scale);
    work_->map.update(landscape, work_->surface.part(), session.display.map, map_width, map_height);
    work_->paths.update(landscape, session);
    work_->stationary.update(landscape);
    work_->ensemble.update(landscape, session);
    work_->many_dimensions.update(session);
}

void Scene::offer(LoadedGrid grid) {
    work_->landscape.offer(std::move(grid));
}

void Scene::go_on() {
    work_->paths.go_on(work_->landscape.part());
}

void Scene::finish() {
    work_->paths.finish(work_->landscape.part());
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

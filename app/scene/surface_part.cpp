#include "app/scene/surface_part.h"

#include "core/sampling/affordable.h"
#include "core/sampling/levels.h"

namespace thalweg {
namespace {

constexpr int samples_per_side = 256;

}  // namespace

void SurfaceMaker::update(const LandscapePart& landscape, HeightScaleKind kind) {
    if (landscape.landscape == nullptr) return;
    const Inputs inputs{.landscape = landscape.revision, .domain = landscape.domain, .kind = kind};
    if (made_from_ == inputs) return;

    const bool same_samples =
        made_from_ && made_from_->landscape == inputs.landscape && made_from_->domain == inputs.domain;
    if (!same_samples) {
        const int side = affordable_side(*landscape.landscape, samples_per_side);
        part_.grid = sample_grid(*landscape.landscape, landscape.domain, side, side, Derivatives::with);
    }
    part_.scale = fit_height_scale(kind, part_.grid.values);
    part_.levels = level_values(part_.scale, part_.scale.low, part_.scale.high, level_count);
    ++part_.revision;
    made_from_ = inputs;
}

}  // namespace thalweg

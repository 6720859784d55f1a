#include "app/stage/morph.h"

#include <cmath>

#include "app/scene/curve.h"

namespace thalweg {

ShownLandscape shown_landscape(const Scene& scene) {
    const LandscapePart& landscape = scene.landscape();
    return {.revision = landscape.space ? landscape.descended_revision : scene.surface().revision,
            .curve = is_curve(landscape)};
}

float Morph::share(const ShownLandscape& shown, bool animated, double now) {
    if (!shown_ || shown_->revision != shown.revision) {
        began_.reset();
        if (shown_ && animated && shown_->curve == shown.curve) began_ = now;
        shown_ = shown;
    }
    if (!began_) return 1.0F;
    const double elapsed = (now - *began_) / seconds;
    if (elapsed < 1) return static_cast<float>(1 - std::pow(1 - elapsed, 3));
    began_.reset();
    return 1.0F;
}

}  // namespace thalweg

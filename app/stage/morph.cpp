#include "app/stage/morph.h"

#include <cmath>

namespace thalweg {

std::uint64_t landscape_revision(const Scene& scene) {
    const LandscapePart& landscape = scene.landscape();
    return landscape.space ? landscape.descended_revision : scene.surface().revision;
}

float Morph::share(std::uint64_t revision, bool animated, double now) {
    if (revision_ != revision) {
        began_.reset();
        if (revision_ && animated) began_ = now;
        revision_ = revision;
    }
    if (!began_) return 1.0F;
    const double elapsed = (now - *began_) / seconds;
    if (elapsed < 1) return static_cast<float>(1 - std::pow(1 - elapsed, 3));
    began_.reset();
    return 1.0F;
}

}  // namespace thalweg

#include "app/scene/stationary_part.h"

#include <utility>

#include "app/scene/same_formula.h"
#include "core/stationary/search_landscape.h"

namespace thalweg {

void StationaryMaker::update(const LandscapePart& landscape) {
    take_over();
    const Inputs inputs{.landscape = landscape.landscape, .domain = landscape.domain};
    if (inputs.landscape == nullptr || inputs == inputs_) return;

    // Marks of the last parameters guide the eye while a slider moves; those of another formula would only be wrong.
    if (!same_formula(inputs_.landscape.get(), inputs.landscape.get())) part_.report = {};
    part_.searching = true;
    part_.progress = 0.0;
    ++part_.revision;
    inputs_ = inputs;

    work_.begin([inputs](const auto& desk) {
        desk.hand_over(search_landscape(*inputs.landscape, inputs.domain, {}, desk.stop, desk.progress));
    });
}

void StationaryMaker::finish() {
    if (!part_.searching) return;
    work_.wait();
    take_over();
}

void StationaryMaker::take_over() {
    if (part_.searching) part_.progress = work_.progress();
    auto report = work_.take();
    if (!report) return;
    part_.report = *std::move(report);
    part_.searching = false;
    part_.progress = 1.0;
    ++part_.revision;
}

}  // namespace thalweg

#include "app/scene/stationary_part.h"

#include <utility>

#include "app/scene/same_formula.h"
#include "core/stationary/search_landscape.h"

namespace thalweg {

StationaryMaker::StationaryMaker() : worker_([this](const std::stop_token& stop) { work(stop); }) {}

StationaryMaker::~StationaryMaker() {
    const std::scoped_lock lock(mutex_);
    wanted_.reset();
    cancel_.request_stop();
}

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

    const std::scoped_lock lock(mutex_);
    cancel_.request_stop();
    wanted_ = inputs;
    report_.reset();
    progress_ = 0.0;
    changed_.notify_all();
}

void StationaryMaker::finish() {
    if (!part_.searching) return;
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return report_.has_value(); });
    }
    take_over();
}

bool StationaryMaker::news() const {
    const std::scoped_lock lock(mutex_);
    return report_.has_value();
}

void StationaryMaker::take_over() {
    const std::scoped_lock lock(mutex_);
    if (part_.searching) part_.progress = progress_;
    if (!report_) return;
    part_.report = *std::exchange(report_, std::nullopt);
    part_.searching = false;
    part_.progress = 1.0;
    ++part_.revision;
}

void StationaryMaker::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
        const Inputs inputs = *std::exchange(wanted_, std::nullopt);
        cancel_ = std::stop_source();
        const std::stop_token cancelled = cancel_.get_token();
        lock.unlock();
        const auto progress = [&](double share) {
            const std::scoped_lock guard(mutex_);
            if (!cancelled.stop_requested()) progress_ = share;
        };
        StationaryReport report = search_landscape(*inputs.landscape, inputs.domain, {}, cancelled, progress);
        lock.lock();
        if (cancelled.stop_requested()) continue;
        report_ = std::move(report);
        changed_.notify_all();
    }
}

}  // namespace thalweg

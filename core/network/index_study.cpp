#include "core/network/index_study.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>

#include "core/descent/run.h"

namespace thalweg {
namespace {

/// The looks of one training that searches set out from, as indices.
std::vector<std::size_t> set_out_from(std::size_t looks, int searches) {
    std::vector<std::size_t> chosen;
    for (int i = 0; i < searches && looks > 0; ++i) {
        const std::size_t last = looks - 1, parts = static_cast<std::size_t>(std::max(searches - 1, 1));
        const std::size_t look = last * static_cast<std::size_t>(i) / parts;
        if (chosen.empty() || chosen.back() != look) chosen.push_back(look);
    }
    return chosen;
}

/// The same point, or the same with its hidden units in another order or turned round, which changes neither.
bool same_point(const SpectrumAt& a, const SpectrumAt& b) {
    const double scale = std::max({std::abs(a.eigenvalues.front()), std::abs(a.eigenvalues.back()), 1e-300});
    return std::abs(a.loss - b.loss) <= 1e-8 * std::max(1.0, std::abs(a.loss)) &&
           std::ranges::equal(a.eigenvalues, b.eigenvalues,
                              [&](double one, double other) { return std::abs(one - other) <= 1e-5 * scale; });
}

/// What one training has to tell.
struct Told {
    std::vector<Look> along, stationary;
    int searched = 0;
};

class Trainer {
  public:
    Trainer(const TrainingPlan& plan, const DataSet& data, const std::stop_token& stop,
            const std::function<void(double)>& progress)
        : plan_(plan), landscape_(network_landscape(plan.network, data)), stop_(stop), progress_(progress) {}

    Told train(int training) {
        const auto evaluator = landscape_->evaluator();
        const std::uint64_t seed = plan_.seed + static_cast<std::uint64_t>(training);
        const auto start = first_weights(plan_.network, plan_.spread, seed);
        const RunSettings settings{.steps = plan_.steps, .stop_early = false};
        const Trajectory run = thalweg::run(*landscape_, start, plan_.optimizer, settings);
        Told told;
        for (const int step : steps_looked_at(run.rows() - 1, plan_.looks)) {
            if (stop_.stop_requested()) return told;
            told.along.push_back({training, step, spectrum_at(*evaluator, run.position(step))});
            one_more();
        }
        for (const std::size_t look : set_out_from(told.along.size(), plan_.searches)) {
            if (stop_.stop_requested()) return told;
            ++told.searched;
            if (auto found = stationary_near(*evaluator, told.along[look].spectrum.position))
                told.stationary.push_back({training, told.along[look].step, *std::move(found)});
            one_more();
        }
        return told;
    }

  private:
    void one_more() {
        const int all = plan_.trainings * (plan_.looks + plan_.searches);
        const int done = ++done_;
        if (progress_) progress_(std::min(1.0, static_cast<double>(done) / all));
    }

    const TrainingPlan& plan_;
    std::shared_ptr<const DataLandscape> landscape_;
    const std::stop_token& stop_;
    const std::function<void(double)>& progress_;
    std::atomic<int> done_ = 0;
};

}  // namespace

std::string not_for_networks(const DataSet& data) {
    const DataColumn* const target = data.find("y");
    if (data.size() == 0 || target == nullptr || data.find("x1") == nullptr || data.find("x2") == nullptr ||
        data.columns.size() != 3)
        return "the network takes samples of two features and a class, as moons and blobs have";
    if (!std::ranges::all_of(target->numbers, [](double y) { return y == 0.0 || y == 1.0; }))
        return "the network tells two classes apart, 0 and 1";
    return {};
}

std::vector<Look> by_falling_loss(std::vector<Look> looks) {
    std::ranges::stable_sort(looks, std::greater(), [](const Look& look) { return look.spectrum.loss; });
    return looks;
}

std::vector<int> steps_looked_at(int steps, int looks) {
    std::vector<int> chosen;
    const int last = std::max(looks - 1, 1);
    for (int i = 0; i <= last; ++i) {
        const double share = static_cast<double>(i) / last;
        const int step = std::clamp(static_cast<int>(std::lround(std::pow(steps + 1.0, share) - 1.0)), 0, steps);
        if (chosen.empty() || step > chosen.back()) chosen.push_back(step);
    }
    return chosen;
}

IndexStudy study_index(const TrainingPlan& plan, const DataSet& data, const std::stop_token& stop,
                       const std::function<void(double)>& progress) {
    Trainer trainer(plan, data, stop, progress);
    std::vector<Told> told(static_cast<std::size_t>(plan.trainings));
    oneapi::tbb::parallel_for(0, plan.trainings, [&](int i) {
        if (!stop.stop_requested()) told[static_cast<std::size_t>(i)] = trainer.train(i);
    });
    IndexStudy study;
    study.cancelled = stop.stop_requested();
    for (Told& one : told) {
        std::ranges::move(one.along, std::back_inserter(study.along));
        study.searched += one.searched;
        study.found += static_cast<int>(one.stationary.size());
        for (Look& point : one.stationary) {
            const bool known = std::ranges::any_of(
                study.stationary, [&](const Look& other) { return same_point(point.spectrum, other.spectrum); });
            if (!known) study.stationary.push_back(std::move(point));
        }
    }
    return study;
}

}  // namespace thalweg

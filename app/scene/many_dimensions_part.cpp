#include "app/scene/many_dimensions_part.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "core/samples/generators.h"

namespace thalweg {
namespace {

/// Matrices whose signs are counted: first so many, then as many more as there are up to the next. The last are two
/// seconds' worth.
constexpr std::array<std::int64_t, 5> counted_up_to = {50'000, 200'000, 800'000, 2'000'000, 4'000'000};
/// Eigenvalues of a histogram at first, and in the end.
constexpr std::array eigenvalues_up_to = {2'000, 20'000};
constexpr int most_matrices = 5'000;
/// What a share done must have grown by to be worth a frame.
constexpr double noticeable = 0.02;

void count(std::uint64_t seed, const BackgroundWork<DefiniteCounts>::Desk& desk) {
    DefiniteCounts counts;
    for (const std::int64_t goal : counted_up_to) {
        // In portions that are given up soon.
        while (counts.samples < goal) {
            if (desk.stop.stop_requested()) return;
            counts += count_definite(seed, counts.samples, std::min<std::int64_t>(50'000, goal - counts.samples));
            desk.progress(static_cast<double>(counts.samples) / static_cast<double>(counted_up_to.back()));
        }
        desk.hand_over(counts);
    }
}

void sample(int n, std::uint64_t seed, const BackgroundWork<ScaledSpectrum>::Desk& desk) {
    for (const int eigenvalues : eigenvalues_up_to) {
        const int matrices = std::min(eigenvalues / n + 1, most_matrices);
        ScaledSpectrum spectrum = goe_spectrum(n, matrices, seed, desk.stop, desk.progress);
        if (desk.stop.stop_requested()) return;
        desk.hand_over(std::move(spectrum));
    }
}

void train(int hidden, std::uint64_t seed, const BackgroundWork<IndexStudy>::Desk& desk) {
    TrainingPlan plan;
    plan.network.hidden = hidden;
    plan.seed = seed;
    const DataSet data = generate(*parse_generator(usual_training_data));
    IndexStudy study = study_index(plan, data, desk.stop, desk.progress);
    if (!study.cancelled) desk.hand_over(std::move(study));
}

/// Whether something else is wanted than last time; from now on it is the last.
template <class T>
bool is_new(std::optional<T>& last, const T& wanted) {
    return std::exchange(last, wanted) != wanted;
}

}  // namespace

void ManyDimensionsMaker::update(const Session& session) {
    take_over();
    const ManyDimensions& chosen = session.dimensions;
    const auto seed = static_cast<std::uint64_t>(chosen.seed);
    if (session.study.lens == LensKind::dimensions) {
        if (is_new(counted_seed_, chosen.seed)) {
            part_.counts.reset();
            counting_.begin([seed](const auto& desk) { count(seed, desk); });
        }
        if (is_new(sampled_, std::array{chosen.dimensions, chosen.seed}))
            sampling_.begin([n = chosen.dimensions, seed](const auto& desk) { sample(n, seed, desk); });
    }
    if (session.study.lens == LensKind::training && is_new(trained_, std::array{chosen.hidden, chosen.seed}))
        training_.begin([hidden = chosen.hidden, seed](const auto& desk) { train(hidden, seed, desk); });
    part_.working = working();
}

void ManyDimensionsMaker::take_over() {
    const auto take = [&](auto& work, auto& target) {
        auto result = work.take();
        if (!result) return false;
        target = std::make_shared<const std::remove_reference_t<decltype(*result)>>(*std::move(result));
        ++part_.revision;
        return true;
    };
    take(counting_, part_.counts);
    take(sampling_, part_.spectrum);
    if (take(training_, part_.study)) part_.hidden = (*trained_)[0];
    part_.progress = progress();
    part_.working = working();
}

bool ManyDimensionsMaker::working() const {
    return counting_.working() || sampling_.working() || training_.working();
}

/// Of whatever is going on, the slowest.
double ManyDimensionsMaker::progress() const {
    if (training_.working()) return training_.progress();
    if (counting_.working()) return counting_.progress();
    return sampling_.working() ? sampling_.progress() : 1.0;
}

bool ManyDimensionsMaker::news() const {
    if (counting_.has_result() || sampling_.has_result() || training_.has_result()) return true;
    if (!part_.working) return false;
    return !working() || progress() > part_.progress + noticeable;
}

void ManyDimensionsMaker::finish() {
    counting_.wait();
    sampling_.wait();
    training_.wait();
    take_over();
}

}  // namespace thalweg

#include "core/network/index_study.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/samples/generators.h"

namespace thalweg {
namespace {

DataSet moons() {
    return Moons{.samples = 30, .noise = 0.2}.generate();
}

TrainingPlan small_plan() {
    return {.network = {.hidden = 4, .decay = 1e-3},
            .optimizer = {.method = Sgd{.learning_rate = 1.0}},
            .steps = 600,
            .trainings = 4,
            .looks = 20,
            .searches = 8};
}

TEST(StepsLookedAt, RunFromFirstToLast) {
    EXPECT_EQ(steps_looked_at(0, 10), std::vector<int>{0});
    EXPECT_EQ(steps_looked_at(5, 100), (std::vector<int>{0, 1, 2, 3, 4, 5}));
    const auto steps = steps_looked_at(2000, 40);
    EXPECT_EQ(steps.front(), 0);
    EXPECT_EQ(steps.back(), 2000);
    EXPECT_LE(steps.size(), 40U);
    EXPECT_TRUE(std::ranges::is_sorted(steps));
}

TEST(IndexStudy, HighStationaryPointsAreSaddlesWithMoreWaysDown) {
    const IndexStudy study = study_index(small_plan(), moons());
    ASSERT_GE(study.stationary.size(), 6U);
    EXPECT_GE(study.found, static_cast<int>(study.stationary.size()));
    EXPECT_EQ(study.searched, 32);
    std::vector<Look> points = study.stationary;
    std::ranges::sort(points, {}, [](const Look& look) { return look.spectrum.loss; });
    const std::size_t third = points.size() / 3;
    double low = 0.0, high = 0.0;
    for (std::size_t i = 0; i < third; ++i) {
        low += points[i].spectrum.negative_share;
        high += points[points.size() - 1 - i].spectrum.negative_share;
    }
    EXPECT_LT(low, high);
    for (const Look& point : points) {
        EXPECT_LT(point.spectrum.gradient_norm, 1e-8);
        EXPECT_TRUE(std::ranges::is_sorted(point.spectrum.eigenvalues));
        EXPECT_EQ(point.spectrum.eigenvalues.size(), 17U);
    }
}

TEST(IndexStudy, WaysDownBecomeFewerWhileTraining) {
    const IndexStudy study = study_index(small_plan(), moons());
    for (int training = 0; training < 4; ++training) {
        std::vector<Look> own;
        std::ranges::copy_if(study.along, std::back_inserter(own),
                             [&](const Look& look) { return look.training == training; });
        ASSERT_FALSE(own.empty());
        EXPECT_EQ(own.front().step, 0);
        EXPECT_EQ(own.back().step, 600);
        EXPECT_LT(own.back().spectrum.loss, own.front().spectrum.loss);
        EXPECT_LT(own.back().spectrum.negative_share, own.front().spectrum.negative_share);
    }
}

TEST(IndexStudy, IsTheSameEveryTimeAndOfEverySeedAnother) {
    TrainingPlan plan = small_plan();
    plan.steps = 50;
    const IndexStudy once = study_index(plan, moons());
    EXPECT_EQ(once, study_index(plan, moons()));
    plan.seed = 2;
    const IndexStudy other = study_index(plan, moons());
    EXPECT_EQ(other.along.front().spectrum, once.along[once.along.size() / 4].spectrum) << "the second training before";
    EXPECT_NE(other, once);
}

TEST(IndexStudy, StopsWhenAskedTo) {
    std::stop_source stop;
    const IndexStudy study = study_index(small_plan(), moons(), stop.get_token(), [&](double) { stop.request_stop(); });
    EXPECT_TRUE(study.cancelled);
    EXPECT_LT(study.along.size(), 10U);
}

TEST(IndexStudy, OfATrainingThatDivergesTellsOfWhatThereWas) {
    TrainingPlan plan = small_plan();
    plan.optimizer.method = Sgd{.learning_rate = 1e6};
    plan.trainings = 1;
    const IndexStudy study = study_index(plan, moons());
    ASSERT_FALSE(study.along.empty());
    EXPECT_EQ(study.along.front().step, 0);
}

}  // namespace
}  // namespace thalweg

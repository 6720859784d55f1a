#include "app/scene/many_dimensions_part.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

Session session_with(LensKind lens) {
    Session session;
    session.study.lens = lens;
    session.dimensions.dimensions = 5;
    session.dimensions.hidden = 1;
    return session;
}

TEST(ManyDimensions, AreSampledWhileTheLensIsOpen) {
    ManyDimensionsMaker maker;
    maker.update(session_with(LensKind::none));
    EXPECT_FALSE(maker.busy());
    maker.update(session_with(LensKind::dimensions));
    maker.finish();
    EXPECT_FALSE(maker.busy());
    ASSERT_NE(maker.part().counts, nullptr);
    EXPECT_EQ(maker.part().counts->samples, 4'000'000);
    ASSERT_NE(maker.part().spectrum, nullptr);
    EXPECT_EQ(maker.part().spectrum->n, 5);
    const auto counts = maker.part().counts;
    Session wider = session_with(LensKind::dimensions);
    wider.dimensions.dimensions = 40;
    maker.update(wider);
    maker.finish();
    EXPECT_EQ(maker.part().spectrum->n, 40);
    EXPECT_EQ(maker.part().counts, counts) << "one sampling serves all n";
}

TEST(ManyDimensions, ATrainingIsStudiedOnce) {
    ManyDimensionsMaker maker;
    maker.update(session_with(LensKind::training));
    maker.finish();
    ASSERT_NE(maker.part().study, nullptr);
    EXPECT_EQ(maker.part().hidden, 1);
    EXPECT_EQ(maker.part().study->along.front().spectrum.eigenvalues.size(), 5U);
    const auto study = maker.part().study;
    maker.update(session_with(LensKind::none));
    maker.update(session_with(LensKind::training));
    EXPECT_FALSE(maker.busy());
    EXPECT_EQ(maker.part().study, study);
}

}  // namespace
}  // namespace thalweg

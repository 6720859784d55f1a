#include "core/curve/minimum_candidates.h"

#include <algorithm>
#include <cmath>

#include "curve_of.h"

namespace thalweg {
namespace {

MinimumCandidates candidates(const char* text, double a, double b) {
    const FormulaLandscape curve = curve_of(text);
    return minimum_candidates(curve, a, b, find_stationary_points(curve, {a, b, -1, 1}));
}

const MinimumCandidate1D* of_kind(const MinimumCandidates& found, CandidateKind kind) {
    for (const MinimumCandidate1D& candidate : found.ranked)
        if (candidate.kind == kind) return &candidate;
    return nullptr;
}

TEST(MinimumCandidates, OfAKinkyParabolaAreEndsKinkAndLevelPlace) {
    // f′ = x/2 − 1 for x < 1 and x/2 + 1 beyond: it vanishes nowhere, and the kink at 1 is the lowest place.
    const MinimumCandidates found = candidates("|x - 1| + x^2/4", -3, 4);
    ASSERT_EQ(found.ranked.size(), 3U);
    EXPECT_EQ(found.ranked[0].kind, CandidateKind::kink);
    EXPECT_EQ(found.ranked[0].x, 1);
    EXPECT_EQ(found.ranked[0].value, 0.25);
    EXPECT_TRUE(found.ranked[0].exact);
    EXPECT_EQ(found.ranked[1].kind, CandidateKind::left_end);
    EXPECT_EQ(found.ranked[1].value, 6.25);
    EXPECT_EQ(found.ranked[2].kind, CandidateKind::right_end);
    EXPECT_EQ(found.ranked[2].value, 7);
    EXPECT_TRUE(found.proved);
    EXPECT_TRUE(found.complete);
}

TEST(MinimumCandidates, OfXSquaredSinXOnZeroToTen) {
    const MinimumCandidates found = candidates("x^2 sin(x)", 0, 10);
    // tan x = −x/2 at 2.2889, 5.0870 and 8.0962; the slope vanishes at the left end too.
    ASSERT_EQ(found.ranked.size(), 5U);
    EXPECT_EQ(found.ranked[0].kind, CandidateKind::right_end);
    EXPECT_NEAR(found.ranked[0].value, 100 * std::sin(10.0), 1e-12);
    EXPECT_EQ(found.ranked[1].kind, CandidateKind::level);
    EXPECT_NEAR(found.ranked[1].x, 5.0869850941, 1e-9);
    EXPECT_NEAR(found.ranked[1].value, -24.0829602231, 1e-9);
    EXPECT_EQ(found.ranked[2].kind, CandidateKind::left_end);
    EXPECT_NEAR(found.ranked[3].x, 2.2889297281, 1e-9);
    EXPECT_NEAR(found.ranked[4].x, 8.0961636, 1e-6);
    EXPECT_TRUE(found.proved);
}

TEST(MinimumCandidates, MoveToWhereAnIntervalIsDraggedOutwards) {
    EXPECT_EQ(candidates("x^2 sin(x)", 0, 9).ranked[0].kind, CandidateKind::level);
    EXPECT_EQ(candidates("x^2 sin(x)", 0, 10).ranked[0].kind, CandidateKind::right_end);
    const double x = candidates("x^2 sin(x)", 0, 12).ranked[0].x;
    EXPECT_NEAR(std::tan(x), -x / 2, 1e-9);
    EXPECT_NEAR(x, 11.17, 0.01);
}

TEST(MinimumCandidates, ALevelPlaceNeedNotBeAMinimum) {
    const MinimumCandidates found = candidates("x^3", -1, 2);
    ASSERT_EQ(found.ranked.size(), 3U);
    EXPECT_EQ(found.ranked[0].kind, CandidateKind::left_end);
    EXPECT_EQ(found.ranked[0].value, -1);
    EXPECT_EQ(found.ranked[1].kind, CandidateKind::level);
    EXPECT_NEAR(found.ranked[1].x, 0, 1e-3);
    EXPECT_EQ(found.ranked[2].value, 8);
    EXPECT_TRUE(found.proved);
}

TEST(MinimumCandidates, ALevelPlaceThatIsNoSimpleZeroCountsToo) {
    // The slope of x² sin x has a double zero at 0, which is no extremum.
    const MinimumCandidates found = candidates("x^2 sin(x)", -1, 8);
    ASSERT_EQ(found.ranked.size(), 5U);
    const bool there = std::ranges::any_of(found.ranked, [](const MinimumCandidate1D& c) {
        return c.x == 0 && c.exact && c.kind == CandidateKind::level;
    });
    EXPECT_TRUE(there);
    EXPECT_TRUE(found.complete);
    EXPECT_TRUE(found.proved);
}

TEST(MinimumCandidates, AKinkWhereTheCurveGoesOnFallingCountsToo) {
    const MinimumCandidates found = candidates("|x| - 3x", -1, 1);
    const MinimumCandidate1D* kink = of_kind(found, CandidateKind::kink);
    ASSERT_NE(kink, nullptr);
    EXPECT_EQ(kink->x, 0);
    EXPECT_EQ(found.ranked[0].kind, CandidateKind::right_end);
    EXPECT_TRUE(found.proved);
    EXPECT_EQ(of_kind(candidates("|x - 0.3|", -1, 1), CandidateKind::kink)->x, 0.3);
}

TEST(MinimumCandidates, NothingIsProvedWherePolesJumpsOrGapsAre) {
    const MinimumCandidates pole = candidates("1/x", -1, 1);
    EXPECT_TRUE(pole.gaps);
    EXPECT_FALSE(pole.proved);
    const MinimumCandidates steps = candidates("x - floor(x)", -0.5, 1.5);
    EXPECT_TRUE(steps.jumps);
    EXPECT_FALSE(steps.proved);
    const MinimumCandidates logarithm = candidates("ln(x)", 0, 2);
    EXPECT_FALSE(logarithm.left_defined);
    EXPECT_FALSE(logarithm.proved);
    EXPECT_EQ(candidates("ln(x)", -3, -1).ranked.size(), 0U);
}

TEST(MinimumCandidates, AreCutShortWhereThereAreTooMany) {
    EXPECT_FALSE(candidates("floor(1000x)", 0, 1).complete);
}

}  // namespace
}  // namespace thalweg

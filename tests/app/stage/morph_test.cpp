#include "app/stage/morph.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Morph, TheFirstLandscapeIsThereAtOnce) {
    Morph morph;
    EXPECT_EQ(morph.share({7}, true, 100.0), 1.0F);
    EXPECT_FALSE(morph.going_on());
}

TEST(Morph, AnotherOneGrowsWithinItsTimeEverSlower) {
    Morph morph;
    morph.share({1}, true, 0.0);
    EXPECT_EQ(morph.share({2}, true, 5.0), 0.0F);
    EXPECT_TRUE(morph.going_on());
    const float early = morph.share({2}, true, 5.0 + 0.25 * Morph::seconds);
    const float middle = morph.share({2}, true, 5.0 + 0.5 * Morph::seconds);
    EXPECT_GT(early, 0.25F);
    EXPECT_GT(middle, early);
    EXPECT_LT(middle - early, early);
    EXPECT_TRUE(morph.going_on());
    EXPECT_EQ(morph.share({2}, true, 5.0 + Morph::seconds), 1.0F);
    EXPECT_FALSE(morph.going_on());
    static_assert(Morph::seconds < 0.3);
}

TEST(Morph, BeginsAnewForAThirdOne) {
    Morph morph;
    morph.share({1}, true, 0.0);
    morph.share({2}, true, 1.0);
    EXPECT_EQ(morph.share({3}, true, 1.1), 0.0F);
    EXPECT_LT(morph.share({3}, true, 1.25), 1.0F) << "counted from the third";
}

TEST(Morph, IsAtOnceWhereItIsNotToBeAnimated) {
    Morph morph;
    morph.share({1}, true, 0.0);
    EXPECT_EQ(morph.share({2}, false, 1.0), 1.0F);
    morph.share({3}, true, 2.0);
    EXPECT_EQ(morph.share({4}, false, 2.05), 1.0F) << "a drag takes over";
    EXPECT_FALSE(morph.going_on());
}

TEST(Morph, APlaneThatGoesAlongWithARunIsNoOtherLandscape) {
    Session session;
    session.landscape.formula = "x^2 + y^2 + z^2";
    session.starts = {{2, 1}};
    add_optimizer(session, parse_optimizer("sgd lr=0.1").value());
    Scene scene;
    const auto after = [&](const auto& edit) {
        edit();
        scene.update(session, 8, 8);
        return shown_landscape(scene).revision;
    };
    const std::uint64_t at_start = after([] {});
    const std::uint64_t sampled = scene.surface().revision;
    EXPECT_EQ(after([&] { session.playback.step = 5; }), at_start);
    EXPECT_NE(scene.surface().revision, sampled) << "though the plane has another surface there";
    EXPECT_NE(after([&] { session.landscape.formula = "x^2 + y^2 + z^4"; }), at_start);
}

TEST(Morph, BetweenSurfacesAndCurvesThereIsNothingToGrowOutOf) {
    Morph morph;
    morph.share({.revision = 1, .curve = true}, true, 0.0);
    EXPECT_EQ(morph.share({.revision = 2, .curve = false}, true, 5.0), 1.0F);
    EXPECT_EQ(morph.share({.revision = 3, .curve = true}, true, 10.0), 1.0F);
    EXPECT_FALSE(morph.going_on());
    EXPECT_EQ(morph.share({.revision = 4, .curve = true}, true, 15.0), 0.0F);
    EXPECT_TRUE(morph.going_on());
}

}  // namespace
}  // namespace thalweg

#include "app/scene/contrast.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(Contrast, IsThatOfTheGuidelines) {
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-6);
    EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.005);  // the well-known grey that just fails
    EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xFFFFFF)), 4.54, 0.005);
    EXPECT_NEAR(contrast(rgb(0xFF0000), rgb(0xFFFFFF)), 4.00, 0.005);
    EXPECT_EQ(contrast(rgb(0x123456), rgb(0x123456)), 1.0);
}

TEST(Contrast, ColoursAreChangedOnlyAsFarAsNeedBe) {
    const Color white = rgb(0xFFFFFF), black = rgb(0x14161B), yellow = rgb(0xF0E442);
    EXPECT_EQ(told_from(yellow, black), yellow) << "it can be told already";
    const Color darker = told_from(yellow.with_alpha(0.5F), white);
    EXPECT_NEAR(contrast(darker, white), 3.0, 0.01);
    EXPECT_GT(darker.r, darker.b) << "still yellow";
    EXPECT_EQ(darker.a, 0.5F);
    EXPECT_NEAR(contrast(told_from(rgb(0x101010), black, 4.5), black), 4.5, 0.01) << "lighter on a dark ground";
}

TEST(Contrast, EveryOptimizerIsSeenOnPanelsOfBothThemes) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const ThemeColors& colors = theme_colors(theme);
        for (int i = 0; i < optimizer_colors; ++i)
            EXPECT_GE(contrast(optimizer_ink(i, colors), colors.panel), 2.99) << i;
    }
}

}  // namespace
}  // namespace thalweg

#include "app/panels/view_share.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

TEST(ViewShare, IsTheDividersWhereThereIsRoom) {
    for (const double divider : {0.2, 0.35, 0.6, 0.7, 0.8})
        EXPECT_NEAR(surface_share(divider, 1148, 480), divider, 1e-12);
}

TEST(ViewShare, IsHalfAtFirstWhereThereIsLittle) {
    EXPECT_NEAR(surface_share(0.6, 930, 500), 0.5, 1e-12);
    EXPECT_NEAR(surface_share(0.6, 400, 900), 0.5, 1e-12);
    EXPECT_NEAR(surface_share(0.2, 400, 900), 0.2, 1e-12);
    EXPECT_NEAR(surface_share(0.8, 400, 900), 0.8, 1e-12);
    EXPECT_NEAR(surface_share(7, 400, 0), 0.8, 1e-12);
}

TEST(ViewShare, TheDividerIsWhereItWasLetGo) {
    for (const float width : {300.0F, 930.0F, 1050.0F, 1148.0F, 3000.0F}) {
        double before = 0;
        for (double share = 0.2; share <= 0.801; share += 0.05) {
            const double divider = divider_at(share, width, 500);
            EXPECT_NEAR(surface_share(divider, width, 500), share, 1e-9) << width;
            EXPECT_GT(divider, before);
            before = divider;
        }
    }
}

}  // namespace
}  // namespace thalweg

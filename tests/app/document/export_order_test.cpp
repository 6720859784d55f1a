#include "app/document/export_order.h"

#include <gtest/gtest.h>

#include <set>

#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

TEST(ExportOrder, MillimetresBecomePixelsAndPointsBecomeScale) {
    PictureMeasure measure{.unit = SizeUnit::millimetres, .width_mm = 25.4, .height_mm = 50.8, .dpi = 300, .type = 9};
    const auto paper = in_pixels(measure);
    ASSERT_TRUE(paper);
    EXPECT_EQ(paper->width, 300);
    EXPECT_EQ(paper->height, 600);
    // 9 points at 300 dots an inch are 37.5 dots for the 12 design pixels of the axes' numbers.
    EXPECT_FLOAT_EQ(paper->scale * 12, 37.5F);

    measure.unit = SizeUnit::pixels;
    const auto screen = in_pixels(measure);
    ASSERT_TRUE(screen);
    EXPECT_EQ(screen->width, 1920);
    EXPECT_EQ(screen->height, 1080);
    EXPECT_FLOAT_EQ(screen->scale, 1.5F);
}

TEST(ExportOrder, MorePixelsThanAPictureCanHaveAreRefused) {
    const auto poster = in_pixels({.unit = SizeUnit::millimetres, .width_mm = 1500, .height_mm = 100, .dpi = 1200});
    ASSERT_FALSE(poster);
    EXPECT_EQ(poster.error(),
              "1500 × 100 mm at 1200 dpi are 70866 × 4724 pixels, and a side has at most 16384: ask for fewer dpi");
}

TEST(ExportOrder, EveryKindHasARowAnEndingAndOptionsWithinTheirLimits) {
    std::set<std::string_view> names;
    for (const ExportKindRow& row : export_kinds()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        ExportOrder order{.kind = row.kind};
        EXPECT_FALSE(extension_of(order).empty()) << row.name;
        EXPECT_EQ(limits_problem(fields(order)), "") << row.name;
        for (const Field& field : fields(order)) EXPECT_FALSE(field.setting.help.empty()) << field.setting.name;
    }
}

TEST(ExportOrder, FilesAreDrawnWithoutTheEnlargementsForARoom) {
    Session session;
    session.display.projector = true;
    session.display.interface_scale = 2;
    const Session drawn = drawn_for_file(session, ExportTheme::light);
    EXPECT_FALSE(drawn.display.projector);
    EXPECT_EQ(drawn.display.interface_scale, 1);
    EXPECT_EQ(drawn.display.theme, Theme::light);
    EXPECT_EQ(drawn_for_file(session, ExportTheme::as_shown).display.theme, Theme::dark);
}

}  // namespace
}  // namespace thalweg

#include "app/panels/layout.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "app/panels/caption_strip.h"

namespace thalweg {
namespace {

struct Size {
    float width, height;
};
constexpr std::array<Size, 9> sizes{
    {{1, 1}, {3, 200}, {200, 3}, {640, 360}, {800, 600}, {1024, 640}, {1280, 720}, {1920, 1080}, {3840, 2160}}};

std::vector<Area> all_areas(const Layout& layout) {
    return {layout.top_bar, layout.parameters, layout.thumbnails,    layout.side,          layout.playback,
            layout.chart,   layout.dock,       layout.views.surface, layout.views.contour, layout.views.divider};
}

bool overlap(const Area& a, const Area& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

TEST(Layout, AreasLieInTheWindowWithoutOverlapAndFillIt) {
    const Scene scene;
    const Catalogue catalogue;
    for (const Size& size : sizes) {
        for (const float scale : {0.5F, 1.0F, 1.5F, 2.0F, 3.0F}) {
            for (int mask = 0; mask < 64; ++mask) {
                Session session;
                session.display.projector = (mask & 1) != 0;
                session.display.layout = static_cast<ViewLayout>((mask >> 1) % 3);
                InterfaceState state;
                state.show_steps_table = (mask & 8) != 0;
                state.show_inspector = (mask & 16) != 0;
                state.show_optimizers = (mask & 32) != 0;
                const InterfaceInputs inputs{.scene = scene,
                                             .catalogue = catalogue,
                                             .width = size.width,
                                             .height = size.height,
                                             .scale = scale,
                                             .thumbnail = {}};
                const Layout layout = lay_out(session, state, inputs, (mask & 4) != 0 ? 7 : 0);
                SCOPED_TRACE(::testing::Message()
                             << size.width << "x" << size.height << " at " << scale << ", " << mask);
                const std::vector<Area> areas = all_areas(layout);
                float covered = 0;
                for (std::size_t i = 0; i < areas.size(); ++i) {
                    const Area& area = areas[i];
                    EXPECT_GE(area.x, 0);
                    EXPECT_GE(area.y, 0);
                    EXPECT_LE(area.x + area.width, size.width + 1e-3F);
                    EXPECT_LE(area.y + area.height, size.height + 1e-3F);
                    covered += area.width * area.height;
                    for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(area, areas[k])) << i << " and " << k;
                }
                EXPECT_NEAR(covered, size.width * size.height, 1e-3F * size.width * size.height);
            }
        }
    }
}

TEST(Layout, IsTheOneThatTheLookAsksFor) {
    const Scene scene;
    const Catalogue catalogue;
    const InterfaceInputs inputs{.scene = scene, .catalogue = catalogue, .thumbnail = {}};
    const Layout layout = lay_out({}, {}, inputs, 0);
    EXPECT_EQ(layout.top_bar.height, 40);
    EXPECT_EQ(layout.thumbnails.width, 132);
    EXPECT_EQ(layout.playback.height, 200);
    EXPECT_NEAR(layout.views.surface.width / layout.views.contour.width, 1.5, 0.02);
}

TEST(Layout, ShowsOneViewWhereTwoWouldBeSlivers) {
    const Scene scene;
    const Catalogue catalogue;
    InterfaceInputs inputs{.scene = scene, .catalogue = catalogue, .width = 640, .height = 360, .thumbnail = {}};
    Session session;
    EXPECT_GT(lay_out(session, {}, inputs, 0).views.contour.width, 0);
    session.study.lens = LensKind::slopes;
    const ViewAreas views = lay_out(session, {}, inputs, 0).views;
    EXPECT_GT(views.surface.width, 300);
    EXPECT_EQ(views.contour.width, 0);
    session.display.layout = ViewLayout::contour;
    EXPECT_GT(lay_out(session, {}, inputs, 0).views.contour.width, 300);
}

TEST(Layout, FoldsThumbnailsBelow1024) {
    const Scene scene;
    const Catalogue catalogue;
    for (const float scale : {1.0F, 2.0F}) {
        InterfaceInputs inputs{.scene = scene, .catalogue = catalogue, .scale = scale, .thumbnail = {}};
        inputs.height = 800 * scale;
        inputs.width = 1023 * scale;
        EXPECT_TRUE(lay_out({}, {}, inputs, 0).narrow);
        EXPECT_EQ(lay_out({}, {}, inputs, 0).thumbnails.width, 0);
        inputs.width = 1024 * scale;
        EXPECT_FALSE(lay_out({}, {}, inputs, 0).narrow);
    }
}

TEST(Layout, ThumbnailsGiveWayToTwoViewsBesideALens) {
    const Scene scene;
    const Catalogue catalogue;
    Session session;
    session.study.lens = LensKind::slopes;
    for (const float scale : {1.0F, 2.0F}) {
        InterfaceInputs inputs{.scene = scene,
                               .catalogue = catalogue,
                               .width = 1280 * scale,
                               .height = 720 * scale,
                               .scale = scale,
                               .thumbnail = {}};
        const Layout crowded = lay_out(session, {}, inputs, 0);
        EXPECT_EQ(crowded.thumbnails.width, 0);
        EXPECT_FALSE(crowded.narrow) << "the groups' tabs stay";
        EXPECT_GE(crowded.views.contour.width, 460 * scale);
        EXPECT_NEAR(crowded.views.contour.width, crowded.views.surface.width, 2);
        InterfaceState table;
        table.show_steps_table = true;
        EXPECT_GE(lay_out({}, table, inputs, 0).views.contour.width, 400 * scale);
        inputs.width = 1920 * scale;
        EXPECT_GT(lay_out(session, {}, inputs, 0).thumbnails.width, 0);
    }
    InterfaceInputs inputs{.scene = scene, .catalogue = catalogue, .width = 1280, .height = 720, .thumbnail = {}};
    session.display.layout = ViewLayout::contour;
    EXPECT_GT(lay_out(session, {}, inputs, 0).thumbnails.width, 0) << "one view has room beside them";
}

TEST(Layout, TheCaptionHasRoomOfItsOwnBelowTheViews) {
    const Scene scene;
    const Catalogue catalogue;
    Session session;
    InterfaceState state;
    InterfaceInputs inputs{
        .scene = scene, .catalogue = catalogue, .width = 1280, .height = 720, .scale = 1, .thumbnail = {}};
    const ViewAreas plain = lay_out(session, state, inputs, 0).views;
    state.presenter.caption = true;
    const ViewAreas captioned = lay_out(session, state, inputs, 0).views;
    const float strip = caption_strip(session, state, inputs);
    EXPECT_GE(strip, 40);
    EXPECT_EQ(captioned.surface.height, plain.surface.height - strip);
    EXPECT_EQ(captioned.contour.height, plain.contour.height - strip);
    EXPECT_EQ(captioned.surface.y, plain.surface.y);
    inputs.height = 300;
    EXPECT_EQ(caption_strip(session, state, inputs), 0) << "a low window gives its views all there is";
}

}  // namespace
}  // namespace thalweg

#include "app/stage/stage.h"

#include <glad/gl.h>
#include <gtest/gtest.h>

#include "app/document/resources.h"
#include "app/gl/context.h"
#include "app/gl/handle.h"

namespace thalweg {
namespace {

TEST(Stage, InProjectorModeTypeGrowsWithThePicture) {
    const auto context = gl::OffscreenContext::create();
    ASSERT_TRUE(context) << context.error();
    const gl::Framebuffer target = gl::Framebuffer::make();
    const gl::Renderbuffer pixels = gl::Renderbuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, target.id());
    glBindRenderbuffer(GL_RENDERBUFFER, pixels.id());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, 2600, 1500);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels.id());
    Stage stage(resource_folder());
    Scene scene;
    const auto catalogue = load_catalogue(THALWEG_ASSETS "/landscapes.toml");
    ASSERT_TRUE(catalogue) << catalogue.error();
    const auto scale_of = [&](bool projector, int width, int height, float display_scale) {
        Session session = default_session(*catalogue);
        session.display.projector = projector;
        InterfaceState state;
        InterfaceRequests requests;
        return stage
            .draw_window(session, scene, *catalogue, state, requests, {}, width, height, display_scale, false, false,
                         false)
            .contour.scale;
    };
    constexpr float enlargement = 28.0F / 15.0F;
    EXPECT_FLOAT_EQ(scale_of(false, 1920, 1080, 0.5F), 0.5F);
    EXPECT_FLOAT_EQ(scale_of(true, 1920, 1080, 0.5F), enlargement);
    EXPECT_FLOAT_EQ(scale_of(true, 2600, 1080, 0.5F), enlargement) << "the shorter side counts";
    EXPECT_FLOAT_EQ(scale_of(true, 2500, 1500, 1.0F), 1.25F * enlargement) << "in quarters";
    EXPECT_FLOAT_EQ(scale_of(true, 1920, 1080, 1.5F), 1.5F * enlargement) << "never smaller than the display asks for";
}

}  // namespace
}  // namespace thalweg

#include "app/stage/window_picture.h"

#include <glad/gl.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <functional>

#include "app/document/resources.h"
#include "app/gl/context.h"
#include "app/stage/stage.h"

namespace thalweg {
namespace {

constexpr int width = 640, height = 420;

/// A window that is drawn into memory.
class Screen {
  public:
    explicit Screen(const Catalogue& catalogue) : catalogue_(catalogue), stage_(resource_folder()) {
        glBindFramebuffer(GL_FRAMEBUFFER, target_.id());
        glBindRenderbuffer(GL_RENDERBUFFER, pixels_.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels_.id());
    }

    std::vector<std::uint8_t> picture(Session session, InterfaceState state, const Pointer& pointer) {
        for (int frame = 0; frame < 3 || !stage_.settled(); ++frame) {
            InterfaceRequests requests;
            stage_.draw_window(session, scene_, catalogue_, state, requests, pointer, width, height, 1.0F, false, false,
                               false);
            scene_.finish();
        }
        std::vector<std::uint8_t> bytes(std::size_t{4} * width * height);
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, bytes.data());
        return bytes;
    }

  private:
    const Catalogue& catalogue_;
    gl::Framebuffer target_ = gl::Framebuffer::make();
    gl::Renderbuffer pixels_ = gl::Renderbuffer::make();
    Stage stage_;
    Scene scene_;
};

TEST(WindowPicture, KeptFromFrameToFrameItIsTheSameAsDrawnAtOnce) {
    const auto context = gl::OffscreenContext::create();
    ASSERT_TRUE(context) << context.error();
    const auto catalogue = load_catalogue(THALWEG_ASSETS "/landscapes.toml");
    ASSERT_TRUE(catalogue) << catalogue.error();
    Session session = default_session(*catalogue);
    InterfaceState state;
    Pointer pointer;
    const std::vector<std::function<void()>> edits = {
        [] {},
        [&] { session.playback.step = 20; },
        [&] { session.display.camera.azimuth += 0.3; },
        [&] { session.display.map.x0 += 1; },
        [&] { pointer.hovered_start = 0; },
        [&] { session.display.divider = 0.45; },
        [&] { state.show_steps_table = true; },
        [&] { session.display.theme = Theme::light; },
        [&] { session.display.colormap = Colormap::turbo; },
        [&] { state.show_help = true; },
        [&] { state.show_help = false; },
        [&] { session.display.layout = ViewLayout::contour; },
        [&] { session.display.interface_scale = 1.5; },
        [&] { session.display.projector = true; },
    };
    // Dear ImGui's context is one at a time, so first all pictures that are kept, then each anew.
    std::vector<std::vector<std::uint8_t>> kept;
    struct Moment {
        Session session;
        InterfaceState state;
        Pointer pointer;
    };
    std::vector<Moment> moments;
    {
        Screen screen(*catalogue);
        for (const auto& edit : edits) {
            edit();
            moments.push_back({session, state, pointer});
            kept.push_back(screen.picture(session, state, pointer));
        }
    }
    for (std::size_t i = 0; i < moments.size(); ++i) {
        Screen anew(*catalogue);
        EXPECT_TRUE(anew.picture(moments[i].session, moments[i].state, moments[i].pointer) == kept[i]) << "edit " << i;
        EXPECT_TRUE(i == 0 || kept[i] != kept[i - 1]) << "edit " << i << " is to be seen";
    }
}

}  // namespace
}  // namespace thalweg

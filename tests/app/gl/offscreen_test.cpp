#include <glad/gl.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "app/gl/canvas.h"
#include "app/gl/context.h"
#include "app/gl/errors.h"
#include "app/gl/program.h"
#include "app/gl/sample_texture.h"

namespace thalweg::gl {
namespace {

class Offscreen : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto made = OffscreenContext::create();
        ASSERT_TRUE(made) << made.error();
        context() = std::make_unique<OffscreenContext>(std::move(*made));
    }
    static void TearDownTestSuite() { context().reset(); }
    void TearDown() override { EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR)); }

    /// A shader file of this content in a folder of its own; returns the folder.
    static std::filesystem::path shader_folder(const char* name, const char* source) {
        const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "thalweg_gl_test";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / name) << source;
        return folder;
    }

    static std::string message_of(const std::filesystem::path& folder, std::initializer_list<const char*> files) {
        try {
            const Program program(folder, files);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }

  private:
    static std::unique_ptr<OffscreenContext>& context() {
        static std::unique_ptr<OffscreenContext> context;
        return context;
    }
};

TEST_F(Offscreen, ErrorsAreToldByNameAndOnce) {
    EXPECT_EQ(take_errors(), "");
    glEnable(GL_TEXTURE_2D_ARRAY + 1);
    glLineWidth(-1);
    const std::string names = take_errors();
    EXPECT_NE(names.find("GL_INVALID_ENUM"), std::string::npos) << names;
    EXPECT_EQ(take_errors(), "");
}

TEST_F(Offscreen, IsCoreOpenGl33WithAName) {
    GLint major = 0, minor = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    EXPECT_GE(major * 10 + minor, 33);
    EXPECT_FALSE(renderer_name().empty());
}

TEST_F(Offscreen, HandlesDeleteWhatTheyOwnExactlyOnce) {
    unsigned id = 0;
    {
        Texture first = Texture::make();
        id = first.id();
        glBindTexture(GL_TEXTURE_2D, id);
        const Texture second = std::move(first);
        EXPECT_EQ(second.id(), id);
        EXPECT_EQ(glIsTexture(id), GL_TRUE);
    }
    EXPECT_EQ(glIsTexture(id), GL_FALSE);
}

TEST_F(Offscreen, ShaderErrorsNameTheFile) {
    const auto folder = shader_folder("wrong.frag", "#version 330 core\nvoid main() { nonsense(); }\n");
    EXPECT_NE(message_of(folder, {"wrong.frag"}).find("wrong.frag does not compile"), std::string::npos);
    EXPECT_NE(message_of(folder, {"missing.frag"}).find("cannot read the shader"), std::string::npos);
    shader_folder("loose.frag",
                  "#version 330 core\nout vec4 c; float elsewhere();\nvoid main() { c = vec4(elsewhere()); }\n");
    shader_folder("plain.vert", "#version 330 core\nvoid main() { gl_Position = vec4(0.0); }\n");
    EXPECT_NE(message_of(folder, {"plain.vert", "loose.frag"}).find("do not link"), std::string::npos);
}

TEST_F(Offscreen, CanvasKeepsItsGroundUnderEveryOverlay) {
    for (const int samples : {1, 4}) {
        Canvas canvas;
        canvas.begin_ground(7, 5, samples);
        glClearColor(1.0F, 0.0F, 0.0F, 1.0F);
        glClearDepth(0.25);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        canvas.end_ground();
        for (int round = 0; round < 2; ++round) {
            canvas.begin_overlay();
            std::array<unsigned char, 4> pixel{};
            glReadPixels(3, 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel.data());
            EXPECT_EQ(pixel, (std::array<unsigned char, 4>{255, 0, 0, 255})) << samples << " samples, round " << round;
            glClearColor(0.0F, 0.0F, 1.0F, 1.0F);
            glClear(GL_COLOR_BUFFER_BIT);
        }
        std::vector<float> depth(7 * 5);
        glBindTexture(GL_TEXTURE_2D, canvas.depth());
        glGetTexImage(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT, GL_FLOAT, depth.data());
        for (const float d : depth) EXPECT_FLOAT_EQ(d, 0.25F);
    }
}

TEST_F(Offscreen, AFlatCanvasHasColoursAlone) {
    for (const int samples : {1, 4}) {
        Canvas canvas(Canvas::Ground::flat);
        canvas.begin_ground(7, 5, samples);
        glClearColor(0.0F, 1.0F, 0.0F, 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
        canvas.end_ground();
        canvas.begin_overlay();
        std::array<unsigned char, 4> pixel{};
        glReadPixels(3, 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel.data());
        EXPECT_EQ(pixel, (std::array<unsigned char, 4>{0, 255, 0, 255})) << samples;
        EXPECT_EQ(canvas.depth(), 0U);
        EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    }
}

TEST_F(Offscreen, CanvasSaysWhenAPictureIsTooLarge) {
    Canvas canvas;
    const KeepTarget keep;
    EXPECT_THROW(canvas.begin_ground(1 << 20, 3, 1), std::runtime_error);
    EXPECT_NO_THROW(canvas.begin_ground(3, 3, 4));
}

TEST_F(Offscreen, KeepTargetPutsBackFramebufferAndViewport) {
    glViewport(1, 2, 30, 40);
    {
        const KeepTarget keep;
        Canvas canvas;
        canvas.begin_ground(3, 3, 1);
        glEnable(GL_BLEND);
    }
    std::array<GLint, 4> viewport{};
    glGetIntegerv(GL_VIEWPORT, viewport.data());
    EXPECT_EQ(viewport, (std::array<GLint, 4>{1, 2, 30, 40}));
    GLint framebuffer = -1;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer);
    EXPECT_EQ(framebuffer, 0);
    EXPECT_EQ(glIsEnabled(GL_BLEND), GL_FALSE);
}

TEST_F(Offscreen, SampleTexturesHoldWhatWasUploadedLast) {
    SampleTexture texture(Filter::nearest);
    for (const int side : {2, 2, 3}) {
        std::vector<float> samples(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 2);
        for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = 0.5F * static_cast<float>(i) - 1e6F;
        texture.upload(side, side, 2, samples);
        texture.bind(0);
        std::vector<float> read(samples.size());
        glGetTexImage(GL_TEXTURE_2D, 0, GL_RG, GL_FLOAT, read.data());
        EXPECT_EQ(read, samples);
    }
}

}  // namespace
}  // namespace thalweg::gl

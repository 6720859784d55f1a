#include "app/view/backdrop.h"

#include <glad/gl.h>

namespace thalweg {
namespace {

/// How far the gradient's ends lie from the background, as a share of full brightness.
constexpr float reach = 0.022F;

}  // namespace

Backdrop::Backdrop(const std::filesystem::path& shaders)
    : program_(shaders, {"backdrop.vert", "backdrop.frag"}), empty_(gl::VertexArray::make()) {}

void Backdrop::draw(const Color& background, const ViewFrame& frame) const {
    if (frame.background != Background::shaded) {
        const bool plain = frame.background == Background::plain;
        const Color color = plain ? background : Color{0, 0, 0, 0};
        glClearColor(color.r, color.g, color.b, color.a);
        glClear(GL_COLOR_BUFFER_BIT);
        return;
    }
    const PicturePart part = frame.drawn();
    glDisable(GL_DEPTH_TEST);
    program_.use();
    program_.set("origin", static_cast<float>(part.left), static_cast<float>(frame.height - part.bottom()));
    program_.set("picture_height", static_cast<float>(frame.height));
    program_.set("top", background.r + reach, background.g + reach, background.b + 1.2F * reach);
    program_.set("bottom", background.r - reach, background.g - reach, background.b - 0.8F * reach);
    glBindVertexArray(empty_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

void Backdrop::make_solid_opaque() const {
    program_.use();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_GREATER);
    glDepthMask(GL_FALSE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glBindVertexArray(empty_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glDepthMask(GL_TRUE);
    glDisable(GL_DEPTH_TEST);
}

}  // namespace thalweg

#include "app/view/backdrop.h"

#include <glad/gl.h>

namespace thalweg {
namespace {

/// How far the gradient's ends lie from the background, as a share of full brightness.
constexpr float reach = 0.022F;

}  // namespace

Backdrop::Backdrop(const std::filesystem::path& shaders)
    : program_(shaders, {"backdrop.vert", "backdrop.frag"}), empty_(gl::VertexArray::make()) {}

void Backdrop::draw(const Color& background) const {
    glDisable(GL_DEPTH_TEST);
    program_.use();
    program_.set("top", background.r + reach, background.g + reach, background.b + 1.2F * reach);
    program_.set("bottom", background.r - reach, background.g - reach, background.b - 0.8F * reach);
    glBindVertexArray(empty_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace thalweg

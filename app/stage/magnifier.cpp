#include "app/stage/magnifier.h"

#include <glad/gl.h>

#include "app/panels/imgui_versions.h"
#include "app/panels/theme.h"

namespace thalweg {
namespace {

void copy_framebuffer(const gl::Texture& into, int width, int height) {
    glBindTexture(GL_TEXTURE_2D, into.id());
    glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGB8, 0, 0, width, height, 0);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace

void Magnifier::draw(Gui& gui, ImVec2 middle, int width, int height, float scale) {
    if (picture_.id() == 0) picture_ = gl::Texture::make();
    copy_framebuffer(picture_, width, height);
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    const float glass = radius * scale, shown = glass / enlargement;
    // The texture has its rows from the bottom.
    const ImVec2 low{(middle.x - shown) / w, 1 - (middle.y - shown) / h};
    const ImVec2 high{(middle.x + shown) / w, 1 - (middle.y + shown) / h};
    gui.draw_alone({0, 0, width, height}, [&](ImDrawList& list) {
        for (int i = 4; i > 0; --i)
            list.AddCircleFilled({middle.x, middle.y + 3 * scale}, glass + static_cast<float>(3 * i) * scale,
                                 pack(Color{0, 0, 0, 0.09F}), 96);
        list.AddImageRounded(texture_id(picture_.id()), {middle.x - glass, middle.y - glass},
                             {middle.x + glass, middle.y + glass}, low, high, IM_COL32_WHITE, glass);
        list.AddCircle(middle, glass, pack(Color{0.08F, 0.09F, 0.1F, 1}), 96, 5 * scale);
        list.AddCircle(middle, glass, pack(Color{0.93F, 0.94F, 0.95F, 1}), 96, 2.5F * scale);
    });
}

}  // namespace thalweg

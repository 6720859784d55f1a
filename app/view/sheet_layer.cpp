#include "app/view/sheet_layer.h"

#include <glad/gl.h>

#include <cstddef>

namespace thalweg {

SheetLayer::SheetLayer(const std::filesystem::path& shaders)
    : program_(shaders, {"sheet.vert", "ink_hidden.frag", "sheet.frag"}) {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
    const auto offset = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(SheetCorner), offset(offsetof(SheetCorner, x)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(SheetCorner), offset(offsetof(SheetCorner, color)));
}

void SheetLayer::draw(std::span<const SheetCorner> corners, const PicturePart& part, unsigned depth, float hidden) {
    if (corners.empty()) return;
    glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners.size_bytes()), corners.data(), GL_STREAM_DRAW);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, depth);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    // The alpha of the finished picture stays 1.
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    program_.use();
    program_.set("part", static_cast<float>(part.left), static_cast<float>(part.top), static_cast<float>(part.width),
                 static_cast<float>(part.height));
    program_.set("depth", 0);
    program_.set("hidden_opacity", hidden);
    glBindVertexArray(array_.id());
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners.size()));
    glDisable(GL_BLEND);
}

}  // namespace thalweg

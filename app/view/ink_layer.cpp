#include "app/view/ink_layer.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace thalweg {
namespace {

constexpr std::size_t corners_of_piece = 4, indices_of_piece = 6;

/// One vertex attribute; the four corners of a piece have it alike.
struct Attribute {
    int components;
    std::size_t offset;
    bool bytes = false;  ///< a colour, 0..255 read as 0..1
};

/// The attributes of a kind of piece, by location.
template <class Piece>
constexpr std::array<Attribute, 4> attributes_of();
template <>
constexpr std::array<Attribute, 4> attributes_of<InkStroke>() {
    return {Attribute{4, offsetof(InkStroke, ax)}, Attribute{4, offsetof(InkStroke, before_x)},
            Attribute{3, offsetof(InkStroke, depth_a)}, Attribute{4, offsetof(InkStroke, color), true}};
}
template <>
constexpr std::array<Attribute, 4> attributes_of<InkGlyph>() {
    return {Attribute{4, offsetof(InkGlyph, x)}, Attribute{2, offsetof(InkGlyph, outline_width)},
            Attribute{4, offsetof(InkGlyph, fill), true}, Attribute{4, offsetof(InkGlyph, outline), true}};
}
template <>
constexpr std::array<Attribute, 4> attributes_of<InkArrow>() {
    return {Attribute{4, offsetof(InkArrow, tail_x)}, Attribute{4, offsetof(InkArrow, depth_tail)},
            Attribute{4, offsetof(InkArrow, fill), true}, Attribute{4, offsetof(InkArrow, outline), true}};
}

gl::Program program_of(const std::filesystem::path& shaders, const char* corners, InkLayer::Hiding hiding,
                       const char* pixels) {
    return {shaders, {corners, hiding == InkLayer::Hiding::none ? "ink_seen.frag" : "ink_hidden.frag", pixels}};
}

/// Two triangles for each quad, whose corners follow one another.
std::vector<std::uint32_t> quad_indices(std::size_t quads) {
    std::vector<std::uint32_t> indices;
    indices.reserve(quads * indices_of_piece);
    for (std::uint32_t first = 0; first < quads * corners_of_piece; first += corners_of_piece)
        for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(first + corner);
    return indices;
}

}  // namespace

InkLayer::InkLayer(const std::filesystem::path& shaders, Hiding hiding)
    : stroke_{program_of(shaders, "ink_stroke.vert", hiding, "ink_stroke.frag"), gl::VertexArray::make(),
              gl::Buffer::make()},
      glyph_{program_of(shaders, "ink_glyph.vert", hiding, "ink_glyph.frag"), gl::VertexArray::make(),
             gl::Buffer::make()},
      arrow_{program_of(shaders, "ink_arrow.vert", hiding, "ink_arrow.frag"), gl::VertexArray::make(),
             gl::Buffer::make()},
      indices_(gl::Buffer::make()) {}

/// Four copies of each piece rather than one instance: a software rasterizer begins anew at every instance, which takes
/// it longer than the pixels do. Buffers only grow, so that their memory is not asked for in every frame.
template <class Piece>
void InkLayer::upload(Kind& kind, std::span<const Piece> pieces) {
    if (pieces.empty()) return;
    glBindVertexArray(kind.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, kind.corners.id());
    const std::size_t size = corners_of_piece * pieces.size_bytes();
    if (size > kind.capacity) {
        kind.capacity = std::bit_ceil(size);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(kind.capacity), nullptr, GL_STREAM_DRAW);
        GLuint location = 0;
        for (const Attribute& attribute : attributes_of<Piece>()) {
            glEnableVertexAttribArray(location);
            glVertexAttribPointer(location, attribute.components, attribute.bytes ? GL_UNSIGNED_BYTE : GL_FLOAT,
                                  attribute.bytes ? GL_TRUE : GL_FALSE, sizeof(Piece),
                                  reinterpret_cast<const void*>(attribute.offset));
            ++location;
        }
    }
    auto* corners = static_cast<Piece*>(glMapBufferRange(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(size),
                                                         GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT));
    if (corners == nullptr) throw std::runtime_error("the graphics driver has no memory for lines and marks");
    for (const Piece& piece : pieces) corners = std::fill_n(corners, corners_of_piece, piece);
    glUnmapBuffer(GL_ARRAY_BUFFER);

    if (pieces.size() > quads_) {
        quads_ = std::bit_ceil(pieces.size());
        const std::vector<std::uint32_t> indices = quad_indices(quads_);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                     indices.data(), GL_STATIC_DRAW);
    }
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
}

void InkLayer::draw(const Ink& ink, const PicturePart& part, unsigned depth, float hidden) {
    upload(stroke_, ink.strokes());
    upload(glyph_, ink.glyphs());
    upload(arrow_, ink.arrows());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, depth);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    // Over an opaque ground alpha stays 1; over none, colours come out multiplied by it.
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    for (const Ink::Batch& batch : ink.batches()) {
        const bool strokes = batch.kind == Ink::Kind::stroke, glyphs = batch.kind == Ink::Kind::glyph;
        const Kind& kind = strokes ? stroke_ : glyphs ? glyph_ : arrow_;
        kind.program.use();
        kind.program.set("part", static_cast<float>(part.left), static_cast<float>(part.top),
                         static_cast<float>(part.width), static_cast<float>(part.height));
        kind.program.set("depth", 0);
        kind.program.set("hidden_opacity", hidden);
        glBindVertexArray(kind.array.id());
        const std::size_t first = static_cast<std::size_t>(batch.first) * indices_of_piece * sizeof(std::uint32_t);
        glDrawElements(GL_TRIANGLES, batch.count * static_cast<GLsizei>(indices_of_piece), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(first));
    }
    glDisable(GL_BLEND);
}

}  // namespace thalweg

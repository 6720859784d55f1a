#include "app/view/ink_layer.h"

#include <glad/gl.h>

#include <array>
#include <cstddef>

namespace thalweg {
namespace {

/// One vertex attribute that advances with the instance.
struct Attribute {
    int components;
    std::size_t offset;
    bool bytes = false;  ///< a colour, 0..255 read as 0..1
};

void describe_instances(std::size_t stride, std::span<const Attribute> attributes) {
    GLuint location = 0;
    for (const Attribute& attribute : attributes) {
        glEnableVertexAttribArray(location);
        glVertexAttribDivisor(location, 1);
        glVertexAttribPointer(location, attribute.components, attribute.bytes ? GL_UNSIGNED_BYTE : GL_FLOAT,
                              attribute.bytes ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(stride),
                              reinterpret_cast<const void*>(attribute.offset));
        ++location;
    }
}

constexpr std::array stroke_attributes = {
    Attribute{4, offsetof(InkStroke, ax)}, Attribute{4, offsetof(InkStroke, before_x)},
    Attribute{3, offsetof(InkStroke, depth_a)}, Attribute{4, offsetof(InkStroke, color), true}};
constexpr std::array glyph_attributes = {
    Attribute{4, offsetof(InkGlyph, x)}, Attribute{2, offsetof(InkGlyph, outline_width)},
    Attribute{4, offsetof(InkGlyph, fill), true}, Attribute{4, offsetof(InkGlyph, outline), true}};
constexpr std::array arrow_attributes = {
    Attribute{4, offsetof(InkArrow, tail_x)}, Attribute{4, offsetof(InkArrow, depth_tail)},
    Attribute{4, offsetof(InkArrow, fill), true}, Attribute{4, offsetof(InkArrow, outline), true}};

template <class Instance>
void upload(unsigned buffer, std::span<const Instance> instances) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(instances.size_bytes()), instances.data(), GL_STREAM_DRAW);
}

}  // namespace

InkLayer::InkLayer(const std::filesystem::path& shaders)
    : stroke_{gl::Program(shaders, {"ink_stroke.vert", "ink_hidden.frag", "ink_stroke.frag"}), gl::VertexArray::make(),
              gl::Buffer::make()},
      glyph_{gl::Program(shaders, {"ink_glyph.vert", "ink_hidden.frag", "ink_glyph.frag"}), gl::VertexArray::make(),
             gl::Buffer::make()},
      arrow_{gl::Program(shaders, {"ink_arrow.vert", "ink_hidden.frag", "ink_arrow.frag"}), gl::VertexArray::make(),
             gl::Buffer::make()} {}

void InkLayer::draw(const Ink& ink, int width, int height, unsigned depth, float hidden) {
    upload(stroke_.instances.id(), ink.strokes());
    upload(glyph_.instances.id(), ink.glyphs());
    upload(arrow_.instances.id(), ink.arrows());
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, depth);
    glDisable(GL_DEPTH_TEST);
    glEnable(GL_BLEND);
    // The alpha of the finished picture stays 1.
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    for (const Ink::Batch& batch : ink.batches()) {
        const bool strokes = batch.kind == Ink::Kind::stroke, glyphs = batch.kind == Ink::Kind::glyph;
        const Kind& kind = strokes ? stroke_ : glyphs ? glyph_ : arrow_;
        const std::span<const Attribute> attributes = strokes  ? std::span<const Attribute>(stroke_attributes)
                                                      : glyphs ? std::span<const Attribute>(glyph_attributes)
                                                               : std::span<const Attribute>(arrow_attributes);
        const std::size_t stride = strokes ? sizeof(InkStroke) : glyphs ? sizeof(InkGlyph) : sizeof(InkArrow);
        kind.program.use();
        kind.program.set("picture_size", static_cast<float>(width), static_cast<float>(height));
        kind.program.set("depth", 0);
        kind.program.set("hidden_opacity", depth == 0 ? 1.0F : hidden);
        glBindVertexArray(kind.array.id());
        glBindBuffer(GL_ARRAY_BUFFER, kind.instances.id());
        // OpenGL 3.3 cannot start at an instance, so the attributes are pointed at the batch's first one.
        std::array<Attribute, 4> shifted{};
        for (std::size_t i = 0; i < attributes.size(); ++i) {
            shifted[i] = attributes[i];
            shifted[i].offset += static_cast<std::size_t>(batch.first) * stride;
        }
        describe_instances(stride, std::span(shifted).first(attributes.size()));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, batch.count);
    }
    glDisable(GL_BLEND);
}

}  // namespace thalweg

#include "app/gl/handle.h"

#include <glad/gl.h>

namespace thalweg::gl {
namespace {

template <class Generate>
unsigned generate(Generate function) {
    GLuint id = 0;
    function(1, &id);
    return id;
}

}  // namespace

unsigned BufferKind::create() {
    return generate(glGenBuffers);
}
void BufferKind::destroy(unsigned id) {
    glDeleteBuffers(1, &id);
}

unsigned VertexArrayKind::create() {
    return generate(glGenVertexArrays);
}
void VertexArrayKind::destroy(unsigned id) {
    glDeleteVertexArrays(1, &id);
}

unsigned TextureKind::create() {
    return generate(glGenTextures);
}
void TextureKind::destroy(unsigned id) {
    glDeleteTextures(1, &id);
}

unsigned FramebufferKind::create() {
    return generate(glGenFramebuffers);
}
void FramebufferKind::destroy(unsigned id) {
    glDeleteFramebuffers(1, &id);
}

unsigned RenderbufferKind::create() {
    return generate(glGenRenderbuffers);
}
void RenderbufferKind::destroy(unsigned id) {
    glDeleteRenderbuffers(1, &id);
}

}  // namespace thalweg::gl

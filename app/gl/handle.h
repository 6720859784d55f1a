#pragma once

#include <utility>

namespace thalweg::gl {

/// The sole owner of one OpenGL object: moves, never copies, deletes at its end. Needs the context that it was made in.
/// Kind names how such objects come and go.
template <class Kind>
class Handle {
  public:
    static Handle make() {
        Handle handle;
        handle.id_ = Kind::create();
        return handle;
    }
    Handle() = default;
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (id_ != 0) Kind::destroy(id_);
    }

    /// OpenGL's name of the object; 0: none.
    unsigned id() const { return id_; }

  private:
    unsigned id_ = 0;
};

struct BufferKind {
    static unsigned create();
    static void destroy(unsigned id);
};
struct VertexArrayKind {
    static unsigned create();
    static void destroy(unsigned id);
};
struct TextureKind {
    static unsigned create();
    static void destroy(unsigned id);
};
struct FramebufferKind {
    static unsigned create();
    static void destroy(unsigned id);
};
struct RenderbufferKind {
    static unsigned create();
    static void destroy(unsigned id);
};

using Buffer = Handle<BufferKind>;
using VertexArray = Handle<VertexArrayKind>;
using Texture = Handle<TextureKind>;
using Framebuffer = Handle<FramebufferKind>;
using Renderbuffer = Handle<RenderbufferKind>;

}  // namespace thalweg::gl

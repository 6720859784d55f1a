#include "app/gl/errors.h"

#include <fmt/format.h>
#include <glad/gl.h>

namespace thalweg::gl {
namespace {

std::string name_of(GLenum error) {
    switch (error) {
        case GL_INVALID_ENUM:
            return "GL_INVALID_ENUM";
        case GL_INVALID_VALUE:
            return "GL_INVALID_VALUE";
        case GL_INVALID_OPERATION:
            return "GL_INVALID_OPERATION";
        case GL_INVALID_FRAMEBUFFER_OPERATION:
            return "GL_INVALID_FRAMEBUFFER_OPERATION";
        case GL_OUT_OF_MEMORY:
            return "GL_OUT_OF_MEMORY";
        default:
            return fmt::format("0x{:04X}", error);
    }
}

}  // namespace

std::string take_errors() {
    // A context that is lost may go on to report for ever.
    constexpr int most = 16;
    std::string names;
    for (int i = 0; i < most; ++i) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) break;
        names += (names.empty() ? "" : ", ") + name_of(error);
    }
    return names;
}

}  // namespace thalweg::gl

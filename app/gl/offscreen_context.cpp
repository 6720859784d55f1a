#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include <array>

#include "app/gl/context.h"

namespace thalweg::gl {

struct OffscreenContext::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (display == EGL_NO_DISPLAY) return;
        if (context != EGL_NO_CONTEXT) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
    }
};

namespace {

// Mesa offers a platform that wants no display server at all; elsewhere the default display may do as well.
EGLDisplay initialized_display() {
    const std::array candidates = {eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr),
                                   eglGetDisplay(EGL_DEFAULT_DISPLAY)};
    for (EGLDisplay display : candidates) {
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    }
    return EGL_NO_DISPLAY;
}

}  // namespace

std::expected<OffscreenContext, std::string> OffscreenContext::create() {
    auto state = std::make_unique<State>();
    state->display = initialized_display();
    if (state->display == EGL_NO_DISPLAY) {
        return std::unexpected("cannot draw without a display: EGL does not start; is libgl1-mesa-dri installed?");
    }
    // No surface is ever made, so none need be supported; without this EGL would look for windows.
    constexpr std::array config_attributes = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    constexpr std::array context_attributes = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configs = 0;
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE ||
        eglChooseConfig(state->display, config_attributes.data(), &config, 1, &configs) != EGL_TRUE || configs == 0) {
        return std::unexpected("cannot draw without a display: EGL here offers no OpenGL");
    }
    state->context = eglCreateContext(state->display, config, EGL_NO_CONTEXT, context_attributes.data());
    if (state->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(state->display, EGL_NO_SURFACE, EGL_NO_SURFACE, state->context) != EGL_TRUE) {
        return std::unexpected("cannot draw without a display: EGL gives no OpenGL 3.3 core context");
    }
    if (gladLoadGL(reinterpret_cast<GLADloadfunc>(eglGetProcAddress)) == 0) {
        return std::unexpected("cannot draw without a display: the OpenGL functions could not be loaded");
    }
    return OffscreenContext(std::move(state));
}

OffscreenContext::OffscreenContext(std::unique_ptr<State> state) : state_(std::move(state)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

}  // namespace thalweg::gl

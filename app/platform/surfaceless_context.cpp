#include "app/platform/surfaceless_context.h"

#ifdef THALWEG_HAS_EGL
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#endif

namespace thalweg {

#ifdef THALWEG_HAS_EGL

struct SurfacelessContext::State {
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

std::expected<SurfacelessContext, std::string> SurfacelessContext::create() {
    auto state = std::make_unique<State>();
    state->display = initialized_display();
    if (state->display == EGL_NO_DISPLAY) {
        return std::unexpected("EGL does not start (on Debian libgl1-mesa-dri makes it)");
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
        return std::unexpected("EGL offers no OpenGL");
    }
    state->context = eglCreateContext(state->display, config, EGL_NO_CONTEXT, context_attributes.data());
    if (state->context == EGL_NO_CONTEXT ||
        eglMakeCurrent(state->display, EGL_NO_SURFACE, EGL_NO_SURFACE, state->context) != EGL_TRUE) {
        return std::unexpected("EGL gives no OpenGL 3.3 core context");
    }
    return SurfacelessContext(std::move(state));
}

void (*SurfacelessContext::function(const char* name))() {
    return eglGetProcAddress(name);
}

#else

struct SurfacelessContext::State {};

std::expected<SurfacelessContext, std::string> SurfacelessContext::create() {
    return std::unexpected("this Thalweg was built without EGL");
}

void (*SurfacelessContext::function(const char*))() {
    return nullptr;
}

#endif

SurfacelessContext::SurfacelessContext(std::unique_ptr<State> state) : state_(std::move(state)) {}
SurfacelessContext::SurfacelessContext(SurfacelessContext&&) noexcept = default;
SurfacelessContext& SurfacelessContext::operator=(SurfacelessContext&&) noexcept = default;
SurfacelessContext::~SurfacelessContext() = default;

}  // namespace thalweg

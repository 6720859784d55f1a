#include <fmt/format.h>
#include <glad/gl.h>

#include "app/gl/context.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace thalweg::gl {

namespace {

bool glfw_runs() {
    glfwGetError(nullptr);
    glfwGetCurrentContext();
    return glfwGetError(nullptr) != GLFW_NOT_INITIALIZED;
}

}  // namespace

struct WindowContext::State {
    GLFWwindow* window = nullptr;
    bool began = !glfw_runs();  ///< the first window begins GLFW, and outlives the others

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (window != nullptr) glfwDestroyWindow(window);
        if (began) glfwTerminate();
    }
};

namespace {

std::string reason() {
    const char* description = nullptr;
    return glfwGetError(&description) == GLFW_NO_ERROR || description == nullptr ? "no reason given" : description;
}

/// Pixels per design pixel; nullptr is a system without screens.
float scale_of(GLFWmonitor* monitor) {
    float scale = 1.0F;
    if (monitor != nullptr) glfwGetMonitorContentScale(monitor, &scale, nullptr);
    return scale;
}

}  // namespace

std::expected<WindowContext, std::string> WindowContext::create(int width, int height, const char* title,
                                                                const std::function<void(float)>& scale_known) {
    return open(width, height, title, scale_known, true);
}

std::expected<WindowContext, std::string> WindowContext::create_hidden() {
    return open(1, 1, "Thalweg", [](float) {}, false);
}

std::expected<WindowContext, std::string> WindowContext::open(int width, int height, const char* title,
                                                              const std::function<void(float)>& scale_known,
                                                              bool visible) {
    auto state = std::make_unique<State>();
    if (glfwInit() != GLFW_TRUE) {
        return std::unexpected(fmt::format("cannot open a window: {}", reason()));
    }
    scale_known(scale_of(glfwGetPrimaryMonitor()));
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
    // The views draw into framebuffers of their own; the window's is only composed into.
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    state->window = glfwCreateWindow(width, height, title, nullptr, nullptr);
    if (state->window == nullptr) {
        return std::unexpected(fmt::format("cannot open a window with OpenGL 3.3: {}", reason()));
    }
    glfwMakeContextCurrent(state->window);
    if (gladLoadGL(reinterpret_cast<GLADloadfunc>(glfwGetProcAddress)) == 0) {
        return std::unexpected("cannot open a window: the OpenGL functions could not be loaded");
    }
    glfwSwapInterval(1);
    return WindowContext(std::move(state));
}

WindowContext::WindowContext(std::unique_ptr<State> state) : state_(std::move(state)) {}
WindowContext::WindowContext(WindowContext&&) noexcept = default;
WindowContext& WindowContext::operator=(WindowContext&&) noexcept = default;
WindowContext::~WindowContext() = default;

GLFWwindow* WindowContext::window() const {
    return state_->window;
}

std::string renderer_name() {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return name == nullptr ? "" : name;
}

}  // namespace thalweg::gl
